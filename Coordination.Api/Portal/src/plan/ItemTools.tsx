import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import {
  type ActionStatus,
  AnswerPlanActionDocument,
  EvaluateObjectiveDocument,
  type NotDoneReason,
  type ObjectiveStatus,
  RemovePlanItemDocument,
  ReportPlanActionDocument,
} from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { ReasonDialog } from '../ui/ReasonDialog';
import { labels } from './labels.fr';
import type { Item } from './tree';

interface Props {
  recordId: string;
  item: Item;
}

/** Takes an item out of the draft. */
export function RemoveButton({ recordId, item, version }: Props & { version: number }) {
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string>();
  const { send, busy } = useCommand(RemovePlanItemDocument, (data) => data.removePlanItem.errors);
  const remove = async () => {
    const outcome = await send({ recordId, item: item.id, seenVersion: version });
    if (outcome?.kind === 'done') announce(labels.removed);
    else if (outcome) setProblem(textOf(outcome));
  };
  return (
    <>
      <Button kind="quiet" label={labels.removeOf(item.text)} disabled={busy} onPress={() => void remove()}>
        {labels.remove}
      </Button>
      {problem && (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

/** Says how far an objective is. */
export function EvaluateButton({ recordId, item }: Props) {
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState<ObjectiveStatus>(item.objectiveStatus ?? 'TO_DO');
  const [text, setText] = useState(item.remark ?? '');
  const { send } = useCommand(EvaluateObjectiveDocument, (data) => data.evaluateObjective.errors);
  return (
    <>
      <Button kind="quiet" label={labels.evaluateTitle(item.text)} onPress={() => setOpen(true)}>
        {labels.evaluate}
      </Button>
      {open && (
        <FormDialog
          title={labels.evaluateTitle(item.text)}
          send={labels.save}
          done={labels.saved}
          onClose={() => setOpen(false)}
          run={() => send({ recordId, item: item.id, status, text: text.trim() || null })}
        >
          <Select label={labels.evaluation} value={status} options={labels.objectives} onChange={setStatus} />
          <Line label={labels.remark} value={text} onChange={setText} />
        </FormDialog>
      )}
    </>
  );
}

/** The answer of who does an action, and what became of it. */
export function ActionTools({ recordId, item, leads, inForce }: Props & { leads: boolean; inForce: boolean }) {
  const announce = useAnnounce();
  const [open, setOpen] = useState<'decline' | 'report'>();
  const [error, setError] = useState<string>();
  const { send, busy } = useCommand(AnswerPlanActionDocument, (data) => data.answerPlanAction.errors);
  const answer = async (accepts: boolean, reason?: string) => {
    const outcome = await send({ recordId, item: item.id, accepts, reason: reason ?? null });
    if (!outcome) return;
    setError(textOf(outcome));
    if (outcome.kind !== 'done') return;
    announce(labels.saved);
    setOpen(undefined);
  };
  const over = item.actionStatus === 'DONE' || item.actionStatus === 'NOT_DONE' || item.actionStatus === 'CANCELLED';
  if (!leads && !item.mine) return null;
  return (
    <>
      {item.actionStatus === 'PLANNED' && (
        <>
          <Button
            kind="quiet"
            disabled={busy}
            label={`${labels.accept} : ${item.text}`}
            onPress={() => void answer(true)}
          >
            {labels.accept}
          </Button>
          <Button kind="quiet" label={labels.declineTitle(item.text)} onPress={() => setOpen('decline')}>
            {labels.decline}
          </Button>
        </>
      )}
      {inForce && !over && (
        <Button kind="quiet" label={labels.reportTitle(item.text)} onPress={() => setOpen('report')}>
          {labels.report}
        </Button>
      )}
      {error && !open && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
      {open === 'decline' && (
        <ReasonDialog
          title={labels.declineTitle(item.text)}
          what={item.text}
          reasonLabel={labels.why}
          missing={labels.required}
          send={labels.decline}
          busy={busy}
          error={error}
          onClose={() => setOpen(undefined)}
          onConfirm={(reason) => void answer(false, reason)}
        />
      )}
      {open === 'report' && (
        <ReportDialog recordId={recordId} item={item} leads={leads} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

type Report = keyof typeof labels.reports;

function ReportDialog({ recordId, item, leads, onClose }: Props & { leads: boolean; onClose(): void }) {
  const [status, setStatus] = useState<Report>('DONE');
  const [reason, setReason] = useState<NotDoneReason>('HINDERED');
  const [text, setText] = useState('');
  const { send } = useCommand(ReportPlanActionDocument, (data) => data.reportPlanAction.errors);
  const { CANCELLED, ...own } = labels.reports;
  const options = (leads ? { ...own, CANCELLED } : own) as Record<Report, string>;
  return (
    <FormDialog
      title={labels.reportTitle(item.text)}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        send({
          recordId,
          item: item.id,
          status: status satisfies ActionStatus,
          reason: status === 'NOT_DONE' ? reason : null,
          text: status === 'NOT_DONE' ? text.trim() || null : null,
        })
      }
    >
      <Select label={labels.evaluation} value={status} options={options} onChange={setStatus} />
      {status === 'NOT_DONE' && (
        <>
          <Select label={labels.why} value={reason} options={labels.notDone} onChange={setReason} />
          <Line label={labels.comment} value={text} onChange={setText} />
        </>
      )}
    </FormDialog>
  );
}
