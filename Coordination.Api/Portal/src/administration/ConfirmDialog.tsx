import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';

interface Props {
  title: string;
  what: string;
  send: string;
  busy: boolean;
  error?: string | undefined;
  children?: ReactNode;
  onClose(): void;
  onConfirm(): void;
}

/** What changes for everybody is said before it is done. */
export function ConfirmDialog({ title, what, send, busy, error, children, onClose, onConfirm }: Props) {
  return (
    <ModalDialog title={title} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onConfirm();
        }}
      >
        <p>{what}</p>
        {children}
        {error && (
          <p className="notice notice-error" role="alert">
            {error}
          </p>
        )}
        <footer className="dialog-foot">
          <Button onPress={onClose}>{labels.keep}</Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {send}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
