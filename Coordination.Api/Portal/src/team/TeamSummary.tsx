import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TeamSummaryDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { labels } from './labels.fr';
import { useRefetch } from './useRefetch';

/** Who is around the person, in one line: the team itself has a part of its own. */
export function TeamSummary({ id, recordId }: { id: string; recordId: string }) {
  const [read, again] = useQuery({ query: TeamSummaryDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const refetch = useRefetch(read, again);
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === recordId && refetch(),
    resync: refetch,
  });
  const team = read.data?.careRecord?.careTeam;
  if (!team) return null;
  const count = (all: readonly { inForce: boolean }[]) => all.filter(({ inForce }) => inForce).length;
  return (
    <section className="record-part" aria-labelledby="record-team">
      <header>
        <h2 id="record-team">{labels.title}</h2>
        <Link to={`/personnes/${encodeURIComponent(id)}/equipe`}>{labels.allTeam}</Link>
      </header>
      <p>
        {labels.summary(
          team.physician ? labels.physician(team.physician.displayName) : labels.physicianNone,
          count(team.members),
          count(team.structures),
          count(team.relatives),
        )}
      </p>
    </section>
  );
}
