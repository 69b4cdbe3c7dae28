import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { MovePlanItemDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { ConflictDialog } from './ConflictDialog';
import { keepLine } from './drafts';
import { labels } from './labels.fr';
import { type Item, placeOf } from './tree';
import { useItemChange } from './useItemChange';

interface Props {
  recordId: string;
  item: Item;
  /** The version of the plan as it is shown. */
  version: number;
  siblings: readonly Item[];
  edits: boolean;
}

/** What an item says, written in place: Enter or leaving the line saves it, Escape takes it back, Alt and an arrow move it. */
export function ItemText({ recordId, item, version, siblings, edits }: Props) {
  const [text, setText] = useState(item.text);
  const seen = useRef(version);
  const written = useRef(false);
  const help = useId();
  const announce = useAnnounce();
  const { change, problem, conflict, keepMine, takeTheirs } = useItemChange(recordId, item.id);
  const { send: move } = useCommand(MovePlanItemDocument, (data) => data.movePlanItem.errors);
  const key = `${recordId} ${item.id}`;
  useEffect(() => {
    // What others write comes in as long as nobody writes here.
    if (!written.current) setText(item.text);
  }, [item.text]);
  if (!edits)
    return (
      <>
        <span className="plan-text">{item.text}</span> <Origin item={item} />
      </>
    );
  const write = (next: string) => {
    written.current = next !== item.text;
    setText(next);
    keepLine(key, written.current ? next : '');
  };
  const save = async () => {
    const wanted = text.trim();
    if (!written.current || conflict) return;
    if (wanted === '' || wanted === item.text) return write(item.text);
    if (await change({ text: wanted }, seen.current, wanted)) {
      written.current = false;
      keepLine(key, '');
    }
  };
  const step = async (event: KeyboardEvent, by: -1 | 1) => {
    event.preventDefault();
    const place = placeOf(siblings, item, by);
    if (place && (await move({ recordId, item: item.id, before: place.before }))?.kind === 'done')
      announce(labels.moved);
  };
  const settle = (value: string) => {
    written.current = false;
    keepLine(key, '');
    setText(value);
  };
  return (
    <>
      <input
        className="plan-input"
        aria-label={labels.textOf(labels.kinds[item.kind], item.text)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? help : undefined}
        value={text}
        maxLength={2000}
        autoComplete="off"
        data-item={item.id}
        onFocus={() => {
          if (!written.current) seen.current = version;
        }}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.altKey && event.key === 'ArrowUp') void step(event, -1);
          else if (event.altKey && event.key === 'ArrowDown') void step(event, 1);
          else if (event.key === 'Enter') void save();
          else if (event.key === 'Escape') write(item.text);
        }}
      />
      <Origin item={item} />
      {problem && (
        <span id={help} className="field-error" role="alert">
          {problem}
        </span>
      )}
      {conflict && (
        <ConflictDialog
          conflict={conflict.told}
          mine={conflict.mine}
          onMine={() => void keepMine().then((stands) => stands && settle(conflict.mine))}
          onTheirs={() => {
            takeTheirs();
            settle(conflict.told.theirs ?? item.text);
          }}
        />
      )}
    </>
  );
}

/** An item that came from another plan; to be looked at again once the identities were found to be two persons. */
function Origin({ item }: { item: Item }) {
  if (!item.takenFrom) return null;
  return <span className="record-mark">{item.doubtful ? labels.doubtful : labels.taken}</span>;
}
