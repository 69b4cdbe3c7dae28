interface Row {
  id: string;
}
export interface Shown<T extends Row> {
  row: T;
  /** It left the list: struck, then taken away. */
  gone: boolean;
}

/** The rows of a list as they are now, with those that just left it in the place where they were. */
export function withGone<T extends Row>(before: readonly Shown<T>[], now: readonly T[]): Shown<T>[] {
  const ids = new Set(now.map((row) => row.id));
  const shown: Shown<T>[] = now.map((row) => ({ row, gone: false }));
  before.forEach((old, place) => {
    if (!ids.has(old.row.id)) shown.splice(Math.min(place, shown.length), 0, { row: old.row, gone: true });
  });
  return shown;
}
