import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { firstWindow, learn, type PageWindow, pageSize, pagesOf, reach } from './pageWindow';

/** One page of a list, as every connection of the schema gives it. */
export interface ListPage<T> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
  nodes: readonly T[];
}
type Paging = { first: number; after: string | null };

function usePage<Data, Filter extends object>(
  query: TypedDocumentNode<Data, Filter & Paging>,
  filter: Filter,
  window: PageWindow,
  page: number | undefined,
) {
  const variables = useMemo(
    () => ({ ...filter, first: pageSize, after: page === undefined ? null : (window.cursors[page] ?? null) }),
    [filter, window, page],
  );
  return useQuery({ query, variables, pause: page === undefined, requestPolicy: 'cache-and-network' });
}

/**
 * A window over a list that the server sorts and counts; rows not held are undefined.
 * `filter` and `pick` must stay the same as long as the list does.
 */
export function useWindowedList<Data, Filter extends object, T>(
  query: TypedDocumentNode<Data, Filter & Paging>,
  filter: Filter,
  pick: (data: Data) => ListPage<T>,
) {
  const [window, setWindow] = useState(firstWindow);
  const pages = pagesOf(window);
  const slots = [
    usePage(query, filter, window, pages[0]),
    usePage(query, filter, window, pages[1]),
    usePage(query, filter, window, pages[2]),
  ] as const;
  const held = (slot: 0 | 1 | 2) => {
    const data = slots[slot][0].data;
    return data === undefined ? undefined : pick(data);
  };
  const [a, b, c] = [held(0), held(1), held(2)];

  const last = pages.findLastIndex((page) => page !== undefined);
  const end = [a, b, c][last];
  useEffect(() => {
    if (end?.pageInfo.hasNextPage) setWindow((now) => learn(now, now.first + last, end.pageInfo.endCursor));
  }, [end, last]);

  const rows = useMemo(() => {
    const found = new Map<number, T>();
    [a, b, c].forEach((page, slot) => {
      if (pages[slot] === undefined || !page) return;
      page.nodes.forEach((node, row) => {
        found.set((window.first + slot) * pageSize + row, node);
      });
    });
    return found;
  }, [a, b, c, window.first, pages]);

  const [first, second, third] = [slots[0][1], slots[1][1], slots[2][1]];
  const refresh = useCallback(() => {
    setWindow(firstWindow);
    first({ requestPolicy: 'network-only' });
    second({ requestPolicy: 'network-only' });
    third({ requestPolicy: 'network-only' });
  }, [first, second, third]);

  return {
    rows,
    count: a?.totalCount ?? 0,
    loaded: a !== undefined,
    error: slots.find(([state]) => state.error)?.[0].error,
    refresh,
    see: useCallback((row: number) => setWindow((now) => reach(now, row)), []),
  };
}
