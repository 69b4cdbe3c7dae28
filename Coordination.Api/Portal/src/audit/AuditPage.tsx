import { useState } from 'react';
import { useQuery } from 'urql';
import { labels as appLabels } from '../app/labels.fr';
import { AuditChainDocument, AuditTrailDocument, type AuditTrailQuery } from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatFull } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AuditFilters } from './AuditFilters';
import { type Filters, noFilters, whereOf } from './filters';
import { labels } from './labels.fr';
import './audit.css';

const rows = 50;
const namedPersons = 3;
type Row = AuditTrailQuery['auditTrail']['nodes'][number];

/** Who read what, for the auditor: persons as pseudonyms, and whether the chain of hashes holds. */
export default function AuditPage() {
  usePageTitle(labels.title);
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [after, setAfter] = useState<string>();
  const [{ data, error }, again] = useQuery({
    query: AuditTrailDocument,
    variables: { where: whereOf(filters), first: rows, after: after ?? null },
    requestPolicy: 'network-only',
  });
  const apply = (next: Filters) => {
    setAfter(undefined);
    setFilters(next);
  };
  const refused = error?.graphQLErrors.some((e) => e.extensions.code === 'INVALID_FILTER');
  if (error && !data && !refused)
    return <Problem heading={labels.title} retry={() => again({ requestPolicy: 'network-only' })} />;
  const trail = data?.auditTrail;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.title}</h1>
        <p className="muted">{labels.what}</p>
      </header>
      <ChainState />
      <AuditFilters applied={filters} onApply={apply} />
      {refused && (
        <p className="field-error" role="alert">
          {labels.wrong}
        </p>
      )}
      {!trail && !refused && <Loading />}
      {trail && <p role="status">{labels.rows(trail.totalCount)}</p>}
      {trail?.nodes.length === 0 && <Empty icon="check" text={labels.empty} />}
      {trail && trail.nodes.length > 0 && <TrailTable nodes={trail.nodes} />}
      <p className="audit-pages">
        <Button disabled={!after} onPress={() => setAfter(undefined)}>
          {labels.first}
        </Button>
        <Button
          disabled={!trail?.pageInfo.hasNextPage}
          onPress={() => setAfter(trail?.pageInfo.endCursor ?? undefined)}
        >
          {labels.next}
        </Button>
      </p>
    </div>
  );
}

function ChainState() {
  const [{ data }] = useQuery({ query: AuditChainDocument, requestPolicy: 'network-only' });
  if (!data) return null;
  const chain = data.auditChain;
  if (!chain) return <p className="muted">{labels.chainNone}</p>;
  const when = formatFull(chain.verifiedAt);
  return (
    <div className="panel" role={chain.fault ? 'alert' : undefined}>
      <p>
        <strong>{chain.fault ? labels.chainBroken(chain.fault, when) : labels.chainHolds(chain.position, when)}</strong>
      </p>
      {chain.hash && (
        <p className="muted">
          {labels.head} <code>{chain.hash}</code>
        </p>
      )}
    </div>
  );
}

function TrailTable({ nodes }: { nodes: readonly Row[] }) {
  const { columns } = labels;
  return (
    <table className="list audit-table">
      <caption className="visually-hidden">{labels.title}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, label]) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((row) => (
          <tr key={row.id}>
            <td>{formatFull(row.at)}</td>
            <td>
              {row.who}
              <br />
              <span className="muted">
                {appLabels.roles[row.role]} · {row.organization}
              </span>
            </td>
            <td>
              {row.actionLabel}
              {!row.permitted && <span className="status">{labels.refused}</span>}
              <br />
              <span className="muted">{row.operation}</span>
            </td>
            <td>
              <Persons row={row} />
            </td>
            <td>{row.basis.join(', ')}</td>
            <td>{row.client}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Persons({ row }: { row: Row }) {
  const more = row.persons.length - namedPersons;
  return (
    <>
      {row.persons.slice(0, namedPersons).map((person) => (
        <code key={person} className="audit-person">
          {person}
        </code>
      ))}
      {more > 0 && <span className="muted">{labels.others(more)}</span>}
    </>
  );
}
