import { useState } from 'react';
import { type SettingsFragment, SetWeekDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { labels } from './labels.fr';
import { useSave } from './useSave';
import { type DayLine, linesOf, weekOf } from './week';

/** The hours of each day, and who relays the DAC otherwise. */
export function WeekForm(props: { settings: SettingsFragment; edits: boolean; onSaved(): void }) {
  const { settings, edits, onSaved } = props;
  const [lines, setLines] = useState(() => linesOf(settings));
  const [relay, setRelay] = useState(settings.relay ?? '');
  const command = useCommand(SetWeekDocument, (data) => data.setWeek.errors);
  const save = useSave(onSaved);
  const change = (at: number, part: Partial<DayLine>) =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const wrong = save.at('days') ?? save.at('relays') ?? save.elsewhere('days', 'relays', 'relay');
  return (
    <form
      className="panel form"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send({ ...weekOf(lines), relay: relay.trim() || null }).then(save.settle);
      }}
    >
      <h2>{labels.week}</h2>
      <p className="muted">{labels.weekHelp}</p>
      <table className="sheet week">
        <thead>
          <tr>
            <th scope="col">{labels.day}</th>
            <th scope="col">{labels.opened}</th>
            <th scope="col">{labels.opens}</th>
            <th scope="col">{labels.closes}</th>
            <th scope="col">{labels.relayOfDay}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const day = labels.days[line.day];
            return (
              <tr key={line.day}>
                <th scope="row">{day}</th>
                <td>
                  <input
                    type="checkbox"
                    aria-label={labels.ofDay(labels.opened, day)}
                    disabled={!edits}
                    checked={line.open}
                    onChange={(event) => change(at, { open: event.target.checked })}
                  />
                </td>
                {(['opens', 'closes'] as const).map((part) => (
                  <td key={part}>
                    <input
                      type="time"
                      aria-label={labels.ofDay(labels[part], day)}
                      required={line.open}
                      disabled={!edits || !line.open}
                      value={line.open ? line[part] : ''}
                      onChange={(event) => change(at, { [part]: event.target.value })}
                    />
                  </td>
                ))}
                <td>
                  <input
                    type="text"
                    aria-label={labels.ofDay(labels.relayOfDay, day)}
                    maxLength={200}
                    disabled={!edits}
                    value={line.relay}
                    onChange={(event) => change(at, { relay: event.target.value })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Field label={labels.relay} help={labels.relayHelp} error={save.at('relay')}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            disabled={!edits}
            value={relay}
            onChange={(event) => setRelay(event.target.value)}
          />
        )}
      </Field>
      {wrong && (
        <p className="notice notice-error" role="alert">
          {wrong}
        </p>
      )}
      {edits && (
        <Button kind="primary" type="submit" disabled={command.busy}>
          {labels.save}
        </Button>
      )}
    </form>
  );
}
