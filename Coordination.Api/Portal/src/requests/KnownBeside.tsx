import { useQuery } from 'urql';
import { PersonRecordDocument, RequestsOfPersonDocument, type StrictFragment } from '../gql/graphql';
import { formatMoment, personName } from '../ui/format.fr';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';

const words = labels.call;
const most = 3;

/** What is under way already for the person chosen, or for those who are found while she is searched for. */
export function KnownBeside({ persons }: { persons: readonly StrictFragment[] }) {
  return (
    <aside className="panel" aria-label={words.beside}>
      <h2>{words.beside}</h2>
      {persons.length === 0 && <p className="muted">{words.besideNone}</p>}
      {persons.slice(0, most).map((person) => (
        <KnownOf key={person.id} person={person} />
      ))}
    </aside>
  );
}

function KnownOf({ person }: { person: StrictFragment }) {
  const [{ data: known, fetching }] = useQuery({
    query: PersonRecordDocument,
    variables: { id: person.id },
    requestPolicy: 'network-only',
  });
  const [{ data: others }] = useQuery({
    query: RequestsOfPersonDocument,
    variables: { person: person.id },
    requestPolicy: 'network-only',
  });
  const record = known?.person?.record;
  const requests = others?.requests.nodes ?? [];
  return (
    <section aria-label={personName(person)}>
      <h3>{personName(person)}</h3>
      <div role="status" aria-live="polite">
        {fetching && <Loading />}
        {!fetching && !record && requests.length === 0 && <p>{words.noOther}</p>}
        {record && (
          <p className="notice">
            {words.record(words.recordStatus[record.status], record.referent?.displayName ?? words.noReferent)}
          </p>
        )}
        {requests.length > 0 && (
          <ul>
            {requests.map((one) => (
              <li key={one.id}>
                {labels.reasons[one.reason]}, {formatMoment(one.receivedAt)} :{' '}
                {one.status === 'TAKEN' ? labels.views.team : labels.status[one.status]}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
