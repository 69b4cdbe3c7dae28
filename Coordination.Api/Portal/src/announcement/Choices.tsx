import { useId } from 'react';

interface Props<T extends string> {
  legend: string;
  name: string;
  value: T | '';
  choices: Readonly<Record<T, string>>;
  error?: string | undefined;
  onChange(value: T): void;
}

/** One of a few, all in view; arrows move between them. */
export function Choices<T extends string>({ legend, name, value, choices, error, onChange }: Props<T>) {
  const id = useId();
  return (
    <fieldset className="picks" aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      <div className="pick-row">
        {(Object.entries(choices) as [T, string][]).map(([key, label]) => (
          <label key={key} className="pick">
            <input type="radio" name={name} value={key} checked={value === key} onChange={() => onChange(key)} />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <span id={id} className="field-error">
          {error}
        </span>
      )}
    </fieldset>
  );
}
