import { useState } from 'react';
import {
  type AgreementGiver,
  CallPlanReviewDocument,
  CloseCarePlanDocument,
  type ConsentMeans,
  DistributeCarePlanDocument,
  HoldPlanReviewDocument,
  type PlanDetailFragment,
  type PlanEnd,
  type RecordDetailFragment,
  RecordPlanAgreementDocument,
  SchedulePlanReviewDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import { ownersOf, partyOf } from './owners';

export interface DialogProps {
  record: RecordDetailFragment;
  plan: PlanDetailFragment;
  limits: { proposed: string; latest: string };
  today: string;
  onClose(): void;
}

export function AgreementDialog({ record, today, onClose }: DialogProps) {
  const [answer, setAnswer] = useState<'YES' | 'NO'>('YES');
  const [giver, setGiver] = useState<AgreementGiver>('PERSON');
  const [means, setMeans] = useState<ConsentMeans>('ORAL');
  const [refusal, setRefusal] = useState('');
  const [on, setOn] = useState(today);
  const { send } = useCommand(RecordPlanAgreementDocument, (data) => data.recordPlanAgreement.errors);
  const yes = answer === 'YES';
  return (
    <FormDialog
      title={labels.agreementTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        !yes && !refusal.trim()
          ? labels.required
          : send({ recordId: record.id, giver, on, means: yes ? means : null, refusal: yes ? null : refusal.trim() })
      }
    >
      <Select label={labels.giver} value={giver} options={labels.givers} onChange={setGiver} />
      <Select label={labels.answer} value={answer} options={labels.answers} onChange={setAnswer} />
      {yes ? (
        <Select label={labels.how} value={means} options={labels.means} onChange={setMeans} />
      ) : (
        <Line label={labels.why} value={refusal} onChange={setRefusal} />
      )}
      <Line type="date" label={labels.on} value={on} onChange={setOn} />
    </FormDialog>
  );
}

export function GiveDialog({ record, today, onClose }: DialogProps) {
  const owners = ownersOf(record);
  const [chosen, setChosen] = useState<readonly string[]>(['PERSON']);
  const [on, setOn] = useState(today);
  const { send } = useCommand(DistributeCarePlanDocument, (data) => data.distributeCarePlan.errors);
  return (
    <FormDialog
      title={labels.giveTitle}
      send={labels.give}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        chosen.length === 0
          ? labels.recipientsMissing
          : send({ recordId: record.id, recipients: chosen.map(partyOf), on })
      }
    >
      <fieldset>
        <legend>{labels.recipients}</legend>
        {[...owners].map(([key, name]) => (
          <label key={key} className="plan-choice">
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={({ target: { checked } }) =>
                setChosen((now) => (checked ? [...now, key] : now.filter((one) => one !== key)))
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      <Line type="date" label={labels.on} value={on} onChange={setOn} />
    </FormDialog>
  );
}

export function ScheduleDialog({ record, plan, limits, onClose }: DialogProps) {
  const [on, setOn] = useState(plan.reviewOn);
  const [seenVersion] = useState(plan.version);
  const { send } = useCommand(SchedulePlanReviewDocument, (data) => data.schedulePlanReview.errors);
  return (
    <FormDialog
      title={labels.reviewOn}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (on ? send({ recordId: record.id, on, seenVersion }) : labels.required)}
    >
      <p>{labels.reviewLimit(formatDay(limits.latest))}</p>
      <Line type="date" label={labels.reviewOn} value={on} onChange={setOn} />
    </FormDialog>
  );
}

export function CallReviewDialog({ record, onClose }: DialogProps) {
  const [reason, setReason] = useState('');
  const { send } = useCommand(CallPlanReviewDocument, (data) => data.callPlanReview.errors);
  return (
    <FormDialog
      title={labels.callReview}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (reason.trim() ? send({ recordId: record.id, reason: reason.trim() }) : labels.required)}
    >
      <p>{labels.callReviewWhat}</p>
      <Line label={labels.why} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

export function HoldReviewDialog({ record, limits, today, onClose }: DialogProps) {
  const [on, setOn] = useState(today);
  const [next, setNext] = useState(limits.proposed);
  const [summary, setSummary] = useState('');
  const { send } = useCommand(HoldPlanReviewDocument, (data) => data.holdPlanReview.errors);
  return (
    <FormDialog
      title={labels.holdReview}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        summary.trim() && on && next
          ? send({ recordId: record.id, on, next, summary: summary.trim() })
          : labels.required
      }
    >
      <Line type="date" label={labels.on} value={on} onChange={setOn} />
      <Line label={labels.summary} value={summary} onChange={setSummary} />
      <Line type="date" label={labels.next} value={next} onChange={setNext} />
      <p>{labels.reviewLimit(formatDay(limits.latest))}</p>
    </FormDialog>
  );
}

/** The objectives that an error speaks of stand under its words. */
export function CloseDialog({ record, onClose }: DialogProps) {
  const [end, setEnd] = useState<PlanEnd>('OBJECTIVES_REACHED');
  const [comment, setComment] = useState('');
  const [open, setOpen] = useState<readonly { objective: string; text: string }[]>([]);
  const { send } = useCommand(CloseCarePlanDocument, (data) => {
    const refused = data.closeCarePlan.errors?.[0];
    setOpen(refused && 'objectives' in refused ? refused.objectives : []);
    return data.closeCarePlan.errors;
  });
  return (
    <FormDialog
      title={labels.close}
      send={labels.close}
      done={labels.closed}
      onClose={onClose}
      run={() => send({ recordId: record.id, end, comment: comment.trim() || null })}
    >
      {open.length > 0 && (
        <>
          <p>{labels.toEvaluate}</p>
          <ul>
            {open.map(({ objective, text }) => (
              <li key={objective}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <Select label={labels.end} value={end} options={labels.ends} onChange={setEnd} />
      <Line label={labels.comment} value={comment} onChange={setComment} />
    </FormDialog>
  );
}
