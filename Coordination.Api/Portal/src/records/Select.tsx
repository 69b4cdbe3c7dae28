import { Field } from '../ui/Field';

interface Props<T extends string> {
  label: string;
  value: T;
  options: Readonly<Record<NoInfer<T>, string>>;
  onChange: (value: T) => void;
}

/** One of a few. */
export function Select<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {(Object.keys(options) as T[]).map((key) => (
            <option key={key} value={key}>
              {options[key]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A line of text, or a day. */
export function Line({
  label,
  value,
  type = 'text',
  onChange,
}: {
  label: string;
  value: string;
  type?: 'text' | 'date' | 'tel';
  onChange(value: string): void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
