import { useEffect, useRef } from 'react';
import type { UseQueryExecute, UseQueryState } from 'urql';

/**
 * Reads a query anew, one request at a time: what changes while one is under way is read after it. A second request beside the first
 * would end it, and the cache would be left without an answer.
 */
export function useRefetch({ fetching, stale }: Pick<UseQueryState, 'fetching' | 'stale'>, again: UseQueryExecute) {
  const busy = fetching || stale;
  const under = useRef(busy);
  const due = useRef(false);
  under.current = under.current || busy;
  useEffect(() => {
    if (busy) return;
    under.current = false;
    if (!due.current) return;
    due.current = false;
    under.current = true;
    again({ requestPolicy: 'network-only' });
  }, [busy, again]);
  return () => {
    if (under.current) due.current = true;
    else {
      under.current = true;
      again({ requestPolicy: 'network-only' });
    }
  };
}
