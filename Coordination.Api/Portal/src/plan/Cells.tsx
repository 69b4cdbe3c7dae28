import { useEffect, useRef, useState } from 'react';
import { formatDay } from '../ui/format.fr';
import { ConflictDialog } from './ConflictDialog';
import { labels } from './labels.fr';
import { partyOf } from './owners';
import type { Item } from './tree';
import { useItemChange } from './useItemChange';

interface Props {
  recordId: string;
  item: Item;
  version: number;
  edits: boolean;
}

/** Who does an action, chosen in place. */
export function OwnerCell({ owners, ...props }: Props & { owners: ReadonlyMap<string, string> }) {
  const { recordId, item, version, edits } = props;
  const { change, problem, conflict, keepMine, takeTheirs } = useItemChange(recordId, item.id);
  const now = item.owner?.professional?.id ?? item.owner?.kind ?? '';
  if (!edits) return <>{item.owner?.name}</>;
  const choices = new Map(owners);
  if (now && !choices.has(now)) choices.set(now, item.owner?.name ?? '');
  return (
    <>
      <select
        className="plan-input"
        aria-label={labels.textOf(labels.owner, item.text)}
        value={now}
        onChange={({ target: { value } }) =>
          value === 'STRUCTURE' || void change({ owner: partyOf(value) }, version, choices.get(value) ?? '')
        }
      >
        {[...choices].map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {problem && <span className="field-error">{problem}</span>}
      {conflict && (
        <ConflictDialog
          conflict={conflict.told}
          mine={conflict.mine}
          onMine={() => void keepMine()}
          onTheirs={takeTheirs}
        />
      )}
    </>
  );
}

/** By when an action is done, set in place. */
export function DueCell({ recordId, item, version, edits }: Props) {
  const [due, setDue] = useState(item.due ?? '');
  const seen = useRef(version);
  const { change, problem, conflict, keepMine, takeTheirs } = useItemChange(recordId, item.id);
  useEffect(() => setDue(item.due ?? ''), [item.due]);
  if (!edits) return <>{item.due && formatDay(item.due)}</>;
  return (
    <>
      <input
        className="plan-input"
        type="date"
        aria-label={labels.textOf(labels.due, item.text)}
        value={due}
        onFocus={() => {
          seen.current = version;
        }}
        onChange={(event) => setDue(event.target.value)}
        onBlur={() => due && due !== item.due && !conflict && void change({ due }, seen.current, formatDay(due))}
      />
      {problem && <span className="field-error">{problem}</span>}
      {conflict && (
        <ConflictDialog
          conflict={conflict.told}
          mine={conflict.mine}
          onMine={() => void keepMine()}
          onTheirs={() => {
            takeTheirs();
            setDue(item.due ?? '');
          }}
        />
      )}
    </>
  );
}
