import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AdministrationSettingsDocument, type AlertDelay, SetAlertDelayDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Loading, Problem } from '../ui/States';
import { ConfirmDialog } from './ConfirmDialog';
import { DecisionList } from './DecisionList';
import { labels } from './labels.fr';
import { today } from './today';
import { useSave } from './useSave';

/** The delays that the territory decides for itself. */
export function DelaysTab({ edits }: { edits: boolean }) {
  const [{ data, error }, again] = useQuery({
    query: AdministrationSettingsDocument,
    variables: { year: Number(today().slice(0, 4)) },
  });
  if (error && !data) return <Problem retry={() => again()} />;
  if (!data) return <Loading />;
  const { settings, settingsHistory } = data.administration;
  const delays: [AlertDelay, number][] = [
    ['FIRST_VISIT', settings.firstVisitWithinHours],
    ['NURSING_CONFIRMATION', settings.nursingConfirmationHours],
    ['NEEDS_URGENT', settings.needsUrgentHours],
  ];
  return (
    <div className="columns">
      <section className="panel">
        <h2>{labels.tab.delais}</h2>
        {delays.map(([delay, hours]) => (
          <DelayForm key={`${delay} ${hours}`} delay={delay} hours={hours} edits={edits} onSaved={() => again()} />
        ))}
        <p>
          <Link to="/regles">{labels.seeRules}</Link>
        </p>
      </section>
      <DecisionList decisions={settingsHistory.filter((d) => /delay|limit/.test(d.type))} />
    </div>
  );
}

interface DelayProps {
  delay: AlertDelay;
  hours: number;
  edits: boolean;
  onSaved(): void;
}

function DelayForm({ delay, hours, edits, onSaved }: DelayProps) {
  const [value, setValue] = useState(String(hours));
  const [asking, setAsking] = useState(false);
  const command = useCommand(SetAlertDelayDocument, (data) => data.setAlertDelay.errors);
  const save = useSave(onSaved);
  return (
    <form
      className="form delay"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <Field
        label={`${labels.delays[delay]} (${labels.hours})`}
        help={labels.delayHelp[delay]}
        error={save.at('hours') ?? save.elsewhere('hours')}
      >
        {(control) => (
          <input
            {...control}
            type="number"
            required
            step={1}
            disabled={!edits}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      {edits && (
        <Button type="submit" disabled={command.busy || value === String(hours)}>
          {labels.save}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={labels.delayConfirmTitle}
          what={labels.delayConfirm(labels.delays[delay], value)}
          send={labels.delayConfirmSend}
          busy={command.busy}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void command.send({ delay, hours: Number(value) }).then(save.settle);
          }}
        />
      )}
    </form>
  );
}
