import { useQuery } from 'urql';
import { CoordinatorsDocument } from '../gql/graphql';
import { Field } from '../ui/Field';
import { labels } from './labels.fr';

/** One of the coordinators of the DAC; but never those left out. */
export function CoordinatorField({
  value,
  without,
  onChange,
}: {
  value: string;
  without: readonly (string | undefined)[];
  onChange(id: string): void;
}) {
  const [{ data }] = useQuery({ query: CoordinatorsDocument });
  return (
    <Field label={labels.coordinator}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{labels.chooseCoordinator}</option>
          {data?.coordinators
            .filter((one) => !without.includes(one.id))
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.displayName}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
