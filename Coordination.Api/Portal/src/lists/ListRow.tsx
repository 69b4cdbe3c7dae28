import { memo, type ReactNode } from 'react';
import { labels } from '../ui/labels.fr';

interface Props {
  row: { id: string } | undefined;
  cells(row: { id: string }, now: Date): ReactNode;
  columns: number;
  settled: boolean;
  index: number;
  top: number;
  measure(row: HTMLElement | null): void;
  selected: boolean;
  changed: boolean;
  /** Whole minutes since the epoch: a row is drawn again when the minute turns, not before. */
  minute: number;
  onSelect(index: number): void;
  onOpen(index: number): void;
}

export const rowId = (index: number) => `list-row-${index}`;

export const ListRow = memo(function ListRow(props: Props) {
  const { row, cells, columns, settled, index, top, measure, selected, changed, minute } = props;
  const name = ['row', selected && 'row-selected', changed && 'row-changed', settled && 'row-settled'];
  const place = { transform: `translateY(${top}px)` };
  if (!row)
    return (
      <div
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        id={rowId(index)}
        className="row row-waiting"
        ref={measure}
        data-index={index}
        style={place}
      >
        <span role="gridcell" aria-colspan={columns}>
          {labels.loading}
        </span>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid, which holds the focus, answers the keys for its rows
    <div
      role="row"
      tabIndex={-1}
      id={rowId(index)}
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={name.filter(Boolean).join(' ')}
      style={place}
      onClick={() => props.onSelect(index)}
      onDoubleClick={() => props.onOpen(index)}
    >
      {cells(row, new Date(minute * 60_000))}
    </div>
  );
});
