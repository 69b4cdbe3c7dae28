import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { PiecesAwaitedDocument, RightsEndingDocument, type RightsLineFragment } from '../gql/graphql';
import { Select } from '../records/Select';
import { TableScroll } from '../records/TableScroll';
import { formatDay, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { End } from './End';
import { labels } from './labels.fr';
import '../records/records.css';
import './benefits.css';

/** Rights that end, and the pieces that are awaited: whom to write to before somebody loses something. */
export default function RightsPage() {
  usePageTitle(labels.page);
  const [within, setWithin] = useState<keyof typeof labels.withins>('90');
  const [kind, setKind] = useState('');
  const [overdue, setOverdue] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: RightsEndingDocument,
    variables: { first: 100, withinDays: Number(within), kinds: kind ? [kind] : null },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: pieces }] = useQuery({
    query: PiecesAwaitedDocument,
    variables: { first: 100, overdue },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) return <Problem heading={labels.page} retry={() => again({ requestPolicy: 'network-only' })} />;
  const counts = Object.fromEntries(
    (data?.rightsEndingCounts ?? []).map((one) => [one.kind, labels.kindCount(one.label, one.count)]),
  );
  return (
    <div className="page">
      <h1>{labels.page}</h1>
      <div className="record-filters">
        <Select label={labels.within} value={within} options={labels.withins} onChange={setWithin} />
        <Select
          label={labels.kindFilter}
          value={kind}
          options={{ '': labels.allKinds, ...counts }}
          onChange={setKind}
        />
        <p role="status">{data ? labels.count(data.rightsEnding.totalCount) : ''}</p>
      </div>
      {!data ? (
        <Loading />
      ) : data.rightsEnding.nodes.length === 0 ? (
        <Empty icon="check" text={labels.endingNone} />
      ) : (
        <Lines label={labels.page} lines={data.rightsEnding.nodes} />
      )}
      <section className="record-part" aria-labelledby="awaited">
        <header>
          <h2 id="awaited">{labels.awaitedPage}</h2>
          <label>
            <input type="checkbox" checked={overdue} onChange={(event) => setOverdue(event.target.checked)} />{' '}
            {labels.overdue}
          </label>
        </header>
        {!pieces ? (
          <Loading />
        ) : pieces.piecesAwaited.nodes.length === 0 ? (
          <p>{labels.awaitedNone}</p>
        ) : (
          <Lines label={labels.awaitedPage} lines={pieces.piecesAwaited.nodes} />
        )}
      </section>
    </div>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly RightsLineFragment[] }) {
  return (
    <TableScroll label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{labels.person}</th>
            <th scope="col">{labels.ending}</th>
            <th scope="col">{labels.piecesColumn}</th>
            <th scope="col">{labels.referent}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(
            (line) =>
              line.record && (
                <tr key={line.record.id}>
                  <th scope="row">
                    <Link to={`/personnes/${encodeURIComponent(line.record.id)}/droits`}>
                      {personName(line.record.person)}
                    </Link>
                    <br />
                    <span className="muted">{personLine(line.record.person)}</span>
                  </th>
                  <td>
                    <ul className="right-ends">
                      {line.ends.map((end) => (
                        <li key={`${end.kind} ${end.on}`}>
                          {end.label}, {formatDay(end.on)} <End days={end.inDays} />
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td>
                    {labels.awaited(line.awaitedPieces)}
                    {line.nextDue ? `, ${formatDay(line.nextDue)}` : ''}
                    {line.receivedPieces > 0 ? ` – ${labels.received(line.receivedPieces)}` : ''}
                  </td>
                  <td>{line.record.referent?.displayName ?? '–'}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </TableScroll>
  );
}
