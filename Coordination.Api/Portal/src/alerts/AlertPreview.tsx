import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AlertByIdDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { SeverityMark, statusText } from './AlertStatusText';
import { labels } from './labels.fr';

interface Props {
  id: string | undefined;
  mayTake: boolean;
  busy: boolean;
  onTake(): void;
  onClose(): void;
  onBack(): void;
}

/** The selected alert in full: what, why, what would end it, and the buttons with what they do to others. */
export function AlertPreview({ id, mayTake, busy, onTake, onClose, onBack }: Props) {
  const [{ data, error, fetching }, again] = useQuery({
    query: AlertByIdDocument,
    variables: { id: id ?? '' },
    pause: id === undefined,
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.nodeId === id && id !== undefined && refetch(),
    resync: () => id !== undefined && refetch(),
  });
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another alert is read from its top
  useEffect(() => body.current?.scrollTo(0, 0), [id]);

  if (id === undefined) return <Empty icon="inbox" text={labels.noSelection} />;
  if (error && !data) return <Problem retry={refetch} />;
  if (!data || (fetching && data.alert?.id !== id)) return <Loading />;
  const { alert } = data;
  if (!alert) return <Empty icon="search" text={labels.gone} />;
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
      <h2>{alert.title}</h2>
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
      {open && mayTake && (
        <div className="preview-actions">
          {alert.status === 'RAISED' && (
            <div>
              <Button kind="primary" wide disabled={busy} onPress={onTake} keyShortcut="e">
                {labels.take}
              </Button>
              <small>{labels.takeScope}</small>
            </div>
          )}
          <div>
            <Button wide disabled={busy} onPress={onClose} keyShortcut="x">
              {labels.close}
            </Button>
            <small>{labels.closeScope}</small>
          </div>
        </div>
      )}
      <section className="why" aria-labelledby="why-heading">
        <h3 id="why-heading">{labels.why}</h3>
        <p className="muted">{labels.rule(alert.ruleCode, alert.ruleVersion)}</p>
        <dl className="facts">
          {alert.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
        <h4>{labels.causes}</h4>
        <ul className="causes">
          {alert.causes.map((cause) => (
            <li key={cause.eventId}>
              <strong>{cause.label}</strong>
              <span>
                {labels.occurred} {formatMoment(cause.occurredAt)} · {labels.recorded} {formatMoment(cause.recordedAt)}
              </span>
              <span>
                {labels.source} : {cause.source}
              </span>
            </li>
          ))}
        </ul>
      </section>
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
