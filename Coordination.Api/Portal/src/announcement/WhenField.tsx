import { Field } from '../ui/Field';
import { formatMoment } from '../ui/format.fr';
import { Choices } from './Choices';
import type { Announcement, Faults } from './form';
import { labels } from './labels.fr';
import { momentPresets, readMoment, writeMoment } from './when';

interface Props {
  form: Announcement;
  faults: Faults;
  onChange(form: Announcement): void;
}

/** « mar. 24, 10:00 »: the month goes without saying. */
const presetText = (at: Date) => formatMoment(at.toISOString()).replace(/ \p{L}+\.?,/u, ',');

/** When the patient goes home: typed as one says it, read back in full, and how sure it is. */
export function WhenField({ form, faults, onChange }: Props) {
  const now = new Date();
  const read = readMoment(form.when, now);
  const presets = momentPresets(now);
  const chosen = presets.find((at) => at.getTime() === read?.getTime());
  return (
    <>
      <Field
        label={labels.when}
        error={faults.expectedAt}
        help={read ? formatMoment(read.toISOString()) : labels.whenHint}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            name="expectedAt"
            autoComplete="off"
            value={form.when}
            onChange={(event) => onChange({ ...form, when: event.target.value })}
          />
        )}
      </Field>
      <Choices
        legend={labels.whenPresets}
        name="preset"
        value={chosen ? chosen.toISOString() : ''}
        choices={Object.fromEntries(presets.map((at) => [at.toISOString(), presetText(at)]))}
        onChange={(at) => onChange({ ...form, when: writeMoment(new Date(at)) })}
      />
      <Choices
        legend={labels.reliability}
        name="dateReliability"
        value={form.reliability === 'PROBABLE' ? 'PROBABLE' : 'ANNOUNCED'}
        choices={labels.reliabilities}
        error={faults.dateReliability}
        onChange={(reliability) => onChange({ ...form, reliability })}
      />
    </>
  );
}
