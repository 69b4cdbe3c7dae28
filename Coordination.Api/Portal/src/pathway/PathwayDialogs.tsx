import { useState } from 'react';
import { useQuery } from 'urql';
import {
  AddPathwayStepDocument,
  ApplyPathwayDocument,
  AssignPathwayStepDocument,
  CompletePathwayStepDocument,
  type DeviationReason,
  ExitPathwayDocument,
  type PathwayExitReason,
  type PathwayLineFragment,
  type PathwayRole,
  PathwayTemplatesDocument,
  ReschedulePathwayStepDocument,
  type RescheduleReason,
  SkipPathwayStepDocument,
  StatePathwayConditionsDocument,
  StepOwnersDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';

interface Props {
  pathway: PathwayLineFragment;
  onClose(): void;
}
type Condition = PathwayLineFragment['known'][number];

const addressed = ({ recordId, id, version }: PathwayLineFragment) => ({
  recordId,
  pathwayId: id,
  expectedVersion: version,
});

function Conditions({
  known,
  chosen,
  onChange,
}: {
  known: readonly Condition[];
  chosen: readonly string[];
  onChange(codes: string[]): void;
}) {
  if (known.length === 0) return null;
  return (
    <fieldset className="pathway-conditions">
      <legend>{labels.conditions}</legend>
      {known.map(({ code, label }) => (
        <label key={code} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])}
          />{' '}
          {label}
        </label>
      ))}
      <p className="muted">{labels.conditionsHelp}</p>
    </fieldset>
  );
}

/** A template begins for the person, with what holds for her. */
export function ApplyDialog({ recordId, onClose }: { recordId: string; onClose(): void }) {
  const [{ data }] = useQuery({ query: PathwayTemplatesDocument });
  const templates = data?.carePathwayTemplates ?? [];
  const [code, setCode] = useState('');
  const [enteredOn, setEnteredOn] = useState(today());
  const [reason, setReason] = useState('');
  const [conditions, setConditions] = useState<string[]>([]);
  const command = useCommand(ApplyPathwayDocument, (result) => result.applyPathway.errors);
  return (
    <FormDialog
      title={labels.apply}
      send={labels.apply}
      done={labels.applied}
      onClose={onClose}
      run={() =>
        code && enteredOn
          ? command.send({ recordId, template: code, enteredOn, conditions, reason: reason.trim() || null })
          : labels.applyMissing
      }
    >
      <Select
        label={labels.template}
        value={code}
        options={{ '': '', ...Object.fromEntries(templates.map((one) => [one.code, one.title])) }}
        onChange={(chosen) => {
          setCode(chosen);
          setConditions([]);
        }}
      />
      <Line type="date" label={labels.enteredOn} value={enteredOn} onChange={setEnteredOn} />
      <Conditions
        known={templates.find((one) => one.code === code)?.conditions ?? []}
        chosen={conditions}
        onChange={setConditions}
      />
      <Line label={labels.reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

/** What holds for the person now: steps come in or fall out. */
export function ConditionsDialog({ pathway, onClose }: Props) {
  const [conditions, setConditions] = useState<string[]>([...pathway.conditions]);
  const command = useCommand(StatePathwayConditionsDocument, (data) => data.statePathwayConditions.errors);
  return (
    <FormDialog
      title={labels.change}
      send={labels.save}
      done={labels.changed}
      onClose={onClose}
      run={() => command.send({ ...addressed(pathway), conditions })}
    >
      <Conditions known={pathway.known} chosen={conditions} onChange={setConditions} />
    </FormDialog>
  );
}

/** Who may do a step: the coordinators, and those who are in the person's team now; the one it has stays even if neither. */
function OwnerField({
  recordId,
  owner,
  value,
  onChange,
}: {
  recordId: string;
  owner: PathwayLineFragment['steps'][number]['owner'];
  value: string;
  onChange(id: string): void;
}) {
  const [{ data }] = useQuery({ query: StepOwnersDocument, variables: { id: recordId } });
  const team = data?.careRecord?.team?.filter((one) => one.inForce).map((one) => one.professional) ?? [];
  const named = [...(owner ? [owner] : []), ...(data?.coordinators ?? []), ...team];
  const options = { '': labels.nobody, ...Object.fromEntries(named.map((one) => [one.id, one.displayName])) };
  return <Select<string> label={labels.columns.role} value={value} options={options} onChange={onChange} />;
}

/** A step done, put off, left out, or given to somebody. */
export function StepDialog({
  pathway,
  step,
  onClose,
}: Props & {
  step: PathwayLineFragment['steps'][number];
}) {
  const [what, setWhat] = useState<keyof typeof labels.choices>('complete');
  const [on, setOn] = useState(today());
  const [dueOn, setDueOn] = useState(step.dueOn);
  const [moved, setMoved] = useState<RescheduleReason>('PERSON_NOT_AVAILABLE');
  const [deviation, setDeviation] = useState<DeviationReason>('NOT_INDICATED');
  const [note, setNote] = useState('');
  const [owner, setOwner] = useState(step.owner?.id ?? '');
  const assign = useCommand(AssignPathwayStepDocument, (data) => data.assignPathwayStep.errors);
  const complete = useCommand(CompletePathwayStepDocument, (data) => data.completePathwayStep.errors);
  const reschedule = useCommand(ReschedulePathwayStepDocument, (data) => data.reschedulePathwayStep.errors);
  const skip = useCommand(SkipPathwayStepDocument, (data) => data.skipPathwayStep.errors);
  const run = () => {
    const addressedStep = { ...addressed(pathway), step: step.code };
    const words = note.trim() || null;
    if (what === 'skip') return skip.send({ ...addressedStep, reason: deviation, note: words });
    if (what === 'assign') return assign.send({ ...addressedStep, professional: owner || null });
    if (what === 'reschedule')
      return dueOn ? reschedule.send({ ...addressedStep, dueOn, reason: moved }) : labels.dayMissing;
    return on ? complete.send({ ...addressedStep, on, note: words }) : labels.dayMissing;
  };
  return (
    <FormDialog title={step.title} send={labels.save} done={labels.actDone} onClose={onClose} run={run}>
      <Select label={labels.what} value={what} options={labels.choices} onChange={setWhat} />
      {what === 'complete' && <Line type="date" label={labels.day} value={on} onChange={setOn} />}
      {what === 'reschedule' && (
        <>
          <Line type="date" label={labels.day} value={dueOn} onChange={setDueOn} />
          <Select label={labels.why} value={moved} options={labels.reschedules} onChange={setMoved} />
        </>
      )}
      {what === 'skip' && (
        <Select label={labels.why} value={deviation} options={labels.deviations} onChange={setDeviation} />
      )}
      {what === 'assign' && (
        <OwnerField recordId={pathway.recordId} owner={step.owner} value={owner} onChange={setOwner} />
      )}
      {(what === 'complete' || what === 'skip') && <Line label={labels.note} value={note} onChange={setNote} />}
    </FormDialog>
  );
}

/** A step of this person only. */
export function OwnStepDialog({ pathway, onClose }: Props) {
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<PathwayRole>('COORDINATOR');
  const [dueOn, setDueOn] = useState('');
  const command = useCommand(AddPathwayStepDocument, (data) => data.addPathwayStep.errors);
  return (
    <FormDialog
      title={labels.add}
      send={labels.save}
      done={labels.added}
      onClose={onClose}
      run={() =>
        title.trim() && dueOn
          ? command.send({ ...addressed(pathway), title: title.trim(), role, dueOn })
          : labels.titleMissing
      }
    >
      <Line label={labels.title} value={title} onChange={setTitle} />
      <Select label={labels.columns.role} value={role} options={labels.roles} onChange={setRole} />
      <Line type="date" label={labels.columns.due} value={dueOn} onChange={setDueOn} />
    </FormDialog>
  );
}

/** The end of a pathway, with its reason. */
export function ExitDialog({ pathway, onClose }: Props) {
  const [reason, setReason] = useState<PathwayExitReason>('COMPLETED');
  const [on, setOn] = useState(today());
  const [note, setNote] = useState('');
  const command = useCommand(ExitPathwayDocument, (data) => data.exitPathway.errors);
  return (
    <FormDialog
      title={labels.exit}
      send={labels.exit}
      done={labels.exited}
      onClose={onClose}
      run={() =>
        on ? command.send({ ...addressed(pathway), reason, on, note: note.trim() || null }) : labels.dayMissing
      }
    >
      <Select label={labels.why} value={reason} options={labels.exits} onChange={setReason} />
      <Line type="date" label={labels.day} value={on} onChange={setOn} />
      <Line label={labels.note} value={note} onChange={setNote} />
    </FormDialog>
  );
}
