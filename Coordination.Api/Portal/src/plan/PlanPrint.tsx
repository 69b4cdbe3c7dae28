import type { PlanDetailFragment, PlanLinksFragment, RecordDetailFragment } from '../gql/graphql';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import { agreementOf } from './PlanSide';
import { type Item, ofKind, under } from './tree';

interface Props {
  record: RecordDetailFragment;
  plan: PlanDetailFragment;
}

/** The plan on paper: what the four parts say, and who agreed. */
export function PlanPrint({ record, plan, pathways }: Props & Pick<PlanLinksFragment, 'pathways'>) {
  const problems: (Item | null)[] = [...ofKind(plan.items, 'PROBLEM'), null];
  return (
    <section className="plan-paper" aria-label={labels.heading}>
      <h2>
        {labels.heading} – {labels.versionTitle(plan.number, plan.statusLabel)}
      </h2>
      <p>
        {labels.referent} : {record.referent?.displayName ?? labels.noReferent} · {labels.reviewOn} :{' '}
        {formatDay(plan.reviewOn)} · {labels.agreement} : {agreementOf(plan)}
      </p>
      {pathways.length > 0 && (
        <p>
          {labels.pathways} : {pathways.map((one) => one.title).join(', ')}
        </p>
      )}
      <Words heading={labels.preferences} items={ofKind(plan.items, 'PREFERENCE')} />
      <Words
        heading={labels.needsHeading}
        items={ofKind(plan.items, 'NEED')}
        extra={(need) => `${need.needLabel}, ${need.met ? labels.met : labels.unmet}`}
      />
      <h3>{labels.sheets.actions}</h3>
      {problems.map((problem) => {
        const objectives = under(plan.items, 'OBJECTIVE', problem?.id ?? null);
        return objectives.length === 0 ? null : (
          <table key={problem?.id ?? ''} className="table">
            <caption>{problem?.text ?? labels.withoutProblem}</caption>
            <thead>
              <tr>
                {[
                  labels.columns.objective,
                  labels.columns.recourse,
                  labels.columns.owner,
                  labels.columns.due,
                  labels.columns.status,
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {objectives.flatMap((objective) => [
                <tr key={objective.id}>
                  <th scope="row" colSpan={4}>
                    {objective.text}
                    {objective.criteria && ` (${objective.criteria})`}
                  </th>
                  <td>{objective.statusLabel}</td>
                </tr>,
                ...under(plan.items, 'ACTION', objective.id).map((action) => (
                  <tr key={action.id}>
                    <td>{action.text}</td>
                    <td>{action.recourseLabel}</td>
                    <td>{action.owner?.name}</td>
                    <td>{action.due && formatDay(action.due)}</td>
                    <td>{action.statusLabel}</td>
                  </tr>
                )),
              ])}
            </tbody>
          </table>
        );
      })}
      <h3>{labels.alertProcedure}</h3>
      <p className="plan-text">{plan.alertProcedure ?? labels.alertProcedureNone}</p>
      {plan.signatures.length > 0 && (
        <p>
          {labels.signatures} : {plan.signatures.map((one) => one.displayName).join(', ')}
        </p>
      )}
    </section>
  );
}

function Words({ heading, items, extra }: { heading: string; items: readonly Item[]; extra?: (item: Item) => string }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.text}
            {extra && ` (${extra(item)})`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One page in plain language for the person: what matters, what we aim at, who does what, whom to call. */
export function PlainPage({ record, plan }: Props) {
  const wishes = ofKind(plan.items, 'PREFERENCE');
  const goals = ofKind(plan.items, 'OBJECTIVE').filter((one) => one.objectiveStatus !== 'ABANDONED');
  const steps = ofKind(plan.items, 'ACTION').filter(
    ({ actionStatus }) => actionStatus === 'PLANNED' || actionStatus === 'ACCEPTED' || actionStatus === 'UNDER_WAY',
  );
  return (
    <section className="plan-paper plan-plain" aria-label={labels.plain.title}>
      <h2>{labels.plain.title}</h2>
      <p>{labels.plain.intro}</p>
      <Words heading={labels.plain.wishes} items={wishes} />
      <Words heading={labels.plain.goals} items={goals} />
      {steps.length > 0 && (
        <>
          <h3>{labels.plain.who}</h3>
          <ul>
            {steps.map((step) => (
              <li key={step.id}>
                {labels.plain.step(step.text, step.owner?.name ?? '', step.due ? formatDay(step.due) : '')}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{labels.plain.problem}</h3>
      {plan.alertProcedure && <p className="plan-text">{plan.alertProcedure}</p>}
      {record.referent && <p>{labels.plain.call(record.referent.displayName)}</p>}
      <p>{labels.plain.again(formatDay(plan.reviewOn))}</p>
    </section>
  );
}
