import type { DischargeDestination } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';

/** Where one may announce that a patient goes; a death is told by the hospital's own messages, never announced. */
export const destinations = (Object.keys(careLabels.destinations) as DischargeDestination[]).filter(
  (one) => one !== 'DEATH',
);
