import { useState } from 'react';
import { useQuery } from 'urql';
import {
  RecordBlockersDocument,
  type RecordLifeFragment,
  type TransferPart,
  TransferRecordDocument,
  TransferTargetsDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';

const every = Object.keys(labels.parts) as TransferPart[];

/** Closes a record so that another territory goes on with it: what is still open is said before anything is sent. */
export function TransferDialog({ record, onClose }: { record: RecordLifeFragment; onClose(): void }) {
  const [target, setTarget] = useState('');
  const [informedOn, setInformedOn] = useState(today());
  const [notOpposed, setNotOpposed] = useState(false);
  const [parts, setParts] = useState<readonly TransferPart[]>(every);
  const [reason, setReason] = useState('');
  const [{ data: known }] = useQuery({ query: TransferTargetsDocument });
  const [{ data }] = useQuery({
    query: RecordBlockersDocument,
    variables: { id: record.id },
    requestPolicy: 'network-only',
  });
  const command = useCommand(TransferRecordDocument, (answer) => answer.transferRecord.errors);
  const blockers = data?.careRecord?.closingBlockers ?? [];
  const targets = known?.transferTargets ?? [];
  return (
    <FormDialog
      title={labels.transfer}
      send={labels.transfer}
      done={labels.sent}
      onClose={onClose}
      run={() =>
        !target
          ? labels.targetMissing
          : !notOpposed
            ? labels.notOpposedMissing
            : command.send({
                recordId: record.id,
                target,
                informedOn,
                notOpposed,
                parts: [...parts],
                reason: reason || null,
                expectedVersion: record.version,
              })
      }
    >
      <p>{labels.what}</p>
      {blockers.length > 0 && (
        <div className="notice">
          <p>{labels.blockers}</p>
          <ul>
            {blockers.map((blocker) => (
              <li key={blocker.nodeId}>{blocker.label}</li>
            ))}
          </ul>
        </div>
      )}
      {known && targets.length === 0 && <p className="notice">{labels.noTarget}</p>}
      <Select
        label={labels.target}
        value={target}
        options={Object.fromEntries([['', labels.choose], ...targets.map((t) => [t.territory, t.name])])}
        onChange={setTarget}
      />
      <Line type="date" label={labels.informedOn} value={informedOn} onChange={setInformedOn} />
      <label className="choice">
        <input type="checkbox" checked={notOpposed} onChange={(event) => setNotOpposed(event.target.checked)} />{' '}
        {labels.notOpposed}
      </label>
      <fieldset>
        <legend>{labels.goes}</legend>
        {every.map((part) => (
          <label key={part} className="choice">
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={(event) =>
                setParts(event.target.checked ? [...parts, part] : parts.filter((other) => other !== part))
              }
            />{' '}
            {labels.parts[part]}
          </label>
        ))}
        <p>{labels.stays}</p>
      </fieldset>
      <Line label={labels.reason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
