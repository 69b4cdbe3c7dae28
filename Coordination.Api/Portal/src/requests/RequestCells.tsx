import { SeverityMark } from '../alerts/AlertStatusText';
import type { AlertSeverity, RequestLineFragment, RequestUrgency } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment, formatRemaining, formatSpan, personLine, personName } from '../ui/format.fr';
import { labels } from './labels.fr';
import { statusText } from './views';

const looks: Record<RequestUrgency, AlertSeverity> = { CRITICAL: 'CRITICAL', URGENT: 'URGENT', NORMAL: 'INFO' };

/** Urgency by a word, a shape and a colour, the same as those of alerts. */
export function UrgencyMark({ urgency }: { urgency: RequestUrgency }) {
  return <SeverityMark severity={looks[urgency]} word={careLabels.urgencies[urgency]} />;
}

/** How long a request has waited: « il y a 2 h 05 ». */
export const ageText = (receivedAt: string, now: Date): string =>
  labels.age(formatSpan(Math.max(0, now.getTime() - new Date(receivedAt).getTime())));

/** « Soins infirmiers, Portage de repas ». */
export const needsText = ({ needs }: Pick<RequestLineFragment, 'needs'>): string =>
  needs.map((need) => careLabels.needs[need]).join(', ') || labels.noNeeds;

const today = (now: Date) => now.toISOString().slice(0, 10);

/** Who it is about, or why that is not said. */
export const whoText = ({ subject, information }: Pick<RequestLineFragment, 'subject' | 'information'>): string =>
  subject ? personName(subject) : information === 'OPPOSED' ? labels.anonymous : labels.anonymousCall;

/** One request of the list, in the order of its columns. */
export function requestCells(request: RequestLineFragment, now: Date, picked: boolean) {
  const open = request.status === 'RECEIVED' || request.status === 'TAKEN';
  return (
    <>
      <span role="gridcell" className="cell-priority">
        <UrgencyMark urgency={request.urgency} />
        {picked && <span className="request-picked">{labels.pick}</span>}
      </span>
      <span role="gridcell" className="cell-person">
        <strong>{whoText(request)}</strong>
        <small>{request.subject ? personLine(request.subject) : request.commune.name}</small>
      </span>
      <span role="gridcell" className="cell-reason">
        {labels.reasons[request.reason]}
        {request.establishment && <small>{needsText(request)}</small>}
        <small>
          {careLabels.origins[request.origin]}
          {request.establishment && `, ${request.establishment.name}`}
        </small>
        <small>{careLabels.information[request.information]}</small>
      </span>
      <span role="gridcell" className="cell-due">
        <span>{formatMoment(request.dueAt)}</span>
        <small className={request.overdue ? 'request-late' : ''}>
          {open ? formatRemaining(request.dueAt, now) : request.overdue ? labels.tooLate : labels.inTime}
        </small>
        {request.expectedAt && (
          <small>
            {labels.expected} {formatMoment(request.expectedAt)}
          </small>
        )}
      </span>
      <span role="gridcell" className="cell-status">
        <span className={`status status-${request.status}`}>{statusText(request, today(now))}</span>
        <small className="received-inline">
          {labels.received} {ageText(request.receivedAt, now)}
        </small>
      </span>
      <span role="gridcell" className="cell-received">
        {ageText(request.receivedAt, now)}
      </span>
    </>
  );
}
