import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type Outcome, textOf } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { labels as common } from '../ui/labels.fr';
import { ModalDialog } from '../ui/ModalDialog';

interface Props {
  title: string;
  send: string;
  done: string;
  onClose(): void;
  /** Runs the command; a text says what is missing before anything is sent. */
  run(): Promise<Outcome | undefined> | string;
  children: ReactNode;
}

/** A form over the page: what is missing or refused is said on top, what was typed stays. */
export function FormDialog({ title, send, done, onClose, run, children }: Props) {
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  // One key opens it, the next ones answer it.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = async () => {
    if (busy) return;
    const result = run();
    if (typeof result === 'string') return setError(result);
    setBusy(true);
    const outcome = await result;
    setBusy(false);
    if (!outcome) return;
    if (outcome.kind !== 'done') return setError(textOf(outcome));
    announce(done);
    onClose();
  };
  return (
    <ModalDialog title={title} open onClose={onClose}>
      <form
        className="form"
        ref={form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {error && (
          <p className="notice notice-error" role="alert">
            {error}
          </p>
        )}
        {children}
        <footer className="dialog-foot">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {send}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
