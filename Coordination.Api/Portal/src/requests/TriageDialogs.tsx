import { useState } from 'react';
import type { RequestDetailFragment } from '../gql/graphql';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { CoordinatorField } from '../synthesis/CoordinatorField';
import { careLabels } from '../ui/care.labels.fr';
import { Field } from '../ui/Field';
import { DuplicateDialog } from './DuplicateDialog';
import { IdentityDialog } from './IdentityDialog';
import { labels } from './labels.fr';
import { ScreeningDialog } from './ScreeningDialog';
import type { Triage, TriageDialogName } from './useTriage';

export interface DialogProps {
  request: RequestDetailFragment;
  triage: Triage;
  onClose(): void;
}

/** A few lines of text. */
export function Words({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <Field label={label}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          maxLength={4000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function AnswerDialog({ request, triage, onClose }: DialogProps) {
  const [answer, setAnswer] = useState('');
  return (
    <FormDialog
      title={labels.actions.answer}
      send={labels.send}
      done={labels.done.answer}
      onClose={onClose}
      run={() =>
        answer.trim()
          ? triage.decide('answer', request, (base) => triage.answer.send({ ...base, answer }))
          : labels.missing.answer
      }
    >
      <Words label={labels.fields.answer} value={answer} onChange={setAnswer} />
    </FormDialog>
  );
}

function OrientDialog({ request, triage, onClose }: DialogProps) {
  const [form, setForm] = useState({ to: '', provider: '', with: '' });
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value });
  return (
    <FormDialog
      title={labels.actions.orient}
      send={labels.send}
      done={labels.done.orient}
      onClose={onClose}
      run={() =>
        form.to.trim()
          ? triage.decide('orient', request, (base) =>
              triage.orient.send({ ...base, to: form.to, provider: form.provider || null, with: form.with || null }),
            )
          : labels.missing.to
      }
    >
      <Line label={labels.fields.to} value={form.to} onChange={set('to')} />
      <Line label={labels.fields.provider} value={form.provider} onChange={set('provider')} />
      <Words label={labels.fields.with} value={form.with} onChange={set('with')} />
    </FormDialog>
  );
}

// A reason is chosen, never left as it came.
const refusals = { '': labels.fields.choose, ...labels.refusals };
const noFollowUps = { '': labels.fields.choose, ...labels.noFollowUps };

function RefuseDialog({ request, triage, onClose }: DialogProps) {
  const [reason, setReason] = useState<keyof typeof refusals>('');
  const [words, setWords] = useState('');
  return (
    <FormDialog
      title={labels.actions.refuse}
      send={labels.send}
      done={labels.done.refuse}
      onClose={onClose}
      run={() =>
        reason === ''
          ? labels.missing.reason
          : reason === 'OTHER' && !words.trim()
            ? labels.missing.words
            : triage.decide('refuse', request, (base) => triage.refuse.send({ ...base, reason, words: words || null }))
      }
    >
      <Select label={labels.fields.refusal} value={reason} options={refusals} onChange={setReason} />
      <Words label={labels.fields.words} value={words} onChange={setWords} />
    </FormDialog>
  );
}

function CloseDialog({ request, triage, onClose }: DialogProps) {
  const [reason, setReason] = useState<keyof typeof noFollowUps>('');
  const [words, setWords] = useState('');
  return (
    <FormDialog
      title={labels.actions.close}
      send={labels.send}
      done={labels.done.close}
      onClose={onClose}
      run={() =>
        reason === ''
          ? labels.missing.reason
          : triage.decide('close', request, (base) => triage.close.send({ ...base, reason, words: words || null }))
      }
    >
      <Select label={labels.fields.noFollowUp} value={reason} options={noFollowUps} onChange={setReason} />
      <Words label={labels.fields.words} value={words} onChange={setWords} />
    </FormDialog>
  );
}

function AcceptDialog({ request, triage, onClose }: DialogProps) {
  const [intensity, setIntensity] = useState<keyof typeof labels.intensities>('SUSTAINED');
  const [physician, setPhysician] = useState<keyof typeof labels.physicians>('INFORMED');
  const [physicianReason, setReason] = useState('');
  return (
    <FormDialog
      title={labels.actions.accept}
      send={labels.send}
      done={labels.done.accept}
      onClose={onClose}
      run={() =>
        physician === 'PERSON_REFUSES' && !physicianReason.trim()
          ? labels.missing.physicianReason
          : triage.change(request, (base) =>
              triage.accept.send({ ...base, intensity, physician, physicianReason: physicianReason || null }),
            )
      }
    >
      {request.information !== 'INFORMED' && <p className="notice">{labels.informFirst}</p>}
      {request.subject?.record && request.subject.record.status !== 'CLOSED' && (
        <p className="notice">{labels.recordExists}</p>
      )}
      <Select label={labels.fields.intensity} value={intensity} options={labels.intensities} onChange={setIntensity} />
      <Select label={labels.fields.physician} value={physician} options={labels.physicians} onChange={setPhysician} />
      {physician === 'PERSON_REFUSES' && (
        <Words label={labels.fields.physicianReason} value={physicianReason} onChange={setReason} />
      )}
    </FormDialog>
  );
}

const waits = { NOBODY: labels.fields.nobody, ...labels.awaiting };

function SnoozeDialog({ request, triage, onClose }: DialogProps) {
  const [until, setUntil] = useState(() => today(new Date(Date.now() + 86_400_000)));
  const [awaiting, setAwaiting] = useState<keyof typeof waits>('NOBODY');
  return (
    <FormDialog
      title={labels.actions.snooze}
      send={labels.send}
      done={labels.done.snooze}
      onClose={onClose}
      run={() =>
        until
          ? triage.change(request, (base) =>
              triage.snooze.send({ ...base, until, awaiting: awaiting === 'NOBODY' ? null : awaiting }),
            )
          : labels.missing.until
      }
    >
      <Line type="date" label={labels.fields.until} value={until} onChange={setUntil} />
      <Select label={labels.fields.awaiting} value={awaiting} options={waits} onChange={setAwaiting} />
    </FormDialog>
  );
}

function AssignDialog({ request, triage, onClose }: DialogProps) {
  const [professional, setProfessional] = useState('');
  return (
    <FormDialog
      title={labels.actions.assign}
      send={labels.send}
      done={labels.done.assign}
      onClose={onClose}
      run={() =>
        professional
          ? triage.change(request, (base) => triage.assign.send({ ...base, professional }))
          : labels.missing.coordinator
      }
    >
      <CoordinatorField value={professional} without={[request.assignee?.id]} onChange={setProfessional} />
    </FormDialog>
  );
}

function RequalifyDialog({ request, triage, onClose }: DialogProps) {
  const [urgency, setUrgency] = useState<keyof typeof careLabels.urgencies>(request.urgency);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={labels.actions.requalify}
      send={labels.send}
      done={labels.done.requalify}
      onClose={onClose}
      run={() => triage.change(request, (base) => triage.requalify.send({ ...base, urgency, reason: reason || null }))}
    >
      <Select label={labels.fields.urgency} value={urgency} options={careLabels.urgencies} onChange={setUrgency} />
      <Line label={labels.fields.reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function RateDialog({ request, triage, onClose }: DialogProps) {
  const [complexity, setComplexity] = useState<keyof typeof labels.complexities>(request.complexity ?? 'SIMPLE');
  return (
    <FormDialog
      title={labels.actions.rate}
      send={labels.send}
      done={labels.done.rate}
      onClose={onClose}
      run={() => triage.change(request, (base) => triage.rate.send({ ...base, complexity }))}
    >
      <Select label={labels.complexity} value={complexity} options={labels.complexities} onChange={setComplexity} />
    </FormDialog>
  );
}

const answers = { INFORMED: labels.fields.informedYes, OPPOSED: labels.fields.informedNo };

function InformDialog({ request, triage, onClose }: DialogProps) {
  const [information, setInformation] = useState<keyof typeof answers>('INFORMED');
  const [on, setOn] = useState(today);
  const [means, setMeans] = useState<keyof typeof labels.means>('ORAL');
  return (
    <FormDialog
      title={labels.actions.inform}
      send={labels.send}
      done={labels.done.inform}
      onClose={onClose}
      run={() => triage.change(request, (base) => triage.inform.send({ ...base, information, on, means }))}
    >
      <Select label={labels.fields.informed} value={information} options={answers} onChange={setInformation} />
      <Line type="date" label={labels.fields.on} value={on} onChange={setOn} />
      <Select label={labels.fields.means} value={means} options={labels.means} onChange={setMeans} />
    </FormDialog>
  );
}

const dialogs: Record<TriageDialogName, (props: DialogProps) => React.ReactNode> = {
  answer: AnswerDialog,
  orient: OrientDialog,
  accept: AcceptDialog,
  refuse: RefuseDialog,
  duplicate: DuplicateDialog,
  close: CloseDialog,
  snooze: SnoozeDialog,
  assign: AssignDialog,
  requalify: RequalifyDialog,
  rate: RateDialog,
  inform: InformDialog,
  screen: ScreeningDialog,
  identify: IdentityDialog,
};

/** The form of one action of triage. */
export function TriageDialog({ name, ...props }: DialogProps & { name: TriageDialogName }) {
  const Form = dialogs[name];
  return <Form {...props} />;
}
