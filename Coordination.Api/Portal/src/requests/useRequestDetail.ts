import { useQuery } from 'urql';
import { RequestByIdDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';

/** One request in full, kept up to date; nothing is read while none is selected. */
export function useRequestDetail(id: string | undefined) {
  const [{ data, error, fetching }, again] = useQuery({
    query: RequestByIdDocument,
    variables: { id: id ?? '' },
    pause: id === undefined,
    requestPolicy: 'cache-and-network',
  });
  const retry = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => id !== undefined && item.nodeId === id && retry(),
    resync: () => id !== undefined && retry(),
  });
  const request = id === undefined ? undefined : data?.request;
  return {
    request,
    loading: id !== undefined && (!data || (fetching && request?.id !== id)),
    failed: id !== undefined && error !== undefined && !data,
    retry,
  };
}
