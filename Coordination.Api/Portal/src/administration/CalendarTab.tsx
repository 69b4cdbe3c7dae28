import { useState } from 'react';
import { useQuery } from 'urql';
import { AdministrationSettingsDocument } from '../gql/graphql';
import { Field } from '../ui/Field';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { ClosuresPanel } from './ClosuresPanel';
import { DecisionList } from './DecisionList';
import { labels } from './labels.fr';
import { RegimeForm } from './RegimeForm';
import { today } from './today';
import { WeekForm } from './WeekForm';

/** When the DAC answers: holidays of the territory, week, closures. */
export function CalendarTab({ edits }: { edits: boolean }) {
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const [{ data, error }, again] = useQuery({
    query: AdministrationSettingsDocument,
    variables: { year },
    pause: year < 1983 || year > 2199,
  });
  if (error && !data) return <Problem retry={() => again()} />;
  if (!data) return <Loading />;
  const { settings, settingsHistory, holidays } = data.administration;
  const version = settingsHistory[0]?.eventId ?? 'none';
  return (
    <div className="columns">
      <WeekForm key={`week ${version}`} settings={settings} edits={edits} onSaved={() => again()} />
      <div>
        <RegimeForm key={`regime ${version}`} settings={settings} edits={edits} onSaved={() => again()} />
        <section className="panel">
          <h2>{labels.holidays(year)}</h2>
          <Field label={labels.year}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={1983}
                max={2199}
                value={year}
                onChange={(event) => setYear(event.target.valueAsNumber || year)}
              />
            )}
          </Field>
          <ul className="holidays">
            {holidays.map((holiday) => (
              <li key={`${holiday.day} ${holiday.label}`}>
                <time dateTime={holiday.day}>{formatDay(holiday.day)}</time> {holiday.label}
              </li>
            ))}
          </ul>
        </section>
        <ClosuresPanel closures={settings.closures} edits={edits} onSaved={() => again()} />
        <DecisionList decisions={settingsHistory} />
      </div>
    </div>
  );
}
