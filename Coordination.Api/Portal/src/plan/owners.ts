import type { PlanPartyInput, RecordDetailFragment } from '../gql/graphql';
import { labels } from './labels.fr';

/** Who may do an action: the person, her carer, her referent and her team. */
export function ownersOf(record: RecordDetailFragment): Map<string, string> {
  const team = (record.team ?? []).filter((member) => member.inForce).map((member) => member.professional);
  const known = [...(record.referent ? [record.referent] : []), ...team];
  return new Map([
    ['PERSON', labels.thePerson],
    ['CARER', labels.theCarer],
    ...known.map(({ id, displayName }) => [id, displayName] as const),
  ]);
}

/** The same for a command. */
export const partyOf = (key: string): PlanPartyInput =>
  key === 'PERSON' || key === 'CARER' ? { kind: key } : { kind: 'PROFESSIONAL', professional: key };
