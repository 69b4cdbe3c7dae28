import { useState } from 'react';
import { CancelClosureDocument, PlanClosureDocument, type SettingsFragment } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatDay } from '../ui/format.fr';
import { ConfirmDialog } from './ConfirmDialog';
import { labels } from './labels.fr';
import { today } from './today';
import { useSave } from './useSave';

type Closure = SettingsFragment['closures'][number];

/** Days on which the DAC will not answer although it should. */
export function ClosuresPanel(props: { closures: readonly Closure[]; edits: boolean; onSaved(): void }) {
  const { closures, edits, onSaved } = props;
  const [cancelling, setCancelling] = useState<Closure>();
  const coming = closures.filter((closure) => closure.to >= today());
  return (
    <section className="panel">
      <h2>{labels.closures}</h2>
      {coming.length === 0 && <p className="muted">{labels.noClosure}</p>}
      <ul className="closures">
        {coming.map((closure) => (
          <li key={closure.id}>
            <span>
              {formatDay(closure.from)} – {formatDay(closure.to)} : {closure.reason}
            </span>
            {edits && (
              <Button
                kind="quiet"
                label={`${labels.closureCancel}, ${closure.reason}`}
                onPress={() => setCancelling(closure)}
              >
                {labels.closureCancel}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {cancelling && (
        <CancelDialog
          closure={cancelling}
          onClose={() => setCancelling(undefined)}
          onDone={() => {
            setCancelling(undefined);
            onSaved();
          }}
        />
      )}
      {edits && <PlanForm onSaved={onSaved} />}
    </section>
  );
}

function PlanForm({ onSaved }: { onSaved(): void }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(PlanClosureDocument, (data) => data.planClosure.errors);
  const save = useSave(() => {
    setFrom('');
    setTo('');
    setReason('');
    onSaved();
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send({ from, to: to || from, reason }).then(save.settle);
      }}
    >
      <Field label={labels.closureFrom} error={save.at('from')}>
        {(control) => (
          <input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
        )}
      </Field>
      <Field label={labels.closureTo} error={save.at('to')}>
        {(control) => <input {...control} type="date" value={to} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <Field label={labels.closureReason} error={save.at('reason') ?? save.elsewhere('from', 'to', 'reason')}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={command.busy}>
        {labels.closureAdd}
      </Button>
    </form>
  );
}

function CancelDialog({ closure, onClose, onDone }: { closure: Closure; onClose(): void; onDone(): void }) {
  const command = useCommand(CancelClosureDocument, (data) => data.cancelClosure.errors);
  const save = useSave(onDone);
  return (
    <ConfirmDialog
      title={labels.closureCancelTitle}
      what={labels.closureCancelWhat(formatDay(closure.from), formatDay(closure.to))}
      send={labels.closureCancelSend}
      busy={command.busy}
      error={save.elsewhere()}
      onClose={onClose}
      onConfirm={() => void command.send({ id: closure.id }).then(save.settle)}
    />
  );
}
