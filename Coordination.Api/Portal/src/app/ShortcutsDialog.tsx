import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';
import { useSingleKeys } from './preferences';

function Keys({ caption, keys }: { caption: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{caption}</h3>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ShortcutsDialog({ userId, open, onClose }: { userId: string; open: boolean; onClose(): void }) {
  const [singleKeys, setSingleKeys] = useSingleKeys(userId);
  return (
    <ModalDialog title={labels.shortcuts} open={open} onClose={onClose}>
      <Keys caption={labels.keysAlways} keys={labels.keys.always} />
      <Keys caption={labels.keysGrid} keys={labels.keys.grid} />
      <label className="check">
        <input type="checkbox" checked={singleKeys} onChange={(e) => setSingleKeys(e.target.checked)} />
        {labels.singleKeys}
      </label>
    </ModalDialog>
  );
}
