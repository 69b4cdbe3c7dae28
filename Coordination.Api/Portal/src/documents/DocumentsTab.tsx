import { type DragEvent, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { RecordDocumentsByIdDocument, type RecordDocumentsFragment, WithdrawDocumentDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { textOf, useCommand } from '../graphql/useCommand';
import { labels as record } from '../records/labels.fr';
import type { PartProps } from '../records/parts';
import { Button } from '../ui/Button';
import { formatDay, formatFull } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { ReasonDialog } from '../ui/ReasonDialog';
import { Loading, Problem } from '../ui/States';
import { DepositDialog } from './DepositDialog';
import { labels } from './labels.fr';
import './documents.css';

export type Kept = NonNullable<RecordDocumentsFragment['documents']>[number];
type Act = { what: 'deposit'; file?: File } | { what: 'replace' | 'withdraw' | 'readers'; document: Kept };

/** The documents kept about a person: deposited by button or by dropping a file, replaced, taken back, and who opened each. */
export default function DocumentsTab({ id, record: { id: recordId }, permissions }: PartProps) {
  const [all, setAll] = useState(false);
  const [act, setAct] = useState<Act>();
  const [over, setOver] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: RecordDocumentsByIdDocument,
    variables: { id, all },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === recordId && refetch(),
    resync: refetch,
  });
  useEffect(() => {
    // Back from the tab where a document was read: its reader is in the list.
    const back = () => again({ requestPolicy: 'network-only' });
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [again]);
  const documents = data?.careRecord?.documents;
  if (error && !documents) return <Problem retry={refetch} />;
  const deposits = permissions.includes('DEPOSIT_DOCUMENT');
  const close = () => setAct(undefined);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) setAct({ what: 'deposit', file });
  };
  return (
    <section
      className={`record-part documents${over ? ' documents-over' : ''}`}
      aria-labelledby="documents"
      {...(deposits && {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop,
      })}
    >
      <header>
        <h2 id="documents">{labels.heading}</h2>
        {deposits && <Button onPress={() => setAct({ what: 'deposit' })}>{labels.deposit}</Button>}
      </header>
      <label>
        <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> {labels.all}
      </label>
      {over && <p className="documents-drop">{labels.drop}</p>}
      {!documents && <Loading />}
      {documents?.length === 0 && (
        <p>
          {labels.none} {deposits && labels.noneHint}
        </p>
      )}
      {documents && documents.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.columns.title}</th>
              <th scope="col">{labels.columns.date}</th>
              <th scope="col">{labels.columns.reach}</th>
              <th scope="col">{labels.columns.by}</th>
              <th scope="col">{labels.columns.readers}</th>
              {deposits && <th scope="col">{labels.columns.action}</th>}
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <Row key={document.id} document={document} deposits={deposits} onAct={setAct} />
            ))}
          </tbody>
        </table>
      )}
      {(act?.what === 'deposit' || act?.what === 'replace') && (
        <DepositDialog
          recordId={recordId}
          dropped={act.what === 'deposit' ? act.file : undefined}
          replaced={act.what === 'replace' ? act.document : undefined}
          onClose={close}
          onDone={refetch}
        />
      )}
      {act?.what === 'withdraw' && (
        <Withdrawal recordId={recordId} document={act.document} onClose={close} onDone={refetch} />
      )}
      {act?.what === 'readers' && <Readers document={act.document} onClose={close} />}
    </section>
  );
}

function Row({ document, deposits, onAct }: { document: Kept; deposits: boolean; onAct(act: Act): void }) {
  const current = document.status === 'DEPOSITED';
  return (
    <tr className={current ? '' : 'document-past'}>
      <th scope="row">
        <a href={document.address} target="_blank" rel="noreferrer">
          {document.title}
          <span className="visually-hidden"> ({labels.opens})</span>
        </a>
        <br />
        <span className="muted">
          {labels.kinds[document.kind]} · {labels.format(document.mediaType, document.size)}
        </span>
        {!current && (
          <>
            {' '}
            <span className="record-mark">
              {document.reason ? labels.withdrawn(document.reason) : labels.statuses[document.status]}
            </span>
          </>
        )}
      </th>
      <td>{document.datedOn ? formatDay(document.datedOn) : '–'}</td>
      <td>{record.classes[document.class]}</td>
      <td>{labels.by(document.author, formatFull(document.depositedAt))}</td>
      <td>
        {document.readers.length === 0 ? (
          labels.unread
        ) : (
          <Button
            kind="quiet"
            label={`${labels.readersOf(document.title)} : ${labels.readBy(document.readers.length)}`}
            onPress={() => onAct({ what: 'readers', document })}
          >
            {labels.readBy(document.readers.length)}
          </Button>
        )}
      </td>
      {deposits && (
        <td>
          {current && (
            <>
              <Button
                label={labels.of(labels.replace, document.title)}
                onPress={() => onAct({ what: 'replace', document })}
              >
                {labels.replace}
              </Button>{' '}
              <Button
                label={labels.of(labels.withdraw, document.title)}
                onPress={() => onAct({ what: 'withdraw', document })}
              >
                {labels.withdraw}
              </Button>
            </>
          )}
        </td>
      )}
    </tr>
  );
}

interface DialogProps {
  document: Kept;
  onClose(): void;
}

function Withdrawal({ recordId, document, onClose, onDone }: DialogProps & { recordId: string; onDone(): void }) {
  const command = useCommand(WithdrawDocumentDocument, (data) => data.withdrawDocument.errors);
  const [failed, setFailed] = useState<string>();
  const announce = useAnnounce();
  return (
    <ReasonDialog
      title={labels.withdrawTitle(document.title)}
      what={labels.withdrawWhat}
      reasonLabel={labels.withdrawReason}
      missing={labels.withdrawMissing}
      send={labels.withdraw}
      busy={command.busy}
      error={failed}
      onClose={onClose}
      onConfirm={async (reason) => {
        const outcome = await command.send({
          recordId,
          documentId: document.id,
          reason,
          expectedVersion: document.version,
        });
        if (!outcome) return;
        if (outcome.kind !== 'done') return setFailed(textOf(outcome));
        announce(labels.withdrawnDone);
        onDone();
        onClose();
      }}
    />
  );
}

function Readers({ document, onClose }: DialogProps) {
  return (
    <ModalDialog title={labels.readersOf(document.title)} open onClose={onClose}>
      <ul>
        {document.readers.map((reader) => (
          <li key={reader.who + reader.firstAt}>
            <strong>{reader.who}</strong>, {labels.reading(formatFull(reader.lastAt), reader.times)}
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
