import { useId } from 'react';
import type { CareNeed } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import type { Announcement, Faults } from './form';
import { labels } from './labels.fr';

interface Props {
  form: Announcement;
  faults: Faults;
  onChange(form: Announcement): void;
}
const all = Object.keys(careLabels.needs) as CareNeed[];

/** What the patient will need; that nothing is needed has to be said. */
export function NeedsField({ form, faults, onChange }: Props) {
  const id = useId();
  const toggle = (need: CareNeed, on: boolean) =>
    onChange({ ...form, noNeed: false, needs: all.filter((one) => (one === need ? on : form.needs.includes(one))) });
  return (
    <fieldset className="picks" aria-describedby={faults.needs ? id : undefined}>
      <legend>{labels.needs}</legend>
      <div className="pick-grid">
        {all.map((need) => (
          <label key={need} className="pick">
            <input
              type="checkbox"
              name="needs"
              checked={form.needs.includes(need)}
              onChange={(event) => toggle(need, event.target.checked)}
            />
            {careLabels.needs[need]}
          </label>
        ))}
        <label className="pick pick-none">
          <input
            type="checkbox"
            name="noNeed"
            checked={form.noNeed}
            onChange={(event) => onChange({ ...form, noNeed: event.target.checked, needs: [] })}
          />
          {labels.noNeed}
        </label>
      </div>
      {faults.needs && (
        <span id={id} className="field-error">
          {faults.needs}
        </span>
      )}
    </fieldset>
  );
}
