import { useEffect, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { DischargeByIdDocument, type DischargeByIdQuery } from '../gql/graphql';
import { useConnection, useFeed } from '../graphql/ConnectionContext';

interface Past {
  key: string;
  data?: DischargeByIdQuery | undefined;
  error?: CombinedError | undefined;
}

/** A discharge as it is, kept up to date; or as it was known at an instant, read apart and never cached. */
export function useDischarge(id: string, asOf: string | null) {
  const { past: client } = useConnection();
  const [now, again] = useQuery({
    query: DischargeByIdDocument,
    variables: { id },
    pause: asOf !== null,
    requestPolicy: 'cache-and-network',
  });
  const [past, setPast] = useState<Past>();
  const [attempt, setAttempt] = useState(0);
  const key = `${id} ${asOf} ${attempt}`;
  useEffect(() => {
    if (asOf === null) return;
    let wanted = true;
    void client.query(DischargeByIdDocument, { id, asOf }).then(({ data, error }) => {
      if (wanted) setPast({ key, data, error });
    });
    return () => {
      wanted = false;
    };
  }, [client, id, asOf, key]);

  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => {
      const own = item.nodeId === id || now.data?.discharge?.alerts.some((alert) => alert.id === item.nodeId);
      // A new alert is not known to be of this discharge before the discharge is read again.
      if (asOf === null && (own || item.type === 'ALERT_CHANGED')) refetch();
    },
    resync: () => asOf === null && refetch(),
  });
  if (asOf === null) return { data: now.data, error: now.error, retry: refetch };
  const known = past?.key === key ? past : undefined;
  return { data: known?.data, error: known?.error, retry: () => setAttempt((n) => n + 1) };
}
