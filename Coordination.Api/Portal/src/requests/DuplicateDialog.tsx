import { useState } from 'react';
import { useQuery } from 'urql';
import { RequestsOfPersonDocument } from '../gql/graphql';
import { FormDialog } from '../records/FormDialog';
import { Select } from '../records/Select';
import { formatMoment } from '../ui/format.fr';
import { labels } from './labels.fr';
import type { DialogProps } from './TriageDialogs';

const record = 'record';

/** Another request about the person, or her open record, is about the same. */
export function DuplicateDialog({ request, triage, onClose }: DialogProps) {
  const [{ data }] = useQuery({
    query: RequestsOfPersonDocument,
    variables: { person: request.subject?.id ?? '' },
    pause: !request.subject,
    requestPolicy: 'network-only',
  });
  const options: Record<string, string> = {};
  if (request.subject?.record && request.subject.record.status !== 'CLOSED') options[record] = labels.fields.ofRecord;
  for (const other of data?.requests.nodes ?? [])
    if (other.id !== request.id)
      options[other.id] = `${labels.reasons[other.reason]}, ${formatMoment(other.receivedAt)}`;
  const [chosen, setChosen] = useState<string>();
  const of = chosen ?? Object.keys(options)[0];
  return (
    <FormDialog
      title={labels.actions.duplicate}
      send={labels.send}
      done={labels.done.duplicate}
      onClose={onClose}
      run={() =>
        of === undefined
          ? labels.missing.of
          : triage.decide('duplicate', request, (base) =>
              triage.duplicate.send({ ...base, of: of === record ? null : of }),
            )
      }
    >
      {of === undefined ? (
        <p>{labels.missing.of}</p>
      ) : (
        <Select label={labels.fields.of} value={of} options={options} onChange={setChosen} />
      )}
    </FormDialog>
  );
}
