import { Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { NotFound } from '../app/Home';
import { AccessToDocument, MeDocument, RecordByIdDocument, type RecordLineFragment } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { formatDay, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { type Part, partsFor } from './parts';
import { Marks } from './RecordsPage';
import './records.css';

/** One record. When access ends while it is open, its content goes at once and the reason takes its place. */
export default function RecordPage() {
  const { id = '', part: path = '' } = useParams();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const parts = partsFor(who?.me.permissions ?? []);
  const part = parts.find((one) => one.path === path);
  usePageTitle(part?.path ? part.label : labels.recordTitle);
  const [{ data, error }, again] = useQuery({
    query: RecordByIdDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const record = data?.careRecord;
  const absent = data !== undefined && record === null;
  const [{ data: why }, askWhy] = useQuery({
    query: AccessToDocument,
    variables: { id },
    pause: !absent,
    requestPolicy: 'network-only',
  });
  // A record that is open to her and could not be read is a problem to say, not an access that ended.
  const closed = absent && why?.accessTo.permitted === false;
  const refetch = () => {
    again({ requestPolicy: 'network-only' });
    if (absent) askWhy({ requestPolicy: 'network-only' });
  };
  useFeed({
    item: (item) =>
      item.type === 'RECORD_CHANGED' && (item.nodeId === id || item.nodeId === record?.id || absent) && refetch(),
    resync: refetch,
  });
  if (closed)
    return (
      <div className="page">
        <h1>{labels.closed}</h1>
        <div role="alert">
          <Empty icon="shield" text={why.accessTo.message}>
            {who?.me.permissions.includes('REQUEST_ACCESS') && <Link to="/acces">{labels.ask}</Link>}
          </Empty>
        </div>
      </div>
    );
  if (!record) return error || why ? <Problem heading={labels.recordTitle} retry={refetch} /> : <Loading />;
  if (!who) return <Loading />;
  if (!part) return <NotFound />;
  return (
    <div className="page">
      <Heading record={record} />
      <Tabs id={id} parts={parts} open={part} />
      <Suspense fallback={<Loading />}>
        <part.Content id={id} record={record} role={who.me.role} permissions={who.me.permissions} />
      </Suspense>
    </div>
  );
}

function Tabs({ id, parts, open }: { id: string; parts: readonly Part[]; open: Part }) {
  const address = `/personnes/${encodeURIComponent(id)}`;
  return (
    <nav className="views record-tabs" aria-label={labels.tabsName}>
      <ul>
        {parts.map((part) => (
          <li key={part.path}>
            <Link
              to={part.path ? `${address}/${part.path}` : address}
              {...(part === open ? { 'aria-current': 'page' as const } : {})}
            >
              {part.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
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
