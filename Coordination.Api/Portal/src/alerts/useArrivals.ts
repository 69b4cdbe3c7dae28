import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import type { AlertLineFragment } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { labels } from './labels.fr';
import { belongs, effectOf, type ViewName } from './views';

interface Options {
  view: ViewName;
  me: string | undefined;
  rows: ReadonlyMap<number, AlertLineFragment>;
  /** Nobody is reading a row: the list may change by itself. */
  idle: boolean;
  refresh(): void;
  recount(): void;
}
const outlineMs = 5_000;
const recountAfterMs = 150;
const leaveAfterMs = 8_000;

/** What the feed does to the list: rows change in place; what comes or goes waits while somebody is reading. */
export function useArrivals({ view, me, rows, idle, refresh, recount }: Options) {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const outlines = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const announce = useAnnounce();

  const forget = useCallback(
    (id: string) => setChanged((now) => new Set([...now].filter((other) => other !== id))),
    [],
  );
  const outline = (id: string) => {
    setChanged((now) => new Set(now).add(id));
    clearTimeout(outlines.current.get(id));
    outlines.current.set(
      id,
      setTimeout(() => forget(id), outlineMs),
    );
  };
  const recountSoon = () => {
    clearTimeout(counting.current);
    counting.current = setTimeout(recount, recountAfterMs);
  };
  const reload = useCallback(() => {
    setWaiting(new Set());
    refresh();
  }, [refresh]);

  useFeed({
    item: (item) => {
      if (item.type !== 'ALERT_CHANGED' || !item.nodeId) return;
      recountSoon();
      outline(item.nodeId);
      const listed = [...rows.values()].some((row) => row.id === item.nodeId);
      const wanted = item.alert ? belongs(view, item.alert, me) : false;
      const effect = effectOf(listed, wanted);
      if (effect === 'none') return;
      if (effect === 'arrival') announce(labels.arrived(waiting.size + 1));
      // What leaves the view stays where it is with its new state, long enough to be read; then it goes by itself.
      if (effect === 'departure')
        leaving.current = setTimeout(() => setWaiting((now) => new Set(now).add(item.nodeId ?? '')), leaveAfterMs);
      else if (idle) reload();
      else setWaiting((now) => new Set(now).add(item.nodeId ?? ''));
    },
    resync: () => {
      reload();
      recount();
    },
  });

  // The reader let go of the list: what waited is shown.
  useEffect(() => {
    if (idle && waiting.size > 0) reload();
  }, [idle, waiting, reload]);
  useEffect(
    () => () => {
      clearTimeout(counting.current);
      clearTimeout(leaving.current);
      for (const timer of outlines.current.values()) clearTimeout(timer);
    },
    [],
  );
  return { waiting: waiting.size, changed, reload };
}
