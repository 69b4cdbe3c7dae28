import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import {
  type PlanDetailFragment,
  ProposeCarePlanDocument,
  ReviseCarePlanDocument,
  SignCarePlanDocument,
  ValidateCarePlanDocument,
} from '../gql/graphql';
import { type Outcome, textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { CompareDialog } from './CompareDialog';
import { labels } from './labels.fr';
import {
  AgreementDialog,
  CallReviewDialog,
  CloseDialog,
  type DialogProps,
  GiveDialog,
  HoldReviewDialog,
  ScheduleDialog,
} from './PlanDialogs';

const dialogs = {
  agreement: AgreementDialog,
  give: GiveDialog,
  schedule: ScheduleDialog,
  call: CallReviewDialog,
  hold: HoldReviewDialog,
  close: CloseDialog,
} as const;

interface Props extends Omit<DialogProps, 'onClose'> {
  id: string;
  leads: boolean;
  answers: boolean;
  /** An earlier version is read: nothing can be done with it. */
  past: boolean;
  onVersion(number: number | undefined): void;
}

/** Beside the plan: where it stands, when it is looked at again, its versions, and what can be done next. */
export function PlanSide({ id, leads, answers, past, onVersion, ...props }: Props) {
  const { record, plan } = props;
  const [open, setOpen] = useState<keyof typeof dialogs | 'compare'>();
  const Dialog = open && open !== 'compare' ? dialogs[open] : undefined;
  return (
    <aside className="plan-side" aria-label={labels.state}>
      <Facts {...props} />
      {leads && !past && <Steps {...props} onOpen={setOpen} />}
      {answers && !leads && !past && <Signature {...props} onOpen={setOpen} />}
      <Versions plan={plan} past={past} onVersion={onVersion} />
      {plan.versions.length > 1 && <Button onPress={() => setOpen('compare')}>{labels.compare}</Button>}
      {open === 'compare' && <CompareDialog id={id} plan={plan} onClose={() => setOpen(undefined)} />}
      {Dialog && <Dialog {...props} record={record} onClose={() => setOpen(undefined)} />}
    </aside>
  );
}

function Facts({ record, plan }: Omit<DialogProps, 'onClose'>) {
  return (
    <dl className="plan-facts">
      <dt>{labels.state}</dt>
      <dd>
        {plan.statusLabel}, {labels.version(plan.number)}
        {plan.reviewDue && <span className="record-mark">{labels.reviewDue}</span>}
        {plan.reviewReason && <small className="muted"> {plan.reviewReason}</small>}
      </dd>
      <dt>{labels.referent}</dt>
      <dd>{record.referent?.displayName ?? labels.noReferent}</dd>
      <dt>{labels.reviewOn}</dt>
      <dd>{formatDay(plan.reviewOn)}</dd>
      <dt>{labels.agreement}</dt>
      <dd>{agreementOf(plan)}</dd>
      {plan.signatures.length > 0 && (
        <>
          <dt>{labels.signatures}</dt>
          <dd>{plan.signatures.map((one) => one.displayName).join(', ')}</dd>
        </>
      )}
      {plan.given.length > 0 && (
        <>
          <dt>{labels.given}</dt>
          <dd>{plan.given.map(({ to, on }) => labels.givenTo(to.name, formatDay(on))).join(' ; ')}</dd>
        </>
      )}
      {plan.reviews.length > 0 && (
        <>
          <dt>{labels.reviews}</dt>
          {plan.reviews.map((review) => (
            <dd key={`${review.on} ${review.summary}`}>
              {labels.reviewHeld(formatDay(review.on), review.by)} : {review.summary}
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

export const agreementOf = ({ agreement }: PlanDetailFragment): string =>
  !agreement
    ? labels.agreementNone
    : agreement.given
      ? labels.agreed(
          labels.givers[agreement.giver],
          agreement.means ? labels.means[agreement.means] : '',
          formatDay(agreement.on),
        )
      : labels.refused(labels.givers[agreement.giver], formatDay(agreement.on), agreement.refusal ?? '');

interface StepsProps extends Omit<DialogProps, 'onClose'> {
  onOpen(dialog: keyof typeof dialogs): void;
}

function useSteps(recordId: string) {
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string>();
  const [bare, setBare] = useState<readonly { objective: string; text: string }[]>([]);
  const run = async (sent: Promise<Outcome | undefined>, said: string) => {
    const outcome = await sent;
    if (!outcome) return;
    setProblem(textOf(outcome));
    setBare(
      outcome.kind === 'refused' && 'objectives' in outcome.error ? (outcome.error.objectives as typeof bare) : [],
    );
    if (outcome.kind === 'done') announce(said);
  };
  const propose = useCommand(ProposeCarePlanDocument, (data) => data.proposeCarePlan.errors);
  const sign = useCommand(SignCarePlanDocument, (data) => data.signCarePlan.errors);
  const validate = useCommand(ValidateCarePlanDocument, (data) => data.validateCarePlan.errors);
  const revise = useCommand(ReviseCarePlanDocument, (data) => data.reviseCarePlan.errors);
  return {
    problem,
    bare,
    propose: () => void run(propose.send({ recordId }), labels.proposed),
    sign: () => void run(sign.send({ recordId }), labels.saved),
    validate: () => void run(validate.send({ recordId }), labels.validated),
    revise: () => void run(revise.send({ recordId }), labels.revised),
  };
}

function Steps({ record, plan, onOpen }: StepsProps) {
  const { problem, bare, propose, sign, validate, revise } = useSteps(record.id);
  const inForce = plan.inForce === plan.number;
  return (
    <div className="record-actions">
      {problem && (
        <div className="notice notice-error" role="alert">
          {problem}
          {bare.length > 0 && (
            <>
              <p>{labels.withoutAction}</p>
              <ul>
                {bare.map(({ objective, text }) => (
                  <li key={objective}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {plan.status === 'DRAFT' && (
        <Button kind="primary" onPress={propose}>
          {labels.propose}
        </Button>
      )}
      {plan.status === 'PROPOSED' && (
        <>
          <Button kind={plan.agreement ? 'plain' : 'primary'} onPress={() => onOpen('agreement')}>
            {labels.recordAgreement}
          </Button>
          <Button kind={plan.agreement ? 'primary' : 'plain'} onPress={validate}>
            {labels.validate}
          </Button>
          <Button onPress={sign}>{labels.sign}</Button>
          <Button onPress={revise}>{labels.backToDraft}</Button>
        </>
      )}
      {inForce && plan.status !== 'CLOSED' && (
        <>
          <Button onPress={() => onOpen('give')}>{labels.give}</Button>
          <Button kind={plan.reviewDue ? 'primary' : 'plain'} onPress={() => onOpen('hold')}>
            {labels.holdReview}
          </Button>
          {plan.status !== 'TO_REVIEW' && <Button onPress={() => onOpen('call')}>{labels.callReview}</Button>}
          <Button onPress={revise}>{labels.revise}</Button>
        </>
      )}
      {plan.status !== 'CLOSED' && (
        <>
          <Button label={`${labels.change} : ${labels.reviewOn}`} onPress={() => onOpen('schedule')}>
            {labels.reviewOn}
          </Button>
          <Button onPress={() => onOpen('close')}>{labels.close}</Button>
        </>
      )}
    </div>
  );
}

function Signature({ record, plan, onOpen }: StepsProps) {
  const { problem, sign } = useSteps(record.id);
  if (plan.status === 'DRAFT' || plan.status === 'CLOSED') return null;
  return (
    <div className="record-actions">
      {problem && (
        <div className="notice notice-error" role="alert">
          {problem}
        </div>
      )}
      <Button onPress={sign}>{labels.sign}</Button>
      {plan.inForce === plan.number && plan.status !== 'TO_REVIEW' && (
        <Button onPress={() => onOpen('call')}>{labels.callReview}</Button>
      )}
    </div>
  );
}

function Versions({
  plan,
  past,
  onVersion,
}: {
  plan: PlanDetailFragment;
  past: boolean;
  onVersion(number: number | undefined): void;
}) {
  return (
    <section>
      <h3>{labels.versions}</h3>
      <ul className="plan-versions">
        {plan.versions.map((version) => (
          <li key={version.number}>
            {labels.versionTitle(version.number, version.statusLabel)}
            <br />
            <small className="muted">
              {version.validatedAt
                ? labels.validatedBy(version.validatedBy ?? '', formatDay(version.validatedAt))
                : labels.begunBy(version.begunBy, formatDay(version.begunAt))}
            </small>{' '}
            {!past && !version.atHand && (
              <Button kind="quiet" label={labels.open(version.number)} onPress={() => onVersion(version.number)}>
                {labels.open(version.number)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
