import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import type { Connection } from './client';
import type { FeedItem, FeedState } from './liveFeed';

const Context = createContext<Connection | null>(null);

/** Opens the feed of the tab while it is mounted, and follows what the browser knows of the network. */
export function ConnectionProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  useEffect(() => {
    const { feed } = connection;
    const online = () => feed.reconnectNow();
    const offline = () => feed.networkLost();
    feed.start();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      feed.stop();
    };
  }, [connection]);
  return (
    <Context value={connection}>
      <Provider value={connection.client}>{children}</Provider>
    </Context>
  );
}

export function useConnection(): Connection {
  const connection = useContext(Context);
  if (!connection) throw new Error('No connection above this component');
  return connection;
}

export function useFeedState(): FeedState {
  const { feed } = useConnection();
  return useSyncExternalStore(feed.onState, feed.state);
}

/** Calls back for each change, and when everything shown must be read again. */
export function useFeed(listener: { item?(item: FeedItem): void; resync?(): void }): void {
  const { feed } = useConnection();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () => feed.listen({ item: (item) => latest.current.item?.(item), resync: () => latest.current.resync?.() }),
    [feed],
  );
}

/** True once `active` has lasted: a skeleton for a fast answer would only flicker. */
export function useSlow(active: boolean, afterMs = 300): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => clearTimeout(timer);
  }, [active, afterMs]);
  return slow;
}
