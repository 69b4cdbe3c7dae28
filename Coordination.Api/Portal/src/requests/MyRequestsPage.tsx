import { Link } from 'react-router';
import { useQuery } from 'urql';
import { MyRequestsDocument, type MyRequestsQuery } from '../gql/graphql';
import { TableScroll } from '../records/TableScroll';
import { formatMoment, formatRemaining } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import './requests.css';

const words = labels.own;
type Mine = MyRequestsQuery['myRequests']['nodes'][number];

const statusOf = ({ status, takenBy, to, refusal, noFollowUp, answer }: Mine): string =>
  [
    status === 'TAKEN' ? words.takenBy(takenBy?.displayName ?? labels.someone) : labels.status[status],
    to,
    refusal && labels.refusals[refusal],
    noFollowUp && labels.noFollowUps[noFollowUp],
    answer,
  ]
    .filter(Boolean)
    .join(' · ');

function clockOf({ answeredAt, dueAt, overdue }: Mine): string {
  if (answeredAt) return `${formatMoment(answeredAt)}, ${overdue ? labels.tooLate : labels.inTime}`;
  return `${formatMoment(dueAt)}, ${formatRemaining(dueAt, new Date())}`;
}

/** What a professional asked the DAC for: the answer, and the clock of the service. */
export default function MyRequestsPage() {
  usePageTitle(words.title);
  const [{ data, error }, again] = useQuery({ query: MyRequestsDocument, requestPolicy: 'cache-and-network' });
  const rows = data?.myRequests.nodes;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <Link className="button button-primary" to="/demandes/nouvelle">
          {words.new}
        </Link>
      </header>
      {error && !data && <Problem retry={() => again({ requestPolicy: 'network-only' })} />}
      {!error && !rows && <Loading />}
      {rows?.length === 0 && <Empty icon="help" text={words.empty} />}
      {rows && rows.length > 0 && (
        <TableScroll label={words.title}>
          <table>
            <caption className="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                {Object.entries(words.columns).map(([name, text]) => (
                  <th key={name} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.described ?? words.anonymous}</th>
                  <td>{labels.reasons[one.reason]}</td>
                  <td>{formatMoment(one.receivedAt)}</td>
                  <td className={one.overdue ? 'request-late' : ''}>{clockOf(one)}</td>
                  <td>{statusOf(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
