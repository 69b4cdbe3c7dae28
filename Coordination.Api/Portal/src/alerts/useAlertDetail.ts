import { useQuery } from 'urql';
import { AlertByIdDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';

/** One alert in full with its discharge, kept up to date; nothing is read while none is selected. */
export function useAlertDetail(id: string | undefined) {
  const [{ data, error, fetching }, again] = useQuery({
    query: AlertByIdDocument,
    variables: { id: id ?? '' },
    pause: id === undefined,
    requestPolicy: 'cache-and-network',
  });
  const retry = () => again({ requestPolicy: 'network-only' });
  const alert = id === undefined ? undefined : data?.alert;
  useFeed({
    item: (item) => id !== undefined && (item.nodeId === id || item.nodeId === alert?.discharge?.id) && retry(),
    resync: () => id !== undefined && retry(),
  });
  return {
    alert,
    loading: id !== undefined && (!data || (fetching && alert?.id !== id)),
    failed: id !== undefined && error !== undefined && !data,
    retry,
  };
}
