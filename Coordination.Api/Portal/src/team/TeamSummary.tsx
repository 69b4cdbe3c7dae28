import { Link } from 'react-router';
import type { RecordDetailFragment } from '../gql/graphql';
import { labels } from './labels.fr';

/** Who is around the person, in one line: the team itself has a part of its own. */
export function TeamSummary({ id, record }: { id: string; record: RecordDetailFragment }) {
  if (!record.careTeam) return null;
  const { physician, members, structures, relatives } = record.careTeam;
  const count = (all: readonly { inForce: boolean }[]) => all.filter(({ inForce }) => inForce).length;
  return (
    <section className="record-part" aria-labelledby="record-team">
      <header>
        <h2 id="record-team">{labels.title}</h2>
        <Link to={`/personnes/${encodeURIComponent(id)}/equipe`}>{labels.allTeam}</Link>
      </header>
      <p>
        {labels.summary(
          physician ? labels.physician(physician.displayName) : labels.physicianNone,
          count(members),
          count(structures),
          count(relatives),
        )}
      </p>
    </section>
  );
}
