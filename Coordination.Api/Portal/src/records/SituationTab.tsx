import type { PartProps } from './parts';
import { SituationPart } from './SituationPart';
import { TeamPart } from './TeamPart';

/** What is known of the person, and who takes care of her. */
export default function SituationTab({ record, role, permissions }: PartProps) {
  return (
    <>
      <SituationPart record={record} edits={permissions.includes('STATE_SITUATION')} />
      <TeamPart record={record} edits={role === 'COORDINATOR'} />
    </>
  );
}
