import { useEffect, useMemo, useRef, useState } from 'react';
import { type Shown, withGone } from './lingering';

const keptMs = 5000;

/** Rows that leave the list stay struck for five seconds, so that nothing vanishes under the reader's eyes. Another list starts afresh. */
export function useLingering<T extends { id: string }>(list: string, rows: readonly T[] | undefined): Shown<T>[] {
  const before = useRef<{ list: string; shown: Shown<T>[] }>({ list, shown: [] });
  const [forgotten, forget] = useState(0);
  const shown = useMemo(() => {
    // `forgotten` counts the times that struck rows were taken away: they are left out from then on.
    const kept = before.current.list === list && forgotten >= 0 ? before.current.shown : [];
    return rows ? withGone(kept, rows) : [];
  }, [list, rows, forgotten]);
  useEffect(() => {
    before.current = { list, shown };
    if (!shown.some((one) => one.gone)) return;
    const timer = setTimeout(() => {
      before.current = { list, shown: shown.filter((one) => !one.gone) };
      forget((n) => n + 1);
    }, keptMs);
    return () => clearTimeout(timer);
  }, [list, shown]);
  return shown;
}
