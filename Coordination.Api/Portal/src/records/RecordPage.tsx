import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { AccessToDocument, MeDocument, RecordByIdDocument, type RecordLineFragment } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { formatDay, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AccessPart } from './AccessPart';
import { labels } from './labels.fr';
import { Marks } from './RecordsPage';
import { SituationPart } from './SituationPart';
import { TeamPart } from './TeamPart';
import './records.css';

/** One record. When access ends while it is open, its content goes at once and the reason takes its place. */
export default function RecordPage({ part }: { part: 'situation' | 'access' }) {
  const id = useParams()['id'] ?? '';
  usePageTitle(part === 'access' ? labels.tabAccess : labels.recordTitle);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [{ data, error }, again] = useQuery({
    query: RecordByIdDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const record = data?.careRecord;
  const closed = data !== undefined && record === null;
  const [{ data: why }, askWhy] = useQuery({
    query: AccessToDocument,
    variables: { id },
    pause: !closed,
    requestPolicy: 'network-only',
  });
  const refetch = () => {
    again({ requestPolicy: 'network-only' });
    if (closed) askWhy({ requestPolicy: 'network-only' });
  };
  useFeed({
    item: (item) =>
      item.type === 'RECORD_CHANGED' && (item.nodeId === id || item.nodeId === record?.id || closed) && refetch(),
    resync: refetch,
  });
  if (closed)
    return (
      <div className="page">
        <h1>{labels.closed}</h1>
        <div role="alert">
          <Empty icon="shield" text={why?.accessTo.message ?? ''}>
            {who?.me.permissions.includes('REQUEST_ACCESS') && <Link to="/acces">{labels.ask}</Link>}
          </Empty>
        </div>
      </div>
    );
  if (!record) return error ? <Problem heading={labels.recordTitle} retry={refetch} /> : <Loading />;
  // What a DAC coordinator may do; the server decides all the same.
  const edits = who?.me.role === 'COORDINATOR';
  const address = `/personnes/${encodeURIComponent(id)}`;
  return (
    <div className="page">
      <Heading record={record} />
      <nav className="views record-tabs" aria-label={labels.tabsName}>
        <ul>
          {(['situation', 'access'] as const).map((name) => (
            <li key={name}>
              <Link
                to={name === 'access' ? `${address}/acces` : address}
                {...(name === part ? { 'aria-current': 'page' as const } : {})}
              >
                {name === 'access' ? labels.tabAccess : labels.tabSituation}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {part === 'access' ? (
        <AccessPart id={id} edits={edits} version={record.version} />
      ) : (
        <>
          <SituationPart
            record={record}
            edits={edits || who?.me.role === 'GP' || who?.me.role === 'NURSE' || who?.me.role === 'COMMUNITY_WORKER'}
          />
          <TeamPart record={record} edits={edits} />
        </>
      )}
    </div>
  );
}

function Heading({ record }: { record: RecordLineFragment }) {
  return (
    <header className="record-heading">
      <h1>{personName(record.person)}</h1>
      <p>
        {personLine(record.person)} <Marks record={record} />
      </p>
      <p className="muted">
        {labels.referent} : {record.referent?.displayName ?? labels.noReferent},{' '}
        {labels.since(formatDay(record.openedOn))}
      </p>
    </header>
  );
}
