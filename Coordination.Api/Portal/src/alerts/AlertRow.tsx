import { memo } from 'react';
import type { AlertLineFragment } from '../gql/graphql';
import { formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { SeverityMark, statusText } from './AlertStatusText';
import { labels } from './labels.fr';

interface Props {
  alert: AlertLineFragment | undefined;
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

export const rowId = (index: number) => `alert-row-${index}`;

export const AlertRow = memo(function AlertRow(props: Props) {
  const { alert, index, top, measure, selected, changed, minute } = props;
  const name = [
    'row',
    selected && 'row-selected',
    changed && 'row-changed',
    alert?.status !== 'RAISED' && 'row-settled',
  ];
  const place = { transform: `translateY(${top}px)` };
  if (!alert)
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
        <span role="gridcell" aria-colspan={6}>
          {labels.loadingRow}
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
      <span role="gridcell" className="cell-priority">
        <SeverityMark severity={alert.severity} />
      </span>
      <span role="gridcell" className="cell-person">
        <strong>{personName(alert.subject)}</strong>
        <small>{personLine(alert.subject)}</small>
      </span>
      <span role="gridcell" className="cell-reason">
        {alert.title}
      </span>
      <span role="gridcell" className="cell-due">
        {alert.dueAt ? (
          <>
            <span>{formatMoment(alert.dueAt)}</span>
            <small>{formatRemaining(alert.dueAt, new Date(minute * 60_000))}</small>
          </>
        ) : (
          <small>{labels.noDue}</small>
        )}
      </span>
      <span role="gridcell" className="cell-status">
        <span className={`status status-${alert.status}`}>{statusText(alert)}</span>
        <small className="received-inline">
          {labels.received} {formatMoment(alert.raisedAt)}
        </small>
      </span>
      <span role="gridcell" className="cell-received">
        {formatMoment(alert.raisedAt)}
      </span>
    </div>
  );
});
