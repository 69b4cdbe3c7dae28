import { useEffect } from 'react';

/** Titles tell pages apart and never hold a person's name: they stay in the browser's history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Coordination`;
  }, [title]);
}
