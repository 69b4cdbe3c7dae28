export const pageSize = 100;
/** Pages held at once: at most 300 rows are in memory, however long the list is. */
export const pagesHeld = 3;

/** Which pages are held, and the cursors known so far (the cursor of a page is the end of the one before). */
export interface PageWindow {
  first: number;
  cursors: readonly (string | null)[];
}
export const firstWindow: PageWindow = { first: 0, cursors: [null] };

/** The pages to ask for now: those held whose cursor is known. */
export const pagesOf = (window: PageWindow): (number | undefined)[] =>
  Array.from({ length: pagesHeld }, (_, slot) => window.first + slot).map((page) =>
    page < window.cursors.length ? page : undefined,
  );

/** Learns where page `page + 1` begins. */
export function learn(window: PageWindow, page: number, endCursor: string | null | undefined): PageWindow {
  if (!endCursor || window.cursors[page + 1] === endCursor) return window;
  return { ...window, cursors: [...window.cursors.slice(0, page + 1), endCursor] };
}

/** Moves the window so that a row is held, as far as the cursors known allow. */
export function reach(window: PageWindow, row: number): PageWindow {
  const wanted = Math.min(Math.floor(row / pageSize), window.cursors.length - 1);
  if (wanted < window.first) return { ...window, first: Math.max(0, wanted - 1) };
  if (wanted > window.first + pagesHeld - 1) return { ...window, first: wanted - pagesHeld + 1 };
  return window;
}
