import { useQuery } from 'urql';
import { PersonRecordDocument, RequestsOfPersonDocument } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';

const words = labels.call;

/** What is under way for the person already: her record and her other requests. */
export function KnownBeside({ person }: { person: string | undefined }) {
  const asked = { pause: person === undefined, requestPolicy: 'network-only' } as const;
  const [{ data: known, fetching }] = useQuery({
    query: PersonRecordDocument,
    variables: { id: person ?? '' },
    ...asked,
  });
  const [{ data: others }] = useQuery({
    query: RequestsOfPersonDocument,
    variables: { person: person ?? '' },
    ...asked,
  });
  const record = person === undefined ? undefined : known?.person?.record;
  const requests = person === undefined ? [] : (others?.requests.nodes ?? []);
  return (
    <aside className="panel" aria-label={words.beside}>
      <h2>{words.beside}</h2>
      <div role="status" aria-live="polite">
        {person === undefined && <p className="muted">{words.besideNone}</p>}
        {person !== undefined && fetching && <Loading />}
        {person !== undefined && !fetching && !record && requests.length === 0 && <p>{words.noOther}</p>}
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
    </aside>
  );
}
