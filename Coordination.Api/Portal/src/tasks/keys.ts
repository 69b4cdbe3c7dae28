import type { TaskAction } from './TaskDetail';

interface Place {
  /** The focused row; -1 when none is. */
  at: number;
  count: number;
  /** Letters act only when the reader left them on. */
  singleKeys: boolean;
  manages: boolean;
}

/** What a key does in a list of tasks: the row to go to, or what to do with the focused one. Enter opens it by itself. */
export function keyAction(key: string, { at, count, singleKeys, manages }: Place): number | TaskAction | undefined {
  const to = (row: number) => Math.max(0, Math.min(count - 1, row));
  if (count === 0) return undefined;
  if (key === 'ArrowDown' || (singleKeys && key === 'j')) return to(at + 1);
  if (key === 'ArrowUp' || (singleKeys && key === 'k')) return to(at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (!singleKeys || !manages || at < 0) return undefined;
  return ({ e: 'complete', h: 'postpone', a: 'handOver' } as const)[key as 'e' | 'h' | 'a'];
}
