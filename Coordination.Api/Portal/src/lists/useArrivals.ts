import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { useFeed } from '../graphql/ConnectionContext';
import type { FeedItem } from '../graphql/liveFeed';

interface Options {
  /** The row a change is about, and whether this list wants it; undefined for a change of something else. */
  changeOf(item: FeedItem): { id: string; wanted: boolean } | undefined;
  /** What is said when some have come. */
  arrived(count: number): string;
  rows: ReadonlyMap<number, { id: string }>;
  /** Nobody is reading a row: the list may change by itself. */
  idle: boolean;
  refresh(): void;
  recount(): void;
}
/** What a change does to the list on screen. */
export function effectOf(listed: boolean, wanted: boolean): 'arrival' | 'departure' | 'none' {
  if (wanted && !listed) return 'arrival';
  return listed && !wanted ? 'departure' : 'none';
}

const outlineMs = 5_000;
const recountAfterMs = 150;
const leaveAfterMs = 8_000;

/** What the feed does to the list: rows change in place; what comes or goes waits while somebody is reading. */
export function useArrivals({ changeOf, arrived, rows, idle, refresh, recount }: Options) {
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
      const change = changeOf(item);
      if (!change) return;
      recountSoon();
      outline(change.id);
      const listed = [...rows.values()].some((row) => row.id === change.id);
      const effect = effectOf(listed, change.wanted);
      if (effect === 'none') return;
      const wait = () => setWaiting((now) => new Set(now).add(change.id));
      if (effect === 'arrival') announce(arrived(waiting.size + 1));
      // What leaves the view stays where it is with its new state, long enough to be read; then it goes by itself.
      if (effect === 'departure') leaving.current = setTimeout(wait, leaveAfterMs);
      else if (idle) reload();
      else wait();
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
