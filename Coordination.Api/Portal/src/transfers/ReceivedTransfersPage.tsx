import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import {
  AcceptTransferDocument,
  type ArrivalFragment,
  MeDocument,
  ReceivedTransfersDocument,
  RefuseTransferDocument,
  type TransferRefusal,
  type TransferStatus,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { formatDay, formatMoment, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { TransferLines } from './TransferNotice';
import '../records/records.css';

const states: TransferStatus[] = ['AWAITING', 'ACCEPTED', 'REFUSED'];

/** Records of other territories that arrived: those to be answered first. */
export default function ReceivedTransfersPage() {
  usePageTitle(labels.title);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const answers = who?.me.permissions.includes('ANSWER_TRANSFERS') ?? false;
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      {states.map((status) => (
        <Part key={status} status={status} answers={answers} />
      ))}
    </div>
  );
}

function Part({ status, answers }: { status: TransferStatus; answers: boolean }) {
  const [first, setFirst] = useState(20);
  const [{ data, error }, again] = useQuery({
    query: ReceivedTransfersDocument,
    variables: { first, status },
    requestPolicy: 'cache-and-network',
  });
  const [answering, setAnswering] = useState<{ arrival: ArrivalFragment; accept: boolean }>();
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'TRANSFER_CHANGED' && refetch(), resync: refetch });
  // What was answered leaves this part for another.
  const close = () => {
    setAnswering(undefined);
    refetch();
  };
  const found = data?.receivedTransfers;
  return (
    <section className="record-part" aria-labelledby={`transfers-${status}`}>
      <h2 id={`transfers-${status}`}>{labels.status[status]}</h2>
      {error && !found && <Problem what={labels.title} retry={refetch} />}
      {!found && !error && <Loading />}
      {found?.nodes.length === 0 &&
        (status === 'AWAITING' ? <Empty icon="inbox" text={labels.none} /> : <p>{labels.noneHere}</p>)}
      <ul>
        {found?.nodes
          .filter((arrival) => arrival.status === status)
          .map((arrival) => (
            <li key={arrival.id}>
              <Arrival arrival={arrival} />
              {status === 'AWAITING' && answers && (
                <div className="record-actions">
                  <Button kind="primary" onPress={() => setAnswering({ arrival, accept: true })}>
                    {labels.accept}
                  </Button>
                  <Button onPress={() => setAnswering({ arrival, accept: false })}>{labels.refuse}</Button>
                </div>
              )}
            </li>
          ))}
      </ul>
      {found?.pageInfo.hasNextPage && <Button onPress={() => setFirst(first + 20)}>{labels.more}</Button>}
      {answering?.accept === true && <AcceptDialog arrival={answering.arrival} onClose={close} />}
      {answering?.accept === false && <RefuseDialog arrival={answering.arrival} onClose={close} />}
    </section>
  );
}

function Arrival({ arrival }: { arrival: ArrivalFragment }) {
  const { content } = arrival;
  return (
    <>
      <p>
        {content && <strong>{content.name}</strong>} {labels.from(arrival.from.name, formatMoment(arrival.receivedAt))}
        {content?.birthDate && ` – ${labels.born(formatDay(content.birthDate))}`}
        {content?.phone && ` – ${labels.phone(content.phone)}`}
        {arrival.answeredOn && ` – ${labels.answered(formatDay(arrival.answeredOn), arrival.answeredBy ?? '')}`}
        {arrival.refusal && ` – ${labels.refusals[arrival.refusal]}`}
        <br />
        {labels.informed(formatDay(arrival.informedOn))}{' '}
        {arrival.record && <Link to={`/personnes/${encodeURIComponent(arrival.record.id)}`}>{labels.open}</Link>}
      </p>
      {arrival.candidates.length > 0 && (
        <p className="notice">
          {labels.known} {arrival.candidates.map((person) => personName(person)).join(', ')}
        </p>
      )}
      {arrival.status === 'AWAITING' && content && (
        <>
          {content.situation.length > 0 && (
            <dl className="synthesis-facts">
              {content.situation.map((heading) => (
                <div key={heading.topic}>
                  <dt>{heading.label}</dt>
                  <dd>{heading.text}</dd>
                </div>
              ))}
            </dl>
          )}
          {content.lines.length > 0 && <TransferLines lines={content.lines} />}
        </>
      )}
    </>
  );
}

interface Props {
  arrival: ArrivalFragment;
  onClose(): void;
}

function AcceptDialog({ arrival, onClose }: Props) {
  const [person, setPerson] = useState(arrival.candidates[0]?.id ?? '');
  const [commune, setCommune] = useState('');
  const command = useCommand(AcceptTransferDocument, (answer) => answer.acceptTransfer.errors);
  // Those who may be she can change while the dialog is open: one who is chosen stays one of them.
  useEffect(() => {
    if (person && !arrival.candidates.some((candidate) => candidate.id === person)) setPerson('');
  }, [arrival.candidates, person]);
  return (
    <FormDialog
      title={labels.acceptTitle}
      send={labels.accept}
      done={labels.done}
      onClose={onClose}
      run={() =>
        commune.trim().length === 5
          ? command.send({
              id: arrival.id,
              commune: commune.trim(),
              person: person || null,
              acknowledged: arrival.candidates.map((candidate) => candidate.id),
              expectedVersion: arrival.version,
            })
          : labels.communeMissing
      }
    >
      <Select
        label={labels.who}
        value={person}
        options={Object.fromEntries([
          ...arrival.candidates.map((candidate) => [
            candidate.id,
            `${personName(candidate)} ${candidate.birthDate ? formatDay(candidate.birthDate) : ''}`,
          ]),
          ['', labels.newcomer],
        ])}
        onChange={setPerson}
      />
      <Line label={labels.commune} value={commune} onChange={setCommune} />
    </FormDialog>
  );
}

function RefuseDialog({ arrival, onClose }: Props) {
  const [reason, setReason] = useState<TransferRefusal>('NOT_IN_TERRITORY');
  const command = useCommand(RefuseTransferDocument, (answer) => answer.refuseTransfer.errors);
  return (
    <FormDialog
      title={labels.refuseTitle}
      send={labels.refuse}
      done={labels.done}
      onClose={onClose}
      run={() => command.send({ id: arrival.id, reason, expectedVersion: arrival.version })}
    >
      <p>{labels.refuseWhat}</p>
      <Select label={labels.why} value={reason} options={labels.refusals} onChange={setReason} />
    </FormDialog>
  );
}
