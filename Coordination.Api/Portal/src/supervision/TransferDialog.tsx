import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { RecordPageDocument, TransferRecordsDocument, type TransferRecordsMutation } from '../gql/graphql';
import { CoordinatorField } from '../synthesis/CoordinatorField';
import { Button } from '../ui/Button';
import { personLine, personName } from '../ui/format.fr';
import { labels as common } from '../ui/labels.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';
import type { Load } from './SupervisionPage';
import './supervision.css';

type Line = NonNullable<TransferRecordsMutation['transferRecords']['transfer']>['lines'][number];

/** Chooses records of one referent, shows how many will change hands, then what became of each; it can be taken back at once. */
export function TransferDialog({ from, onClose }: { from: Load; onClose(): void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState<string>();
  const [lines, setLines] = useState<readonly Line[]>();
  const announce = useAnnounce();
  const [{ data }] = useQuery({
    query: RecordPageDocument,
    variables: {
      first: 200,
      where: {
        status: ['OPEN', 'ACTIVE', 'STANDBY'],
        ...(from.professional ? { referent: from.professional.id } : { withoutReferent: true }),
      },
    },
    requestPolicy: 'network-only',
  });
  const [{ fetching }, run] = useMutation(TransferRecordsDocument);
  const records = data?.careRecords.nodes ?? [];
  const nameOf = (id: string) => {
    const record = records.find((one) => one.id === id);
    return record ? personName(record.person) : '';
  };
  const send = async (recordIds: readonly string[], professional: string) => {
    const answer = await run({ input: { recordIds: [...recordIds], professional } });
    const refused = answer.data?.transferRecords.errors?.[0];
    if (refused) return setProblem(refused.message);
    if (!answer.data?.transferRecords.transfer) return setProblem(common.network);
    return answer.data.transferRecords.transfer.lines;
  };
  const apply = async () => {
    if (chosen.length === 0 || !to) return setProblem(labels.missing);
    setProblem(undefined);
    const told = await send(chosen, to);
    if (!told) return;
    setLines(told);
    announce(labels.done(told.filter((line) => line.done).length));
  };
  const undo = async () => {
    if (!from.professional || !lines) return;
    const told = await send(
      lines.filter((line) => line.done).map((line) => line.recordId),
      from.professional.id,
    );
    if (!told) return;
    announce(labels.undone);
    onClose();
  };
  const failed = lines?.filter((line) => !line.done) ?? [];
  return (
    <ModalDialog title={labels.transferOf(from.professional?.displayName ?? labels.nobody)} open onClose={onClose}>
      {problem && (
        <p className="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      {lines ? (
        <>
          <p>{labels.done(lines.length - failed.length)}</p>
          {failed.length > 0 && (
            <>
              <p>{labels.failed}</p>
              <ul>
                {failed.map((line) => (
                  <li key={line.recordId}>
                    {nameOf(line.recordId)} : {line.message}
                  </li>
                ))}
              </ul>
            </>
          )}
          <footer className="dialog-foot">
            {from.professional && <Button onPress={() => void undo()}>{labels.undo}</Button>}
            <Button kind="primary" onPress={onClose}>
              {labels.close}
            </Button>
          </footer>
        </>
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <fieldset className="transfer-list">
            <legend>{labels.choose}</legend>
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.length === records.length}
                onChange={(event) => setChosen(event.target.checked ? records.map((record) => record.id) : [])}
              />{' '}
              {labels.chooseAll}
            </label>
            {records.map((record) => (
              <label key={record.id} className="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(record.id)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, record.id] : chosen.filter((one) => one !== record.id))
                  }
                />{' '}
                <span>
                  {personName(record.person)}, <span className="muted">{personLine(record.person)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <CoordinatorField value={to} without={[from.professional?.id]} onChange={setTo} />
          <p role="status">{labels.preview(chosen.length)}</p>
          <footer className="dialog-foot">
            <Button onPress={onClose}>{common.cancel}</Button>
            <Button kind="primary" disabled={fetching} onPress={() => void apply()}>
              {labels.apply(chosen.length)}
            </Button>
          </footer>
        </>
      )}
    </ModalDialog>
  );
}
