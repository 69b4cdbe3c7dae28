import { type ReactNode, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type Outcome, textOf } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useLine } from './drafts';
import { labels } from './labels.fr';

/** A line to add something with: Enter sends it, the focus stays for the next one, what was refused stays written. */
export function Composer({
  draft,
  label,
  help,
  children,
  onSend,
}: {
  /** Where the line is kept while it is not sent. */
  draft: string;
  label: string;
  help?: string;
  children?: ReactNode;
  /** Sends it; a text says what is missing. */
  onSend(text: string): Promise<Outcome | undefined> | string;
}) {
  const [text, setText] = useLine(draft);
  const [error, setError] = useState<string>();
  const announce = useAnnounce();
  const submit = async () => {
    if (text.trim() === '') return setError(labels.required);
    const result = onSend(text.trim());
    if (typeof result === 'string') return setError(result);
    const outcome = await result;
    if (!outcome) return;
    if (outcome.kind !== 'done') return setError(textOf(outcome));
    setError(undefined);
    setText('');
    announce(labels.added);
  };
  return (
    <form
      className="plan-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={label} error={error} help={help}>
        {(control) => (
          <input
            {...control}
            value={text}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => {
              setError(undefined);
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      {children}
      <Button type="submit">{labels.add}</Button>
    </form>
  );
}
