import { useState } from 'react';
import { FieldError, Form, Label, TextArea, TextField } from 'react-aria-components';
import { Button } from './Button';
import { labels } from './labels.fr';
import { ModalDialog } from './ModalDialog';

interface Props {
  title: string;
  what: string;
  reasonLabel: string;
  missing: string;
  send: string;
  busy?: boolean;
  /** Why the last attempt was not done. */
  error?: string | undefined;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** Undoing something for everybody always keeps a reason. */
export function ReasonDialog({
  title,
  what,
  reasonLabel,
  missing,
  send,
  busy = false,
  error,
  onClose,
  onConfirm,
}: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = () => {
    if (busy) return;
    const text = reason.trim();
    if (text) onConfirm(text);
    else setTried(true);
  };
  return (
    <ModalDialog title={title} open onClose={onClose}>
      <p>{what}</p>
      {error && (
        <p className="notice notice-error" role="alert">
          {error}
        </p>
      )}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <TextField
          autoFocus
          className="field"
          value={reason}
          onChange={setReason}
          isInvalid={tried && reason.trim() === ''}
          validationBehavior="aria"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) confirm();
            else event.continuePropagation();
          }}
        >
          <Label>{reasonLabel}</Label>
          <TextArea rows={3} maxLength={500} />
          <FieldError>{missing}</FieldError>
        </TextField>
        <footer className="dialog-foot">
          <Button onPress={onClose}>{labels.cancel}</Button>
          <Button kind="primary" type="submit" disabled={busy}>
            {send}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  );
}
