import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import {
  type BlockerKind,
  CloseRecordDocument,
  type ClosingReason,
  RecordBlockersDocument,
  type RecordLifeFragment,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';

// Where a thing that stands in the way is ended; a part of the record itself has its tab.
const places: Partial<Record<BlockerKind, (nodeId: string) => string>> = {
  DISCHARGE: (nodeId) => `/discharges/${encodeURIComponent(nodeId)}`,
  URGENT_ALERT: () => '/alerts',
};

// A transfer has a dialog of its own.
const { TRANSFERRED: _, ...reasons } = labels.reasons;

/** Ends a coordination: what is still open is said before anything is sent. */
export function CloseDialog({
  record,
  manager,
  onClose,
}: {
  record: RecordLifeFragment;
  manager: boolean;
  onClose(): void;
}) {
  const [reason, setReason] = useState<Exclude<ClosingReason, 'TRANSFERRED'>>('OBJECTIVES_REACHED');
  const [on, setOn] = useState(today());
  const [personInformed, setPersonInformed] = useState(false);
  const [withoutPlan, setWithoutPlan] = useState(false);
  const [comment, setComment] = useState('');
  const [{ data }] = useQuery({
    query: RecordBlockersDocument,
    variables: { id: record.id },
    requestPolicy: 'network-only',
  });
  const command = useCommand(CloseRecordDocument, (answer) => answer.closeRecord.errors);
  const blockers = data?.careRecord?.closingBlockers ?? [];
  return (
    <FormDialog
      title={labels.close}
      send={labels.close}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        command.send({
          recordId: record.id,
          reason,
          on,
          personInformed,
          ...(withoutPlan ? { withoutPlan } : {}),
          comment: comment || null,
          expectedVersion: record.version,
        })
      }
    >
      {blockers.length > 0 ? (
        <div className="notice">
          <p>{labels.blockers}</p>
          <ul>
            {blockers.map((blocker) => (
              <li key={blocker.nodeId}>
                {places[blocker.kind] ? (
                  <Link to={places[blocker.kind]?.(blocker.nodeId) ?? ''}>{blocker.label}</Link>
                ) : (
                  blocker.label
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        data && <p>{labels.noBlocker}</p>
      )}
      <Select label={labels.closeReason} value={reason} options={reasons} onChange={setReason} />
      <Line type="date" label={labels.closeOn} value={on} onChange={setOn} />
      <label className="choice">
        <input type="checkbox" checked={personInformed} onChange={(event) => setPersonInformed(event.target.checked)} />{' '}
        {labels.personInformed}
      </label>
      {manager && (
        <label className="choice">
          <input type="checkbox" checked={withoutPlan} onChange={(event) => setWithoutPlan(event.target.checked)} />{' '}
          {labels.withoutPlan}
        </label>
      )}
      <Line label={labels.comment} value={comment} onChange={setComment} />
    </FormDialog>
  );
}
