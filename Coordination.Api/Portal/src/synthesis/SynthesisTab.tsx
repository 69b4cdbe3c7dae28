import { Link } from 'react-router';
import { useQuery } from 'urql';
import { RecordSynthesisDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { FactList } from '../lifeline/FactList';
import type { PartProps } from '../records/parts';
import { SituationPart } from '../records/SituationPart';
import { TeamSummary } from '../team/TeamSummary';
import { Loading, Problem } from '../ui/States';
import { LeadPart } from './LeadPart';
import { labels } from './labels.fr';
import './synthesis.css';
import { TodayPart } from './TodayPart';

/** Who follows the person and how closely, what goes on today, what is known of her, who is around her, what happened last. */
export default function SynthesisTab({ id, record, role, permissions }: PartProps) {
  const [{ data, error }, again] = useQuery({
    query: RecordSynthesisDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  // Alerts and stays have ids of their own: any change in the territory may be about this person.
  useFeed({ item: (item) => item.type !== 'HEARTBEAT' && refetch(), resync: refetch });
  const now = data?.careRecord;
  if (!now) return error ? <Problem retry={refetch} /> : <Loading />;
  return (
    <>
      <div className="synthesis">
        <div>
          <LeadPart record={now} role={role} leads={permissions.includes('LEAD_RECORD')} />
          <TodayPart record={now} />
        </div>
        <SituationPart record={record} edits={permissions.includes('STATE_SITUATION')} />
      </div>
      <TeamSummary id={id} record={record} />
      <section className="record-part" aria-labelledby="record-facts">
        <header>
          <h2 id="record-facts">{labels.lastFacts}</h2>
          <Link to={`/personnes/${encodeURIComponent(id)}/frise`}>{labels.allFacts}</Link>
        </header>
        <FactList facts={now.lifeLine?.nodes ?? []} />
      </section>
    </>
  );
}
