import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { DischargePageDocument, type DischargePageQuery, MeDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { isView, preparationText, viewNames, views } from './dischargeViews';
import { labels } from './labels.fr';

type Row = DischargePageQuery['discharges']['nodes'][number];
const step = 50;
/** The most that one page of the list may hold. */
const most = 200;

/** How the coordination answers: the name of who took the alert, else that it waits. */
function Coordination({ alerts, receipt }: Pick<Row, 'alerts' | 'receipt'>) {
  if (receipt.takenBy)
    return <span className="status status-TAKEN">{labels.takenBy(receipt.takenBy.displayName)}</span>;
  const taken = alerts.find((alert) => alert.status === 'TAKEN');
  if (taken?.taken) return <span className="status status-TAKEN">{labels.takenBy(taken.taken.by.displayName)}</span>;
  return alerts.some((alert) => alert.status === 'RAISED') ? (
    <span className="status status-RAISED">{labels.waiting}</span>
  ) : (
    labels.none
  );
}

/** The discharges of the territory of a DAC. */
export default function DischargesPage() {
  usePageTitle(labels.listTitle);
  const [params] = useSearchParams();
  const asked = params.get('view');
  const view = isView(asked) ? asked : 'current';
  const [first, setFirst] = useState(step);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const columns = Object.entries(labels.columns);
  const [{ data, error }, again] = useQuery({
    query: DischargePageDocument,
    variables: { first, ...views[view] },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: refetch, resync: refetch });
  // A hospital has a list of its own, which speaks of its patients.
  if (who?.me.role === 'SOCIAL_WORKER') return <Navigate to="/sorties" replace />;
  if (error && !data) return <Problem heading={labels.listTitle} retry={refetch} />;
  const list = data?.discharges;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.listTitle}</h1>
        <nav className="views" aria-label={labels.viewsName}>
          <ul>
            {viewNames.map((name) => (
              <li key={name}>
                <Link
                  to={name === 'current' ? '/discharges' : `/discharges?view=${name}`}
                  {...(name === view ? { 'aria-current': 'page' as const } : {})}
                >
                  {labels.views[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="muted">{labels.listWhat}</p>
      </header>
      {!list && <Loading />}
      {list?.nodes.length === 0 && (
        <Empty icon="hospital" text={view === 'done' ? labels.doneEmpty : labels.listEmpty} />
      )}
      {list && list.nodes.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              {columns.map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.nodes.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={`/discharges/${encodeURIComponent(row.id)}`}>{personName(row.subject)}</Link>
                  <small>{personLine(row.subject)}</small>
                </th>
                <td data-label={labels.columns.establishment}>{row.establishment.name}</td>
                <td data-label={labels.columns.admitted}>
                  {row.admittedAt ? formatMoment(row.admittedAt) : labels.none}
                </td>
                <td data-label={labels.columns.expected}>
                  {row.expectedAt ? formatMoment(row.expectedAt) : labels.none}
                  {row.expectedAtReliability && <small>{careLabels.reliability[row.expectedAtReliability]}</small>}
                </td>
                <td data-label={labels.columns.status}>
                  <span className={`status status-${row.status}`}>{labels.status[row.status]}</span>
                </td>
                <td data-label={labels.columns.preparation}>{preparationText(row) ?? labels.none}</td>
                <td data-label={labels.columns.dac}>
                  <Coordination alerts={row.alerts} receipt={row.receipt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list?.pageInfo.hasNextPage && first < most && (
        <Button onPress={() => setFirst((n) => n + step)}>{labels.more}</Button>
      )}
      {list?.pageInfo.hasNextPage && first >= most && <p className="muted">{labels.capped(most, list.totalCount)}</p>}
    </div>
  );
}
