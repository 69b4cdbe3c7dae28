import { Button } from '../ui/Button';
import { formatMoment } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';

/** What the server says of a field that somebody else changed meanwhile. */
export interface Conflict {
  fieldLabel: string;
  theirs?: string | null;
  by: string;
  at: string;
  currentVersion: number;
}

/** Both values side by side; the reader says which stands. */
export function ConflictDialog({
  conflict,
  mine,
  onMine,
  onTheirs,
}: {
  conflict: Conflict;
  mine: string;
  onMine(): void;
  onTheirs(): void;
}) {
  return (
    <ModalDialog title={labels.conflictTitle} open onClose={onTheirs}>
      <p>{labels.conflict(conflict.by, conflict.fieldLabel, formatMoment(conflict.at))}</p>
      <dl className="plan-conflict">
        <div>
          <dt>{labels.mine}</dt>
          <dd>{mine || labels.nothing}</dd>
        </div>
        <div>
          <dt>{labels.theirs}</dt>
          <dd>{conflict.theirs || labels.nothing}</dd>
        </div>
      </dl>
      <footer className="dialog-foot">
        <Button onPress={onTheirs}>{labels.takeTheirs}</Button>
        <Button kind="primary" onPress={onMine}>
          {labels.keepMine}
        </Button>
      </footer>
    </ModalDialog>
  );
}
