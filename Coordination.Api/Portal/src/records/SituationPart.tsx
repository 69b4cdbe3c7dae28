import { useState } from 'react';
import {
  type RecordDetailFragment,
  type RecordSituationFragment,
  type SituationTopic,
  StateSituationDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatMoment } from '../ui/format.fr';
import { FormDialog } from './FormDialog';
import { labels } from './labels.fr';
import { Select } from './Select';

/** What is known of how the person lives and is, by heading; what may not be read is named with its reason. */
export function SituationPart({ record, edits }: { record: RecordDetailFragment; edits: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="record-part" aria-labelledby="record-situation">
      <header>
        <h2 id="record-situation">{labels.situation}</h2>
        {edits && <Button onPress={() => setOpen(true)}>{labels.state}</Button>}
      </header>
      <SituationList record={record} />
      {open && <StateDialog record={record} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** The headings that the reader may see, and which classes are kept from him. */
export function SituationList({ record }: { record: RecordSituationFragment }) {
  const items = [
    ...(record.socialSituation ?? []),
    ...(record.clinicalSituation ?? []),
    ...(record.mentalHealthSituation ?? []),
  ];
  return (
    <>
      {items.length === 0 && <p>{labels.situationNone}</p>}
      <dl className="record-heading">
        {items.map((item) => (
          <div key={item.topic}>
            <dt>
              <strong>{item.label}</strong>
            </dt>
            <dd>
              {item.text}
              <br />
              <small className="muted">{labels.stated(item.author, formatMoment(item.at))}</small>
            </dd>
          </div>
        ))}
      </dl>
      {record.hidden.length > 0 && (
        <>
          <h3>{labels.hidden}</h3>
          <ul>
            {record.hidden.map((part) => (
              <li key={part.class}>
                {labels.classes[part.class]} : {part.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StateDialog({ record, onClose }: { record: RecordDetailFragment; onClose(): void }) {
  const hidden = new Set(record.hidden.map((part) => part.class));
  const [topic, setTopic] = useState<SituationTopic>('HOUSING');
  const [text, setText] = useState('');
  const command = useCommand(StateSituationDocument, (data) => data.stateSituation.errors);
  const gir = topic === 'ESTIMATED_GIR' || topic === 'NOTIFIED_GIR';
  const clinical: readonly SituationTopic[] = ['HEALTH_RISKS', 'SENSITIVE_TREATMENTS'];
  const options = Object.fromEntries(
    Object.entries(labels.topics).filter(
      ([key]) =>
        !(hidden.has('CLINICAL') && clinical.includes(key as SituationTopic)) &&
        !(hidden.has('MENTAL_HEALTH') && key === 'MENTAL_HEALTH'),
    ),
  ) as Record<SituationTopic, string>;
  return (
    <FormDialog
      title={labels.stateTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (text.trim() ? command.send({ recordId: record.id, topic, text: text.trim() }) : labels.required)}
    >
      <Select label={labels.topic} value={topic} options={options} onChange={setTopic} />
      <Field label={labels.text} help={gir ? labels.gir : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={gir ? 1 : 4}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
