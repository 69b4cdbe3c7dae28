import { useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { type PathwayLineFragment, RecordPathwaysDocument, ReopenPathwayStepDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { textOf, useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import type { PartProps } from '../records/parts';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { Disruptions } from './Disruptions';
import { labels } from './labels.fr';
import { ApplyDialog, ConditionsDialog, ExitDialog, OwnStepDialog, StepDialog } from './PathwayDialogs';
import './pathway.css';

type Step = PathwayLineFragment['steps'][number];
type Dialog = { what: 'conditions' | 'add' | 'exit' } | { what: 'step'; step: Step };

/** The pathways that the person goes through, step by step, and what broke or is missing on the way. */
export default function PathwayTab({ id, record: { id: recordId }, permissions }: PartProps) {
  const [applying, setApplying] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: RecordPathwaysDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === recordId && refetch(), resync: refetch });
  const record = data?.careRecord;
  if (!record?.pathways) return error ? <Problem retry={refetch} /> : <Loading />;
  const edits = permissions.includes('CHANGE_PATHWAY');
  const open = record.pathways.filter((one) => !one.exit);
  const past = record.pathways.filter((one) => one.exit);
  return (
    <>
      <section className="record-part" aria-labelledby="pathways">
        <header>
          <h2 id="pathways">{labels.heading}</h2>
          {edits && <Button onPress={() => setApplying(true)}>{labels.apply}</Button>}
        </header>
        {open.length === 0 && <p>{labels.none}</p>}
        {open.map((one) => (
          <Pathway key={one.id} pathway={one} edits={edits} />
        ))}
        {past.length > 0 && (
          <details>
            <summary>{labels.past}</summary>
            {past.map((one) => (
              <Pathway key={one.id} pathway={one} edits={false} />
            ))}
          </details>
        )}
      </section>
      <Disruptions
        recordId={recordId}
        disruptions={record.disruptions ?? []}
        reports={permissions.includes('REPORT_DISRUPTION')}
        qualifies={permissions.includes('QUALIFY_DISRUPTION')}
      />
      {applying && <ApplyDialog recordId={recordId} onClose={() => setApplying(false)} />}
    </>
  );
}

function Pathway({ pathway, edits }: { pathway: PathwayLineFragment; edits: boolean }) {
  const [dialog, setDialog] = useState<Dialog>();
  const [failed, setFailed] = useState<string>();
  const announce = useAnnounce();
  const reopen = useCommand(ReopenPathwayStepDocument, (data) => data.reopenPathwayStep.errors);
  const close = () => setDialog(undefined);
  const props = { pathway, onClose: close };
  const take = async (step: Step) => {
    setFailed(undefined);
    const outcome = await reopen.send({
      recordId: pathway.recordId,
      pathwayId: pathway.id,
      step: step.code,
      expectedVersion: pathway.version,
    });
    if (outcome?.kind === 'done') announce(labels.actDone);
    else if (outcome) setFailed(textOf(outcome));
  };
  return (
    <section className="pathway" aria-label={pathway.title}>
      <h3>{pathway.title}</h3>
      <p className="muted">
        {labels.since(formatDay(pathway.enteredOn), pathway.templateVersion)}
        {pathway.exit && <> · {labels.ended(labels.exits[pathway.exit.reason], formatDay(pathway.exit.on))}</>}
      </p>
      {pathway.reason && <p>{pathway.reason}</p>}
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <section className="pathway-steps" tabIndex={0} aria-label={labels.table(pathway.title)}>
        <table className="table" aria-label={labels.stepsOf(pathway.title)}>
          <thead>
            <tr>
              <th scope="col">{labels.columns.step}</th>
              <th scope="col">{labels.columns.role}</th>
              <th scope="col">{labels.columns.due}</th>
              <th scope="col">{labels.columns.status}</th>
              {edits && <th scope="col">{labels.columns.action}</th>}
            </tr>
          </thead>
          <tbody>
            {pathway.steps.map((step) => (
              <StepRow
                key={step.code}
                step={step}
                ended={pathway.exit != null}
                edits={edits}
                onAct={() => setDialog({ what: 'step', step })}
                onReopen={() => void take(step)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {edits && (
        <div className="record-actions">
          <Button onPress={() => setDialog({ what: 'add' })}>{labels.add}</Button>
          {pathway.known.length > 0 && (
            <Button onPress={() => setDialog({ what: 'conditions' })}>{labels.change}</Button>
          )}
          <Button onPress={() => setDialog({ what: 'exit' })}>{labels.exit}</Button>
        </div>
      )}
      {dialog?.what === 'step' && <StepDialog {...props} step={dialog.step} />}
      {dialog?.what === 'add' && <OwnStepDialog {...props} />}
      {dialog?.what === 'conditions' && <ConditionsDialog {...props} />}
      {dialog?.what === 'exit' && <ExitDialog {...props} />}
    </section>
  );
}

interface StepProps {
  step: Step;
  /** In a pathway that ended nothing is waited for any more. */
  ended: boolean;
  edits: boolean;
  onAct(): void;
  onReopen(): void;
}

function StepRow({ step, ended, edits, onAct, onReopen }: StepProps) {
  const undone = step.status === 'PLANNED' || step.status === 'DUE';
  const waits = undone && !ended;
  const late = waits && step.dueOn < today();
  return (
    <tr className={`pathway-step pathway-step-${step.status.toLowerCase()}`}>
      <th scope="row">
        {step.title}
        {step.own && <span className="record-mark"> {labels.own}</span>}
        {step.condition && (
          <>
            <br />
            <span className="muted">{labels.ifCondition(step.condition)}</span>
          </>
        )}
      </th>
      <td>{step.owner?.displayName ?? labels.roles[step.role]}</td>
      <td>
        {formatDay(step.dueOn)}
        {step.moved && <span className="muted"> ({labels.moved})</span>}
      </td>
      <td>
        {undone && ended ? labels.notDone : labels.steps[step.status]}{' '}
        {step.endedOn && labels.doneOn(formatDay(step.endedOn))}
        {step.deviation && <> : {labels.deviations[step.deviation]}</>}
        {late && <strong className="pathway-late"> {labels.late}</strong>}
      </td>
      {edits && (
        <td>
          {waits && (
            <Button label={labels.actOf(step.title)} onPress={onAct}>
              {labels.act}
            </Button>
          )}
          {(step.status === 'DONE' || step.status === 'SKIPPED') && (
            <Button kind="quiet" label={labels.reopenOf(step.title)} onPress={onReopen}>
              {labels.reopen}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
