import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { type AlertLineFragment, AlertPageDocument } from '../gql/graphql';
import { firstWindow, learn, type PageWindow, pageSize, pagesOf, reach } from './pageWindow';
import { type ViewName, views } from './views';

function useAlertPage(view: ViewName, text: string, window: PageWindow, page: number | undefined) {
  const variables = useMemo(
    () => ({
      first: pageSize,
      after: page === undefined ? null : (window.cursors[page] ?? null),
      where: text ? { ...views[view].where, text } : views[view].where,
      order: views[view].order,
    }),
    [view, text, window, page],
  );
  return useQuery({
    query: AlertPageDocument,
    variables,
    pause: page === undefined,
    requestPolicy: 'cache-and-network',
  });
}

/** A window over a list that the server sorts and counts; rows not held are undefined. */
export function useAlertList(view: ViewName, text: string) {
  const [window, setWindow] = useState(firstWindow);
  const pages = pagesOf(window);
  const slots = [
    useAlertPage(view, text, window, pages[0]),
    useAlertPage(view, text, window, pages[1]),
    useAlertPage(view, text, window, pages[2]),
  ] as const;
  const [a, b, c] = [slots[0][0].data?.alerts, slots[1][0].data?.alerts, slots[2][0].data?.alerts];

  const last = pages.findLastIndex((page) => page !== undefined);
  const end = [a, b, c][last];
  useEffect(() => {
    if (end?.pageInfo.hasNextPage) setWindow((now) => learn(now, now.first + last, end.pageInfo.endCursor));
  }, [end, last]);

  const rows = useMemo(() => {
    const held = new Map<number, AlertLineFragment>();
    [a, b, c].forEach((page, slot) => {
      if (pages[slot] === undefined || !page) return;
      page.nodes.forEach((node, row) => {
        held.set((window.first + slot) * pageSize + row, node);
      });
    });
    return held;
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
