import { useEffect, useState, useSyncExternalStore } from 'react';

/** Lines begun and not sent, by where they are written: in the memory of the page and nowhere else, as everything about a person. */
const kept = new Map<string, string>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const keepLine = (key: string, text: string): void => {
  if (text === '') kept.delete(key);
  else kept.set(key, text);
  tell();
};

export const hasLines = (prefix: string): boolean => [...kept.keys()].some((key) => key.startsWith(prefix));

/** A line that is there when its writer comes back to it. */
export function useLine(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => kept.get(key) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      keepLine(key, next);
    },
  ];
}

/** Whether something of this plan is written and not sent; the browser then asks before the page is left or reloaded. */
export function useUnsent(prefix: string): boolean {
  const unsent = useSyncExternalStore(listen, () => hasLines(prefix));
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
  return unsent;
}
