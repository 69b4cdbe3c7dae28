import { useRef, useState } from 'react';
import type { DataClass, DocumentKind } from '../gql/graphql';
import { FormDialog } from '../records/FormDialog';
import { labels as record } from '../records/labels.fr';
import { Line, Select } from '../records/Select';
import { Field } from '../ui/Field';
import type { Kept } from './DocumentsTab';
import { labels } from './labels.fr';
import { largest, upload } from './upload';

interface Props {
  recordId: string;
  /** The file that was dropped on the page. */
  dropped: File | undefined;
  /** The document whose place the new one takes. */
  replaced: Kept | undefined;
  onClose(): void;
  onDone(): void;
}

/** A file, what it is, and whose reach it is in. */
export function DepositDialog({ recordId, dropped, replaced, onClose, onDone }: Props) {
  const [file, setFile] = useState(dropped);
  const [kind, setKind] = useState<DocumentKind>(replaced?.kind ?? 'REPORT');
  const [reach, setReach] = useState<DataClass>(replaced?.class ?? 'CLINICAL');
  const [title, setTitle] = useState(replaced?.title ?? '');
  const [datedOn, setDatedOn] = useState('');
  const [share, setShare] = useState<number>();
  // The same content sent again after a silence is the same document.
  const last = useRef<{ content: string; file: File; id: string }>(undefined);
  const send = async (sent: File) => {
    const metadata = {
      kind,
      class: reach,
      title: title.trim(),
      ...(datedOn ? { datedOn } : {}),
      ...(replaced ? { replaces: replaced.id } : {}),
    };
    const content = JSON.stringify(metadata);
    if (last.current?.content !== content || last.current.file !== sent)
      last.current = { content, file: sent, id: crypto.randomUUID() };
    setShare(0);
    const outcome = await upload(recordId, { ...metadata, commandId: last.current.id }, sent, setShare);
    setShare(undefined);
    if (outcome.kind === 'done') onDone();
    return outcome;
  };
  return (
    <FormDialog
      title={replaced ? labels.replaceTitle(replaced.title) : labels.deposit}
      send={labels.send}
      done={labels.done}
      onClose={onClose}
      run={() => {
        if (!file) return labels.missingFile;
        if (file.size > largest) return labels.tooLarge;
        return title.trim() ? send(file) : labels.missingTitle;
      }}
    >
      {replaced && <p>{labels.replaceWhat}</p>}
      <Field label={labels.file} help={labels.fileHelp}>
        {(control) =>
          dropped ? (
            <output id={control.id}>{dropped.name}</output>
          ) : (
            <input
              {...control}
              type="file"
              accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.txt"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          )
        }
      </Field>
      <Field label={labels.title} help={labels.titleHelp}>
        {(control) => (
          <input
            {...control}
            value={title}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Select label={labels.kind} value={kind} options={labels.kinds} onChange={setKind} />
      <Select label={labels.reach} value={reach} options={record.classes} onChange={setReach} />
      <p className="muted">{labels.reachHelp}</p>
      <Line type="date" label={labels.datedOn} value={datedOn} onChange={setDatedOn} />
      {share !== undefined && (
        <p role="status">
          <progress value={share} aria-label={labels.file} />{' '}
          {share < 1 ? labels.sending(Math.floor(share * 100)) : labels.sealing}
        </p>
      )}
    </FormDialog>
  );
}
