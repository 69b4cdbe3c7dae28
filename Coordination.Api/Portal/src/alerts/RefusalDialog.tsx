import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import type { Refusal } from './alertCommands';
import { labels } from './labels.fr';

export function RefusalDialog({ refusal, onRetry, onClose }: { refusal: Refusal; onRetry(): void; onClose(): void }) {
  return (
    <ModalDialog title={labels.failedTitle} open onClose={onClose}>
      <p>{refusal.text}</p>
      {refusal.retriable && <p className="muted">{labels.retrySafe}</p>}
      <footer className="dialog-foot">
        {refusal.retriable ? (
          <Button kind="primary" onPress={onRetry}>
            {labels.retry}
          </Button>
        ) : (
          <Button kind="primary" onPress={onClose}>
            {labels.understood}
          </Button>
        )}
      </footer>
    </ModalDialog>
  );
}
