import type { AcknowledgeAlertMutation, TakeAlertMutation } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import type { Refusal } from '../ui/RefusalDialog';
import { labels } from './labels.fr';

type CommandError =
  | NonNullable<TakeAlertMutation['takeAlert']['errors']>[number]
  | NonNullable<AcknowledgeAlertMutation['acknowledgeAlert']['errors']>[number];

/** One decision: sent again with the same id, it is done only once. */
export interface AlertCommand {
  kind: 'take' | 'acknowledge';
  alertId: string;
  commandId: string;
  expectedVersion: number;
  reason?: string;
}

export function refusalOf(error: CommandError): Refusal {
  const text = (): string => {
    switch (error.__typename) {
      case 'AlertNotFoundError':
        return labels.errors.notFound;
      case 'AlertAlreadyTakenError':
        return labels.errors.alreadyTaken(
          error.takenBy?.displayName ?? labels.errors.someone,
          error.takenAt ? formatMoment(error.takenAt) : '',
        );
      case 'AlertClosedError':
        return labels.errors.alreadyClosed;
      case 'AlertReasonMissingError':
        return labels.errors.reasonMissing;
      case 'ConcurrentChangeError':
        return labels.errors.changed;
      case 'IdempotencyMismatchError':
        return labels.errors.replayed;
      default:
        return labels.errors.network;
    }
  };
  return { text: text(), retriable: false };
}

export const lostOnTheWay: Refusal = { text: labels.errors.network, retriable: true };
