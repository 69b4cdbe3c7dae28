import { useState } from 'react';
import { CorrectFactDocument, type LifeFactFragment } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Field } from '../ui/Field';
import { labels } from './labels.fr';

/** Says what is right about a fact; both stay. */
export function CorrectDialog({
  recordId,
  fact,
  onClose,
}: {
  recordId: string;
  fact: LifeFactFragment;
  onClose(): void;
}) {
  const [text, setText] = useState('');
  const command = useCommand(CorrectFactDocument, (data) => data.correctFact.errors);
  return (
    <FormDialog
      title={labels.correctTitle}
      send={labels.save}
      done={labels.corrected}
      onClose={onClose}
      run={() => (text.trim() ? command.send({ recordId, eventId: fact.eventId, text: text.trim() }) : labels.required)}
    >
      <p>
        <strong>{fact.label}</strong>
      </p>
      <p>{labels.correctWhat}</p>
      <Field label={labels.correctText}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
