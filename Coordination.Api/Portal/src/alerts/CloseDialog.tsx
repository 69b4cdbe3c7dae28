import { useState } from 'react';
import { FieldError, Form, Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';

interface Props {
  open: boolean;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** Closing without action always keeps a reason. */
export function CloseDialog({ open, onClose, onConfirm }: Props) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    const text = reason.trim();
    if (!text) return setMissing(true);
    setReason('');
    setMissing(false);
    onConfirm(text);
  };
  return (
    <ModalDialog title={labels.closeTitle} open={open} onClose={onClose}>
      <p>{labels.closeWhat}</p>
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
          isInvalid={missing && reason.trim() === ''}
          validationBehavior="aria"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) confirm();
            else event.continuePropagation();
          }}
        >
          <Label>{labels.closeReason}</Label>
          <TextArea rows={3} maxLength={500} />
          <FieldError>{labels.closeReasonMissing}</FieldError>
        </TextField>
        <footer className="dialog-foot">
          <Button onPress={onClose}>{labels.cancel}</Button>
          <Button kind="primary" type="submit">
            {labels.closeForAll}
          </Button>
        </footer>
      </Form>
    </ModalDialog>
  );
}
