import { type FormEvent, useState } from 'react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { csvAddress, type Filters, noFilters } from './filters';
import { labels } from './labels.fr';

interface Props {
  applied: Filters;
  onApply(filters: Filters): void;
}

/** What narrows the trail; nothing is asked before « Filtrer ». */
export function AuditFilters({ applied, onApply }: Props) {
  const [draft, setDraft] = useState(applied);
  const set = (part: Partial<Filters>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(draft);
  };
  const clear = () => {
    setDraft(noFilters);
    onApply(noFilters);
  };
  return (
    <form className="audit-filters" aria-label={labels.filters} onSubmit={submit}>
      <Field label={labels.action}>
        {(control) => (
          <select {...control} value={draft.action} onChange={(e) => set({ action: e.target.value })}>
            <option value="">{labels.any}</option>
            {Object.entries(labels.actions).map(([action, label]) => (
              <option key={action} value={action}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={labels.person} help={labels.personHelp}>
        {(control) => <input {...control} value={draft.person} onChange={(e) => set({ person: e.target.value })} />}
      </Field>
      <Field label={labels.from}>
        {(control) => (
          <input {...control} type="date" value={draft.from} onChange={(e) => set({ from: e.target.value })} />
        )}
      </Field>
      <Field label={labels.to}>
        {(control) => <input {...control} type="date" value={draft.to} onChange={(e) => set({ to: e.target.value })} />}
      </Field>
      <Button type="submit" kind="primary">
        {labels.apply}
      </Button>
      <Button kind="quiet" onPress={clear}>
        {labels.clear}
      </Button>
      <a href={csvAddress(applied)} download>
        {labels.exportCsv}
      </a>
    </form>
  );
}
