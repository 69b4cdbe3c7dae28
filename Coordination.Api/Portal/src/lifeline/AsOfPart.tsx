import { Provider, useQuery } from 'urql';
import { RecordAsOfDocument } from '../gql/graphql';
import { useConnection } from '../graphql/ConnectionContext';
import { SituationList } from '../records/SituationPart';
import { labels as life } from '../synthesis/labels.fr';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';

/** The record as it was known at an instant; it never meets the cache of today's. */
export function AsOfPart(props: { id: string; knownAt: string }) {
  const { past } = useConnection();
  return (
    <Provider value={past}>
      <Past {...props} />
    </Provider>
  );
}

function Past({ id, knownAt }: { id: string; knownAt: string }) {
  const [{ data, fetching }] = useQuery({ query: RecordAsOfDocument, variables: { id, knownAt } });
  const record = data?.careRecord;
  if (!record) return fetching ? <Loading lines={2} /> : <p>{labels.pastNone}</p>;
  return (
    <>
      <h3>{labels.pastState}</h3>
      <p>
        {life.status[record.status]}
        {record.intensity && `, ${life.intensities[record.intensity].toLocaleLowerCase('fr-FR')}`}. {labels.referent} :{' '}
        {record.referent?.displayName ?? labels.none}
      </p>
      <SituationList record={record} />
    </>
  );
}
