import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

/** What is searched for lives in memory alone: an address or a history would keep a person's name. */
export function searchFor(value: string): void {
  text = value;
  for (const listener of [...listeners]) listener();
}

export const useSearchText = (): string =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => text,
  );
