import { useEffect, useRef } from 'react';
import { Milestones, stepsOf } from '../discharge/Milestones';
import { useSeen } from '../discharge/useSeen';
import type { RequestDetailFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';
import { needsText, UrgencyMark } from './RequestCells';
import { statusText } from './views';

interface Props {
  /** Undefined when none is selected, null when it is not there. */
  request: RequestDetailFragment | null | undefined;
  loading: boolean;
  failed: boolean;
  retry(): void;
  mayTake: boolean;
  busy: boolean;
  onTake(): void;
  onBack(): void;
}

/** The selected request: what is known, how far it has come, and the one thing that can be done about it. */
export function RequestPreview({ request, loading, failed, retry, mayTake, busy, onTake, onBack }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is read from its top
  useEffect(() => {
    // What scrollTo gives back, a promise in recent browsers, is not for React.
    body.current?.scrollTo(0, 0);
  }, [request?.id]);
  const waiting = mayTake && request && request.status !== 'WITHDRAWN';
  useSeen(heading, waiting ? { id: request.id, seen: !!request.receipt.seenAt } : undefined);

  if (failed) return <Problem retry={retry} />;
  if (loading) return <Loading />;
  if (request === undefined) return <Empty icon="help" text={labels.noSelection} />;
  if (request === null) return <Empty icon="search" text={labels.gone} />;
  const { subject } = request;
  const facts: [string, string][] = [
    [labels.origin, careLabels.origins[request.origin]],
    [labels.establishment, request.establishment.name],
    [labels.commune, request.commune.name],
    [labels.destination, careLabels.destinations[request.destination]],
    [labels.needs, needsText(request)],
    [labels.information, careLabels.information[request.information]],
    [labels.serviceContact, request.serviceContact ?? labels.notGiven],
    [labels.relative, request.relative ?? labels.notGiven],
  ];
  return (
    <div className="preview-body" ref={body}>
      <div className="preview-back">
        <Button kind="quiet" onPress={onBack}>
          <Icon name="back" /> {labels.back}
        </Button>
      </div>
      <p className="preview-standing">
        <UrgencyMark urgency={request.urgency} />
        <span className={`status status-${request.status}`}>{statusText(request)}</span>
      </p>
      <h2 ref={heading}>{subject ? personName(subject) : labels.anonymous}</h2>
      {subject ? (
        <p className="preview-person">
          <span>{personLine(subject)}</span>
          {subject.phone && (
            <span>
              {labels.phone} {subject.phone}
            </span>
          )}
        </p>
      ) : (
        <p className="notice">{labels.anonymousWhy}</p>
      )}
      <p className="preview-due">
        <Icon name="clock" /> {labels.expected} {formatMoment(request.expectedAt)},{' '}
        {formatRemaining(request.expectedAt, new Date())} ({careLabels.reliability[request.dateReliability]})
      </p>
      {mayTake && request.status === 'RECEIVED' && (
        <div className="preview-actions">
          <div>
            <Button kind="primary" wide disabled={busy} onPress={onTake} keyShortcut="e">
              {labels.take}
            </Button>
            <small>{labels.takeScope}</small>
          </div>
        </div>
      )}
      <p className="muted small">{mayTake ? labels.noRecord : labels.readOnly}</p>
      <section>
        <h3>{labels.known}</h3>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{labels.followed}</h3>
        <Milestones steps={stepsOf(request.receipt)} />
      </section>
      <section>
        <h3>{labels.history}</h3>
        <HistoryList entries={request.history} />
      </section>
    </div>
  );
}
