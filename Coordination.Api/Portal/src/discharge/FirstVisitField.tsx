import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatMoment } from '../ui/format.fr';
import { toParisField } from '../ui/parisTime';
import { type VisitPreset, visitPresets } from './firstVisit';
import { labels } from './preparation.labels.fr';

interface Props {
  value: string;
  /** When the person is, or will be, home. */
  home: Date | undefined;
  error: string | undefined;
  onChange(value: string): void;
}

const dayOf = (at: Date) => formatMoment(at.toISOString()).split(',')[0] ?? '';
function presetText({ name, at, today }: VisitPreset): string {
  if (name === 'evening') return today ? labels.tonight : labels.evening(dayOf(at));
  return today ? labels.tomorrow : labels.morning(dayOf(at));
}

/** Day and hour of the first visit in Paris, with the two usual ones a key away. */
export function FirstVisitField({ value, home, error, onChange }: Props) {
  return (
    <Field label={labels.firstVisit} error={error}>
      {(control) => (
        <>
          <div className="presets">
            {visitPresets(home, new Date()).map((preset) => (
              <Button key={preset.name} onPress={() => onChange(toParisField(preset.at))}>
                {presetText(preset)}
              </Button>
            ))}
          </div>
          <input {...control} type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
        </>
      )}
    </Field>
  );
}
