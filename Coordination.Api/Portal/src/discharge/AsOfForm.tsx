import { useState } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { fromParisField, toParisField } from '../ui/parisTime';
import { labels } from './labels.fr';

interface Props {
  asOf: string | null;
  onAsk(instant: string | null): void;
}

/** Goes to what was known at an instant, and back. */
export function AsOfForm({ asOf, onAsk }: Props) {
  const now = toParisField(new Date());
  const [value, setValue] = useState(asOf ? toParisField(new Date(asOf)) : now);
  return (
    <form
      className="as-of"
      onSubmit={(event) => {
        event.preventDefault();
        const instant = fromParisField(value);
        if (instant) onAsk(instant.toISOString());
      }}
    >
      <label>
        <Icon name="history" /> {labels.asOf}
        <input
          type="datetime-local"
          value={value}
          max={now}
          required
          aria-describedby="as-of-help"
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <Button type="submit">{labels.asOfShow}</Button>
      {asOf !== null && (
        <Button kind="primary" onPress={() => onAsk(null)}>
          {labels.asOfNow}
        </Button>
      )}
      <small id="as-of-help">{labels.asOfHelp}</small>
    </form>
  );
}
