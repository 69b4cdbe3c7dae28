import { useEffect, useState } from 'react';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { labels } from './labels.fr';
import { type Asked, isFiltered } from './views';

interface Props {
  asked: Asked;
  text: string;
  count: number | undefined;
  onAsk(asked: Asked): void;
  onText(text: string): void;
}
const all = <T extends string>(table: Readonly<Record<T, string>>) =>
  ({ ALL: labels.filters.all, ...table }) as Readonly<Record<T | 'ALL', string>>;
const [urgencies, reasons, origins] = [all(careLabels.urgencies), all(labels.reasons), all(careLabels.origins)];
const chosen = <T extends string>(value: T | 'ALL'): T | undefined => (value === 'ALL' ? undefined : (value as T));
const afterMs = 250;

/** Filters of the queue, in the address of the screen; the name typed stays out of it. */
export function QueueFilters({ asked, text, count, onAsk, onText }: Props) {
  const [typed, setTyped] = useState(text);
  const [wide] = useState(() => window.matchMedia('(min-width: 44rem)').matches);
  useEffect(() => {
    const timer = setTimeout(() => onText(typed), afterMs);
    return () => clearTimeout(timer);
  }, [typed, onText]);
  const filtered = isFiltered(asked) || typed.trim() !== '';
  const fields = (
    <search className="request-filters" aria-label={labels.filters.name}>
      <Line label={labels.filters.text} value={typed} onChange={setTyped} />
      <Select
        label={labels.filters.urgency}
        value={asked.urgency ?? 'ALL'}
        options={urgencies}
        onChange={(value) => onAsk({ ...asked, urgency: chosen(value) })}
      />
      <Select
        label={labels.filters.reason}
        value={asked.reason ?? 'ALL'}
        options={reasons}
        onChange={(value) => onAsk({ ...asked, reason: chosen(value) })}
      />
      <Select
        label={labels.filters.origin}
        value={asked.origin ?? 'ALL'}
        options={origins}
        onChange={(value) => onAsk({ ...asked, origin: chosen(value) })}
      />
      <Select
        label={labels.filters.order}
        value={asked.order}
        options={labels.orders}
        onChange={(order) => onAsk({ ...asked, order })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={asked.overdue}
          onChange={(event) => onAsk({ ...asked, overdue: event.target.checked })}
        />
        {labels.filters.overdue}
      </label>
      {filtered && (
        <p>
          <span role="status">{count === undefined ? '' : labels.filters.found(count)}</span>{' '}
          <Button
            kind="quiet"
            onPress={() => {
              setTyped('');
              onAsk({ ...asked, urgency: undefined, reason: undefined, origin: undefined, overdue: false });
            }}
          >
            {labels.filters.clear}
          </Button>
        </p>
      )}
    </search>
  );
  return wide ? (
    fields
  ) : (
    <details className="request-filters-narrow" open={isFiltered(asked)}>
      <summary>{labels.filters.show}</summary>
      {fields}
    </details>
  );
}
