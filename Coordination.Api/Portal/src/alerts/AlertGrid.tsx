import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { AlertLineFragment } from '../gql/graphql';
import { AlertRow, rowId } from './AlertRow';
import { gridAction } from './gridKeys';
import { labels } from './labels.fr';

interface Props {
  rows: ReadonlyMap<number, AlertLineFragment>;
  count: number;
  selected: number | undefined;
  changed: ReadonlySet<string>;
  singleKeys: boolean;
  onSelect(index: number | undefined): void;
  onSee(index: number): void;
  onAction(action: 'take' | 'close' | 'open' | 'refresh'): void;
}
const minuteNow = () => Math.floor(Date.now() / 60_000);
const narrow = '(max-width: 44rem)';

/** One tab stop; the active row is told by its id, so the focus never moves while rows come and go. */
export function AlertGrid({ rows, count, selected, changed, singleKeys, onSelect, onSee, onAction }: Props) {
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
  return (
    <div
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={labels.grid}
      aria-rowcount={count + 1}
      aria-colcount={6}
      {...(selected === undefined ? {} : { 'aria-activedescendant': rowId(selected) })}
      onKeyDown={key}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="row-head" tabIndex={-1}>
          {Object.entries(labels.columns).map(([name, label]) => (
            <span key={name} role="columnheader" className={`cell-${name}`} tabIndex={-1}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" ref={scroller}>
        <div role="presentation" className="grid-space" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const alert = rows.get(item.index);
            return (
              <AlertRow
                key={alert?.id ?? item.index}
                alert={alert}
                index={item.index}
                top={item.start}
                measure={virtual.measureElement}
                minute={minute}
                selected={item.index === selected}
                changed={alert !== undefined && changed.has(alert.id)}
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
