import { useState } from 'react';
import { type HolidayRegime, SetHolidayRegimeDocument, type SettingsFragment } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { labels } from './labels.fr';
import { useSave } from './useSave';

const regimes = Object.keys(labels.regimes) as HolidayRegime[];

/** Whose public holidays and time the territory keeps. */
export function RegimeForm(props: { settings: SettingsFragment; edits: boolean; onSaved(): void }) {
  const { settings, edits, onSaved } = props;
  const [regime, setRegime] = useState(settings.regime);
  const command = useCommand(SetHolidayRegimeDocument, (data) => data.setHolidayRegime.errors);
  const save = useSave(onSaved);
  return (
    <form
      className="panel form"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send({ regime }).then(save.settle);
      }}
    >
      <Field
        label={labels.regime}
        help={labels.regimeHelp(settings.timeZone)}
        error={save.at('regime') ?? save.elsewhere('regime')}
      >
        {(control) => (
          <select
            {...control}
            disabled={!edits}
            value={regime}
            onChange={(event) => setRegime(event.target.value as HolidayRegime)}
          >
            {regimes.map((known) => (
              <option key={known} value={known}>
                {labels.regimes[known]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {edits && (
        <Button type="submit" disabled={command.busy || regime === settings.regime}>
          {labels.save}
        </Button>
      )}
    </form>
  );
}
