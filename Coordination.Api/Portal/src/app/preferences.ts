import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const keyOf = (userId: string) => `coordination.single-keys.${userId}`;

/** Whether single letters act in the grid: kept on this computer for each user, and nothing else is. */
export function useSingleKeys(userId: string): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => localStorage.getItem(keyOf(userId)) !== 'off',
  );
  const set = useCallback(
    (value: boolean) => {
      localStorage.setItem(keyOf(userId), value ? 'on' : 'off');
      for (const listener of [...listeners]) listener();
    },
    [userId],
  );
  return [on, set];
}
