import { useState } from 'react';
import {
  type DataClass,
  PlanActionDocument,
  type PlanDetailFragment,
  type RecordDetailFragment,
  type Recourse,
  SetObjectiveDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Line, Select } from '../records/Select';
import { Field } from '../ui/Field';
import { formatDay } from '../ui/format.fr';
import { DueCell, OwnerCell } from './Cells';
import { Composer } from './Composer';
import { ItemText } from './ItemText';
import { ActionTools, EvaluateButton, RemoveButton } from './ItemTools';
import { labels } from './labels.fr';
import { ownersOf, partyOf } from './owners';
import { type Item, ofKind, under } from './tree';

export interface SheetProps {
  record: RecordDetailFragment;
  plan: PlanDetailFragment;
  /** The draft may be written. */
  edits: boolean;
  /** The reader leads the plan. */
  leads: boolean;
}

/** « Plan d'action »: problem by problem its objectives, and under each the actions: who, by when, how far. */
export function ActionSheet(props: SheetProps) {
  const { plan, edits } = props;
  const problems = ofKind(plan.items, 'PROBLEM');
  const alone = under(plan.items, 'OBJECTIVE', null);
  return (
    <>
      {edits && <p className="muted">{labels.keys}</p>}
      {problems.map((problem) => (
        <Problem
          key={problem.id}
          {...props}
          problem={problem}
          objectives={under(plan.items, 'OBJECTIVE', problem.id)}
        />
      ))}
      {(alone.length > 0 || edits) && <Problem {...props} problem={null} objectives={alone} />}
    </>
  );
}

function Problem({
  problem,
  objectives,
  ...props
}: SheetProps & { problem: Item | null; objectives: readonly Item[] }) {
  const { record, edits } = props;
  const { send } = useCommand(SetObjectiveDocument, (data) => data.setObjective.errors);
  const title = problem?.text ?? labels.withoutProblem;
  return (
    <section className="plan-problem" aria-label={labels.actionsOf(title)}>
      <h3>{title}</h3>
      {objectives.length > 0 && (
        <div className="plan-scroll">
          <table className="table">
            <caption className="visually-hidden">{labels.actionsOf(title)}</caption>
            <thead>
              <tr>
                {Object.values(labels.columns).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            {objectives.map((objective) => (
              <Objective key={objective.id} {...props} objective={objective} siblings={objectives} />
            ))}
          </table>
        </div>
      )}
      {edits && (
        <Composer
          draft={`${record.id} objective ${problem?.id ?? ''}`}
          label={problem ? labels.addObjective(problem.text) : labels.addObjectiveAlone}
          onSend={(text) =>
            send({ recordId: record.id, problem: problem?.id ?? null, text, dataClass: problem?.dataClass ?? 'SOCIAL' })
          }
        />
      )}
      {edits &&
        objectives.map((objective) => (
          <ActionComposer key={objective.id} record={record} objective={objective} reach={objective.dataClass} />
        ))}
    </section>
  );
}

function Objective({
  record,
  plan,
  edits,
  leads,
  objective,
  siblings,
}: SheetProps & { objective: Item; siblings: readonly Item[] }) {
  const actions = under(plan.items, 'ACTION', objective.id);
  const shared = { recordId: record.id, version: plan.version, edits };
  return (
    <tbody>
      <tr className="plan-objective">
        <th scope="rowgroup" colSpan={4}>
          <ItemText {...shared} item={objective} siblings={siblings} />
        </th>
        <td>{objective.statusLabel}</td>
        <td>
          {leads && plan.status !== 'CLOSED' && (
            <EvaluateButton key={objective.changedIn} recordId={record.id} item={objective} />
          )}
          {edits && actions.length === 0 && (
            <RemoveButton recordId={record.id} item={objective} version={plan.version} />
          )}
        </td>
      </tr>
      {actions.map((action) => (
        <tr key={action.id}>
          <td className="plan-action">
            <ItemText {...shared} item={action} siblings={actions} />
          </td>
          <td>{action.recourseLabel}</td>
          <td>
            <OwnerCell {...shared} item={action} owners={ownersOf(record)} />
          </td>
          <td>
            <DueCell {...shared} item={action} />
            {action.overdue && <span className="record-mark">{labels.overdue}</span>}
          </td>
          <td>
            {action.statusLabel}
            {action.remark && <small className="muted"> {action.remark}</small>}
          </td>
          <td>
            {plan.status !== 'CLOSED' && (
              <ActionTools recordId={record.id} item={action} leads={leads} inForce={plan.inForce != null} />
            )}
            {edits && <RemoveButton recordId={record.id} item={action} version={plan.version} />}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function ActionComposer({
  record,
  objective,
  reach,
}: {
  record: RecordDetailFragment;
  objective: Item;
  reach: DataClass;
}) {
  const [recourse, setRecourse] = useState<Recourse>('PREVENTION');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const { send } = useCommand(PlanActionDocument, (data) => data.planAction.errors);
  return (
    <fieldset className="plan-add-action">
      <legend>{labels.actionFor(objective.text)}</legend>
      <Composer
        draft={`${record.id} action ${objective.id}`}
        label={labels.action}
        onSend={(text) =>
          owner === ''
            ? labels.ownerMissing
            : due === ''
              ? labels.dueMissing
              : send({
                  recordId: record.id,
                  objective: objective.id,
                  text,
                  recourse,
                  owner: partyOf(owner),
                  due,
                  dataClass: reach,
                })
        }
      >
        <Select label={labels.recourse} value={recourse} options={labels.recourses} onChange={setRecourse} />
        <Field label={labels.owner}>
          {(control) => (
            <select {...control} value={owner} onChange={(event) => setOwner(event.target.value)}>
              <option value="" />
              {[...ownersOf(record)].map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Line type="date" label={labels.due} value={due} onChange={setDue} />
      </Composer>
    </fieldset>
  );
}

/** « Objectifs non réalisés », with the needs that nobody covers. */
export function UnachievedSheet({ plan }: { plan: PlanDetailFragment }) {
  const missed = ofKind(plan.items, 'OBJECTIVE').filter(
    ({ objectiveStatus: status }) => status === 'NOT_ACHIEVED' || status === 'ABANDONED' || status === 'PARTIAL',
  );
  const unmet = ofKind(plan.items, 'NEED').filter((need) => need.met === false);
  return (
    <>
      <h3>{labels.unachieved}</h3>
      {missed.length === 0 ? (
        <p>{labels.unachievedNone}</p>
      ) : (
        <table className="table">
          <caption className="visually-hidden">{labels.unachieved}</caption>
          <thead>
            <tr>
              {Object.values(labels.columnsUnachieved).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {missed.map((objective) => (
              <tr key={objective.id}>
                <td>{objective.text}</td>
                <td>{objective.statusLabel}</td>
                <td>{objective.remark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{labels.unmetNeeds}</h3>
      {unmet.length === 0 ? (
        <p>{labels.unmetNone}</p>
      ) : (
        <ul>
          {unmet.map((need) => (
            <li key={need.id}>
              {need.needLabel} : {need.text}, {formatDay(need.changedAt)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
