import { Button } from './Button';
import { labels } from './labels.fr';
import { ModalDialog } from './ModalDialog';

/** Why a decision was not done, in French, and whether sending the same one again makes sense. */
export interface Refusal {
  text: string;
  retriable: boolean;
}

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
