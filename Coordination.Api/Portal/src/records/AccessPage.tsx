import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import {
  type AccessReason,
  AccessRequestQueueDocument,
  type AccessRequestQueueQuery,
  GrantAccessDocument,
  type LegalCase,
  MeDocument,
  MyAccessRequestsDocument,
  RefuseAccessDocument,
  RequestAccessDocument,
  type TeamRole,
} from '../gql/graphql';
import { type CommandError, type Outcome, textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatMoment, personName } from '../ui/format.fr';
import { Empty, Loading } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { endOfDay } from './days';
import { FormDialog } from './FormDialog';
import { labels } from './labels.fr';
import { Line, Select } from './Select';
import './records.css';

type Asked = AccessRequestQueueQuery['accessRequests']['nodes'][number];

/** Requests for access: answered by the DAC, asked by the others. */
export default function AccessPage() {
  usePageTitle(labels.accessTitle);
  const [{ data: who }] = useQuery({ query: MeDocument });
  if (!who) return <Loading />;
  return (
    <div className="page">
      <h1>{labels.accessTitle}</h1>
      {who.me.permissions.includes('ANSWER_ACCESS') ? <Queue answers={who.me.role === 'COORDINATOR'} /> : <Own />}
    </div>
  );
}

const outcomeOf = (
  result: { error?: unknown; data?: unknown },
  errors: readonly CommandError[] | null | undefined,
): Outcome =>
  result.error || !result.data
    ? { kind: 'lost' }
    : errors?.[0]
      ? { kind: 'refused', error: errors[0] }
      : { kind: 'done' };

function Queue({ answers }: { answers: boolean }) {
  const [{ data }, again] = useQuery({
    query: AccessRequestQueueDocument,
    variables: { first: 100 },
    requestPolicy: 'cache-and-network',
  });
  const [answering, setAnswering] = useState<{ request: Asked; grant: boolean }>();
  const close = () => {
    setAnswering(undefined);
    again({ requestPolicy: 'network-only' });
  };
  if (!data) return <Loading />;
  const requests = data.accessRequests.nodes;
  if (requests.length === 0) return <Empty icon="shield" text={labels.accessNone} />;
  return (
    <>
      {(['SENT', 'ANSWERED'] as const).map((part) => (
        <section key={part} className="record-part">
          <h2>{part === 'SENT' ? labels.accessSent : labels.accessAnswered}</h2>
          <ul>
            {requests
              .filter((request) => (request.status === 'SENT') === (part === 'SENT'))
              .map((request) => (
                <li key={request.id}>
                  <p>
                    <strong>{request.by.displayName}</strong>, {request.by.function} ({request.by.organization}) –{' '}
                    {formatMoment(request.at)}
                    <br />
                    {request.described} – {labels.reasons[request.reason]} : {request.text}
                    <br />
                    {request.record ? (
                      <>
                        {labels.matches}{' '}
                        <Link to={`/personnes/${encodeURIComponent(request.record.id)}`}>
                          {personName(request.record.person)}
                        </Link>
                      </>
                    ) : (
                      labels.matchesNobody
                    )}
                    {request.status !== 'SENT' && <> – {labels.status[request.status]}</>}
                  </p>
                  {part === 'SENT' && answers && (
                    <div className="record-actions">
                      {request.record && (
                        <Button kind="primary" onPress={() => setAnswering({ request, grant: true })}>
                          {labels.grant}
                        </Button>
                      )}
                      <Button onPress={() => setAnswering({ request, grant: false })}>{labels.refuse}</Button>
                    </div>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {answering?.grant === true && <GrantDialog id={answering.request.id} onClose={close} />}
      {answering?.grant === false && <RefuseDialog id={answering.request.id} onClose={close} />}
    </>
  );
}

function GrantDialog({ id, onClose }: { id: string; onClose(): void }) {
  const [role, setRole] = useState<TeamRole>('TEAM_MEMBER');
  const [basis, setBasis] = useState<LegalCase>('RECOGNISED_BY_PERSON');
  const [until, setUntil] = useState('');
  const [, grant] = useMutation(GrantAccessDocument);
  const run = async () => {
    const result = await grant({ input: { id, role, basis, until: endOfDay(until) } });
    return outcomeOf(result, result.data?.grantAccess.errors);
  };
  return (
    <FormDialog title={labels.grantTitle} send={labels.grant} done={labels.granted} onClose={onClose} run={run}>
      <Select label={labels.role} value={role} options={labels.roles} onChange={setRole} />
      <Select label={labels.basis} value={basis} options={labels.bases} onChange={setBasis} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

function RefuseDialog({ id, onClose }: { id: string; onClose(): void }) {
  const [reason, setReason] = useState('');
  const [, refuse] = useMutation(RefuseAccessDocument);
  const run = async () => {
    const result = await refuse({ input: { id, reason: reason.trim() } });
    return outcomeOf(result, result.data?.refuseAccess.errors);
  };
  return (
    <FormDialog
      title={labels.refuseTitle}
      send={labels.refuse}
      done={labels.refused}
      onClose={onClose}
      run={() => (reason.trim() ? run() : labels.reasonMissing)}
    >
      <p>{labels.refuseWhat}</p>
      <Line label={labels.refuseReason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function Own() {
  const [{ data }, again] = useQuery({
    query: MyAccessRequestsDocument,
    variables: { first: 50 },
    requestPolicy: 'cache-and-network',
  });
  const [birthName, setBirthName] = useState('');
  const [givenName, setGivenName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [reason, setReason] = useState<AccessReason>('IN_CHARGE');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ kind: 'error' | 'done'; text: string }>();
  const command = useCommand(RequestAccessDocument, (answer) => answer.requestAccess.errors);
  const send = async () => {
    if (![birthName, givenName, birthDate, text].every((value) => value.trim()))
      return setSaid({ kind: 'error', text: labels.required });
    const outcome = await command.send({
      birthName: birthName.trim(),
      givenName: givenName.trim(),
      birthDate,
      reason,
      text: text.trim(),
    });
    if (!outcome) return;
    if (outcome.kind !== 'done') return setSaid({ kind: 'error', text: textOf(outcome) ?? '' });
    setSaid({ kind: 'done', text: labels.sent });
    setBirthName('');
    setGivenName('');
    setBirthDate('');
    setText('');
    again({ requestPolicy: 'network-only' });
  };
  return (
    <>
      <section className="record-part">
        <h2>{labels.askTitle}</h2>
        <p>{labels.askWhat}</p>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {said && (
            <p
              className={said.kind === 'error' ? 'notice notice-error' : 'notice'}
              role={said.kind === 'error' ? 'alert' : 'status'}
            >
              {said.text}
            </p>
          )}
          <Line label={labels.birthName} value={birthName} onChange={setBirthName} />
          <Line label={labels.givenName} value={givenName} onChange={setGivenName} />
          <Line type="date" label={labels.birthDate} value={birthDate} onChange={setBirthDate} />
          <Select label={labels.why} value={reason} options={labels.reasons} onChange={setReason} />
          <Field label={labels.whyText}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button kind="primary" type="submit" disabled={command.busy}>
            {labels.send}
          </Button>
        </form>
      </section>
      <section className="record-part">
        <h2>{labels.mine}</h2>
        {data?.myAccessRequests.nodes.length === 0 && <p>{labels.accessNone}</p>}
        <ul>
          {data?.myAccessRequests.nodes.map((request) => (
            <li key={request.id}>
              {request.described} – {formatMoment(request.at)} – <strong>{labels.status[request.status]}</strong>
              {request.refusal && <> : {request.refusal}</>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
