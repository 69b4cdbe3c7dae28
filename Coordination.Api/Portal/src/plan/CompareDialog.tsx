import { useState } from 'react';
import { useQuery } from 'urql';
import { type PlanDetailFragment, RecordPlanDifferencesDocument } from '../gql/graphql';
import { Field } from '../ui/Field';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';

/** What two versions of a plan differ in, item by item and field by field. */
export function CompareDialog({ id, plan, onClose }: { id: string; plan: PlanDetailFragment; onClose(): void }) {
  const numbers = plan.versions.map((version) => version.number);
  const [from, setFrom] = useState(numbers[1] ?? 1);
  const [to, setTo] = useState(numbers[0] ?? 1);
  const [{ data, error }, again] = useQuery({
    query: RecordPlanDifferencesDocument,
    variables: { id, from, to },
    requestPolicy: 'network-only',
  });
  const found = data?.careRecord?.carePlanDifferences;
  const choice = (label: string, value: number, onChange: (number: number) => void) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {plan.versions.map((version) => (
            <option key={version.number} value={version.number}>
              {labels.versionTitle(version.number, version.statusLabel)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <ModalDialog title={labels.compareTitle} open onClose={onClose}>
      <div className="plan-compare">
        {choice(labels.compareFrom, from, setFrom)}
        {choice(labels.compareTo, to, setTo)}
      </div>
      {!found ? (
        error ? (
          <Problem retry={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading />
        )
      ) : found.length === 0 ? (
        <p>{labels.same}</p>
      ) : (
        <table className="table">
          <caption className="visually-hidden">{labels.compareTitle}</caption>
          <thead>
            <tr>
              {Object.values(labels.columnsCompare).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={`${one.item} ${one.fieldLabel}`}>
                <td>{one.itemKind ? labels.textOf(labels.kinds[one.itemKind], one.title) : one.title}</td>
                <td>{one.fieldLabel ?? labels.differences[one.kind]}</td>
                <td>{one.before}</td>
                <td>{one.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ModalDialog>
  );
}
