import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type GridCommand, gridAction } from './gridKeys';
import { ListRow, rowId } from './ListRow';

interface Props<T extends { id: string }> {
  label: string;
  /** Names of the columns in their order; a cell has the class of its column. */
  columns: Readonly<Record<string, string>>;
  rows: ReadonlyMap<number, T>;
  count: number;
  selected: number | undefined;
  changed: ReadonlySet<string>;
  singleKeys: boolean;
  /** The cells of a row, drawn again when the row or the minute changes: the same function each time. */
  cells(row: T, now: Date): ReactNode;
  /** Nothing is left to do about a row. */
  settled(row: T): boolean;
  onSelect(index: number | undefined): void;
  onSee(index: number): void;
  onAction(action: GridCommand): void;
}
const minuteNow = () => Math.floor(Date.now() / 60_000);
const narrow = '(max-width: 44rem)';

/** One tab stop; the active row is told by its id, so the focus never moves while rows come and go. */
export function ListGrid<T extends { id: string }>(props: Props<T>) {
  const { label, columns, rows, count, selected, changed, singleKeys, cells, settled, onSelect, onSee, onAction } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const [cards, setCards] = useState(() => window.matchMedia(narrow).matches);
  const [minute, setMinute] = useState(minuteNow);
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteNow()), 5_000);
    const media = window.matchMedia(narrow);
    const follow = () => setCards(media.matches);
    media.addEventListener('change', follow);
    return () => {
      clearInterval(timer);
      media.removeEventListener('change', follow);
    };
  }, []);
  // A first guess: rows are measured, so that a long name or title is never cut.
  const height = cards ? 148 : 80;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row height means measuring again
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index;
  const firstSeen = items[0]?.index;
  useEffect(() => {
    if (lastSeen !== undefined) onSee(lastSeen);
  }, [lastSeen, onSee]);
  useEffect(() => {
    if (firstSeen !== undefined) onSee(firstSeen);
  }, [firstSeen, onSee]);

  const move = (index: number) => {
    onSelect(index);
    virtual.scrollToIndex(index);
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const screen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const action = gridAction(event.key, { index: selected ?? -1, count, screen, singleKeys });
    if (!action) return;
    event.preventDefault();
    if (action === 'leave') onSelect(undefined);
    else if (typeof action === 'string') onAction(action);
    else if (count > 0) move(action.move);
  };
  const select = useCallback((index: number) => onSelect(index), [onSelect]);
  const open = useCallback(() => onAction('open'), [onAction]);
  const names = Object.entries(columns);
  return (
    <div
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={names.length}
      {...(selected === undefined ? {} : { 'aria-activedescendant': rowId(selected) })}
      onKeyDown={key}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="row-head" tabIndex={-1}>
          {names.map(([name, text]) => (
            <span key={name} role="columnheader" className={`cell-${name}`} tabIndex={-1}>
              {text}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" ref={scroller}>
        <div role="presentation" className="grid-space" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.get(item.index);
            return (
              <ListRow
                key={row?.id ?? item.index}
                row={row}
                cells={cells as (row: { id: string }, now: Date) => ReactNode}
                columns={names.length}
                settled={row !== undefined && settled(row)}
                index={item.index}
                top={item.start}
                measure={virtual.measureElement}
                minute={minute}
                selected={item.index === selected}
                changed={row !== undefined && changed.has(row.id)}
                onSelect={select}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
