import { useState } from 'react';
import {
  type ContactChannel,
  type ContactDirection,
  type ContactLineFragment,
  type ContactOutcome,
  type ContactParty,
  CorrectContactDocument,
  RecordContactDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Field } from '../ui/Field';
import { fromParisField, toParisField } from '../ui/parisTime';
import { labels } from './labels.fr';

interface Props {
  recordId: string;
  /** The contact to be corrected; a new one when there is none. */
  contact?: ContactLineFragment;
  onClose(): void;
}

/** A contact in one window: now, ten minutes and a call that was answered unless said otherwise. */
export function ContactDialog({ recordId, contact, onClose }: Props) {
  const [channel, setChannel] = useState<ContactChannel>(contact?.channel ?? 'CALL');
  const [party, setParty] = useState<ContactParty>(contact?.with ?? 'PERSON');
  const [named, setNamed] = useState(contact?.named ?? '');
  const [direction, setDirection] = useState<ContactDirection>(contact?.direction ?? 'OUTGOING');
  const [at, setAt] = useState(toParisField(contact ? new Date(contact.at) : new Date()));
  const [minutes, setMinutes] = useState(String(contact?.minutes ?? 10));
  const [outcome, setOutcome] = useState<ContactOutcome>(contact?.outcome ?? 'REACHED');
  const [text, setText] = useState(contact?.text ?? '');
  const [next, setNext] = useState(false);
  const [title, setTitle] = useState('');
  const [day, setDay] = useState('');
  const record = useCommand(RecordContactDocument, (data) => data.recordContact.errors);
  const correct = useCommand(CorrectContactDocument, (data) => data.correctContact.errors);
  const run = () => {
    const length = Number(minutes);
    const moment = fromParisField(at);
    if (!moment) return labels.atMissing;
    if (!Number.isInteger(length) || length < 0 || length > 1440 || minutes.trim() === '') return labels.minutesMissing;
    if (next && !title.trim()) return labels.nextMissing;
    const facts = {
      recordId,
      channel,
      with: party,
      named: named.trim() || null,
      direction,
      at: moment.toISOString(),
      minutes: length,
      outcome,
      text: text.trim() || null,
    };
    if (contact)
      return correct.send({
        ...facts,
        contactId: contact.id,
        expectedVersion: contact.version,
        professional: contact.professional?.id ?? null,
        structure: contact.structure?.number ?? null,
      });
    const dueAt = fromParisField(`${day}T17:30`)?.toISOString() ?? null;
    return record.send({
      ...facts,
      nextStep: next ? { kind: 'FOLLOW_UP' as const, title: title.trim(), dueAt } : null,
    });
  };
  return (
    <FormDialog
      title={contact ? labels.correctTitle : labels.recordTitle}
      send={contact ? labels.correct : labels.send}
      done={contact ? labels.corrected : labels.recorded}
      onClose={onClose}
      run={run}
    >
      <div className="contact-pair">
        <Select label={labels.channel} value={channel} options={labels.channels} onChange={setChannel} />
        <Select label={labels.with} value={party} options={labels.parties} onChange={setParty} />
      </div>
      <Line label={labels.named} value={named} onChange={setNamed} />
      <div className="contact-pair">
        <Select label={labels.outcome} value={outcome} options={labels.outcomes} onChange={setOutcome} />
        <Select label={labels.direction} value={direction} options={labels.directions} onChange={setDirection} />
      </div>
      <Field label={labels.text}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={10_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="contact-pair">
        <Field label={labels.at}>
          {(control) => (
            <input {...control} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
          )}
        </Field>
        <Field label={labels.minutes}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              max={1440}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </Field>
      </div>
      {!contact && (
        <label className="choice">
          <input type="checkbox" checked={next} onChange={(event) => setNext(event.target.checked)} /> {labels.next}
        </label>
      )}
      {next && (
        <>
          <Line label={labels.nextTitle} value={title} onChange={setTitle} />
          <Line type="date" label={labels.nextDay} value={day} onChange={setDay} />
        </>
      )}
    </FormDialog>
  );
}
