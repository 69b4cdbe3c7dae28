import { useState } from 'react';
import { useQuery } from 'urql';
import { type RecordLifeFragment, TransferLinesDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';

/** Where a record went, and where it came from. */
export function TransferNotice({ record }: { record: RecordLifeFragment }) {
  const [reading, setReading] = useState(false);
  const { transfer, origin } = record;
  return (
    <>
      {transfer && (
        <p className="notice">
          {transfer.status === 'AWAITING'
            ? labels.awaiting(transfer.to.name)
            : transfer.status === 'ACCEPTED'
              ? labels.accepted(transfer.to.name, formatDay(transfer.answeredOn ?? ''))
              : labels.refused(
                  transfer.to.name,
                  formatDay(transfer.answeredOn ?? ''),
                  transfer.refusal ? labels.refusals[transfer.refusal].toLocaleLowerCase('fr-FR') : '',
                )}
        </p>
      )}
      {origin && (
        <p className="notice">
          {labels.origin(origin.from.name)} {origin.informedOn && labels.informed(formatDay(origin.informedOn))}{' '}
          <Button onPress={() => setReading(true)}>{labels.readLines}</Button>
        </p>
      )}
      {reading && (
        <ModalDialog title={labels.lines} open onClose={() => setReading(false)}>
          <Lines id={record.id} />
        </ModalDialog>
      )}
    </>
  );
}

function Lines({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: TransferLinesDocument, variables: { id }, requestPolicy: 'network-only' });
  if (!data) return <Loading />;
  return <TransferLines lines={data.careRecord?.origin?.lines ?? []} />;
}

/** What came along to be read, part by part. */
export function TransferLines({ lines }: { lines: readonly { part: keyof typeof labels.parts; text: string }[] }) {
  if (lines.length === 0) return <p>{labels.noLines}</p>;
  return (
    <>
      {(Object.keys(labels.parts) as (keyof typeof labels.parts)[])
        .filter((part) => lines.some((line) => line.part === part))
        .map((part) => (
          <div key={part}>
            <h3>{labels.parts[part]}</h3>
            <ul>
              {lines
                .filter((line) => line.part === part)
                .map((line) => (
                  <li key={line.text}>{line.text}</li>
                ))}
            </ul>
          </div>
        ))}
    </>
  );
}
