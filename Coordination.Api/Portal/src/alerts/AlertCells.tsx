import type { AlertLineFragment } from '../gql/graphql';
import { formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { SeverityMark, statusText } from './AlertStatusText';
import { labels } from './labels.fr';

/** One alert of the list, in the order of its columns. */
export function alertCells(alert: AlertLineFragment, now: Date) {
  return (
    <>
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
            <small>{formatRemaining(alert.dueAt, now)}</small>
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
    </>
  );
}
