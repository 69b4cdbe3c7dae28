import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Milestones, stepsOf } from '../discharge/Milestones';
import { useSeen } from '../discharge/useSeen';
import type { RequestDetailFragment } from '../gql/graphql';
import { today } from '../records/days';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment, formatRemaining, personLine } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';
import { UrgencyMark, whoText } from './RequestCells';
import { decisionOf, Facts, factsOf } from './RequestFacts';
import type { TriageDialogName } from './useTriage';
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
  onOpen(dialog: TriageDialogName): void;
  onBack(): void;
}
const decisions = ['answer', 'orient', 'accept', 'refuse', 'duplicate', 'close'] as const;
const keys = { refuse: 'x', duplicate: 'd', snooze: 'h', assign: 'a' } as const;
const keyOf = (name: TriageDialogName) => (name in keys ? { keyShortcut: keys[name as keyof typeof keys] } : {});

/** What prepares a decision; what is known already is offered no more. */
const preparing = ({ subject, information }: RequestDetailFragment): TriageDialogName[] => [
  'snooze',
  'assign',
  'requalify',
  'screen',
  'rate',
  ...(information === 'INFORMED' ? [] : ['inform' as const]),
  ...(subject || information === 'OPPOSED' ? [] : ['identify' as const]),
];

/** The selected request: what is known, how far it has come, and what can be decided about it. */
export function RequestPreview({ request, loading, failed, retry, mayTake, busy, onTake, onOpen, onBack }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is read from its top
  useEffect(() => {
    // What scrollTo gives back, a promise in recent browsers, is not for React.
    body.current?.scrollTo(0, 0);
  }, [request?.id]);
  const open = request?.status === 'RECEIVED' || request?.status === 'TAKEN';
  useSeen(
    heading,
    mayTake && open && request.establishment ? { id: request.id, seen: !!request.receipt.seenAt } : undefined,
  );

  if (failed) return <Problem retry={retry} />;
  if (loading) return <Loading />;
  if (request === undefined) return <Empty icon="help" text={labels.noSelection} />;
  if (request === null) return <Empty icon="search" text={labels.gone} />;
  const { subject } = request;
  const decision = decisionOf(request);
  return (
    <div className="preview-body" ref={body}>
      <div className="preview-back">
        <Button kind="quiet" onPress={onBack}>
          <Icon name="back" /> {labels.back}
        </Button>
      </div>
      <p className="preview-standing">
        <UrgencyMark urgency={request.urgency} />
        <span className={`status status-${request.status}`}>{statusText(request, today())}</span>
      </p>
      <h2 ref={heading}>{whoText(request)}</h2>
      {subject ? (
        <p className="preview-person">
          <span>{personLine(subject)}</span>
          {subject.phone && (
            <span>
              {labels.phone} {subject.phone}
            </span>
          )}
          {subject.record && (
            <Link to={`/personnes/${encodeURIComponent(subject.record.id)}`}>{labels.openRecord}</Link>
          )}
        </p>
      ) : (
        <p className="notice">{request.information === 'OPPOSED' ? labels.anonymousWhy : labels.anonymousCallWhy}</p>
      )}
      <div className="request-asked">
        <strong>{labels.reasons[request.reason]}</strong>
        {request.narrative && <p>{request.narrative}</p>}
      </div>
      {request.expectedAt && request.dateReliability && (
        <p className="preview-due">
          <Icon name="clock" /> {labels.expected} {formatMoment(request.expectedAt)},{' '}
          {formatRemaining(request.expectedAt, new Date())} ({careLabels.reliability[request.dateReliability]})
        </p>
      )}
      <p className={request.overdue ? 'preview-due request-late' : 'preview-due'}>
        <Icon name="clock" />{' '}
        {request.answeredAt
          ? `${labels.answered} ${formatMoment(request.answeredAt)}, ${request.overdue ? labels.tooLate : labels.inTime}`
          : `${labels.dueIn} ${formatMoment(request.dueAt)}, ${formatRemaining(request.dueAt, new Date())}`}
      </p>
      {mayTake && open && (
        <div className="preview-actions">
          {request.status === 'RECEIVED' && (
            <div>
              <Button kind="primary" wide disabled={busy} onPress={onTake} keyShortcut="e">
                {labels.take}
              </Button>
              <small>{labels.takeScope}</small>
            </div>
          )}
          <fieldset className="request-actions">
            <legend>{labels.decide}</legend>
            {decisions.map((name) => (
              <Button key={name} disabled={busy} onPress={() => onOpen(name)} {...keyOf(name)}>
                {labels.actions[name]}
              </Button>
            ))}
          </fieldset>
          <fieldset className="request-actions">
            <legend>{labels.more}</legend>
            {preparing(request).map((name) => (
              <Button key={name} kind="quiet" disabled={busy} onPress={() => onOpen(name)} {...keyOf(name)}>
                {labels.actions[name]}
              </Button>
            ))}
          </fieldset>
        </div>
      )}
      {open && <p className="muted small">{mayTake ? labels.noRecord : labels.readOnly}</p>}
      {decision.length > 0 && (
        <section>
          <h3>{labels.decision}</h3>
          <Facts facts={decision} />
        </section>
      )}
      <section>
        <h3>{labels.known}</h3>
        <Facts facts={factsOf(request)} />
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
