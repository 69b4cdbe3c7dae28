import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Preparation } from '../discharge/usePreparation';
import { useSeen } from '../discharge/useSeen';
import type { AlertDetailFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { AlertActions } from './AlertActions';
import { SeverityMark, statusText } from './AlertStatusText';
import { AlertWhy } from './AlertWhy';
import { labels } from './labels.fr';

interface Props {
  /** Undefined when nothing is selected, null when it is not there, and nothing but `loading` while it is read. */
  alert: AlertDetailFragment | null | undefined;
  loading: boolean;
  failed: boolean;
  retry(): void;
  tools: Preparation;
  mayTake: boolean;
  busy: boolean;
  onTake(): void;
  onClose(): void;
  onBack(): void;
}

/** The selected alert in full: what, why, what would end it, and the buttons with what they do to others. */
export function AlertPreview(props: Props) {
  const { alert, loading, failed, retry, tools, mayTake, busy, onTake, onClose, onBack } = props;
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another alert is read from its top
  useEffect(() => {
    // What scrollTo gives back, a promise in recent browsers, is not for React.
    body.current?.scrollTo(0, 0);
  }, [alert?.id]);
  const stay = alert?.discharge;
  const announced = tools.allowed && stay?.status === 'ANNOUNCED';
  useSeen(heading, announced ? { id: stay.id, seen: !!stay.receipt.seenAt } : undefined);

  if (failed) return <Problem retry={retry} />;
  if (loading) return <Loading />;
  if (alert === undefined) return <Empty icon="inbox" text={labels.noSelection} />;
  if (alert === null) return <Empty icon="search" text={labels.gone} />;
  const open = alert.status === 'RAISED' || alert.status === 'TAKEN';
  return (
    <div className="preview-body" ref={body}>
      <div className="preview-back">
        <Button kind="quiet" onPress={onBack}>
          <Icon name="back" /> {labels.back}
        </Button>
      </div>
      <p className="preview-standing">
        <SeverityMark severity={alert.severity} />
        <span className={`status status-${alert.status}`}>{statusText(alert)}</span>
      </p>
      <h2 ref={heading}>{alert.title}</h2>
      <p className="preview-person">
        <strong>{personName(alert.subject)}</strong>
        <span>{personLine(alert.subject)}</span>
        <span>
          {labels.identity[alert.subject.identityStatus]}
          {alert.subject.insMasked && ` · ${labels.ins} ${alert.subject.insMasked}`}
          {alert.subject.phone && ` · ${labels.phone} ${alert.subject.phone}`}
        </span>
      </p>
      <p className="preview-reason">{alert.reason}</p>
      {alert.dueAt && (
        <p className="preview-due">
          <Icon name="clock" /> {labels.columns.due} {formatMoment(alert.dueAt)},{' '}
          {formatRemaining(alert.dueAt, new Date())}
        </p>
      )}
      {alert.closure && (
        <p className="notice">
          {statusText(alert)}, {formatMoment(alert.closure.at)}. {alert.closure.reason}
        </p>
      )}
      {open && mayTake && <AlertActions alert={alert} tools={tools} busy={busy} onTake={onTake} onClose={onClose} />}
      {!mayTake && open && <p className="muted">{labels.readOnly}</p>}
      <AlertWhy alert={alert} />
      <section>
        <h3>{labels.resolves}</h3>
        <p>{alert.resolvesWhen}</p>
      </section>
      <section>
        <h3>{labels.recipients}</h3>
        <ul className="plain">
          {alert.recipients.map((recipient) => (
            <li key={`${recipient.role} ${recipient.label}`}>
              {recipient.label}
              {recipient.professional && ` : ${recipient.professional.displayName}`}
            </li>
          ))}
        </ul>
      </section>
      {alert.discharge && (
        <Link className="preview-open" to={`/discharges/${encodeURIComponent(alert.discharge.id)}`}>
          {labels.open} <Icon name="next" />
        </Link>
      )}
      <section>
        <h3>{labels.history}</h3>
        <HistoryList entries={alert.history} />
      </section>
    </div>
  );
}
