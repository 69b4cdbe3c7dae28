import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { InvitationsAwaitedDocument, MeDocument, MyInvitationsDocument, type MyInvitationsQuery } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { formatDay, formatMoment, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AcceptDialog, DeclineDialog, invitedName, WithdrawDialog } from './InvitationDialogs';
import { labels } from './labels.fr';
import '../records/records.css';

type Invitation = MyInvitationsQuery['myInvitations']['nodes'][number];

/** Invitations to care teams: answered by the invited, awaited by the DAC. */
export default function InvitationsPage() {
  usePageTitle(labels.invitationsTitle);
  const [{ data: who }] = useQuery({ query: MeDocument });
  if (!who) return <Loading />;
  const { permissions } = who.me;
  return (
    <div className="page">
      <h1>{labels.invitationsTitle}</h1>
      {permissions.includes('ANSWER_INVITATION') ? (
        <Mine />
      ) : (
        <Awaited withdraws={permissions.includes('CHANGE_TEAM')} />
      )}
    </div>
  );
}

function About({ invitation }: { invitation: Invitation }) {
  return (
    <p>
      <strong>{invitation.record ? personName(invitation.record.person) : invitation.described}</strong> –{' '}
      {labels.roles[invitation.role]}
      {invitation.structureName && `, ${labels.forStructure(invitation.structureName)}`}
      <br />
      <span className="muted">
        {invitation.basisLabel}, {labels.sentBy(invitation.by, formatDay(invitation.at))},{' '}
        {labels.expires(formatMoment(invitation.expiresAt))}
      </span>
    </p>
  );
}

const Open = ({ id }: { id: string }) => <Link to={`/personnes/${encodeURIComponent(id)}`}>{labels.open}</Link>;

function Mine() {
  const [{ data, error }, again] = useQuery({
    query: MyInvitationsDocument,
    variables: { first: 100 },
    requestPolicy: 'cache-and-network',
  });
  const [answering, setAnswering] = useState<{ invitation: Invitation; accepts: boolean }>();
  const close = () => {
    setAnswering(undefined);
    again({ requestPolicy: 'network-only' });
  };
  if (!data) return error ? <Problem retry={() => again({ requestPolicy: 'network-only' })} /> : <Loading />;
  const all = data.myInvitations.nodes;
  if (all.length === 0) return <Empty icon="help" text={labels.mineNone} />;
  const open = all.filter(({ status }) => status === 'SENT');
  const closed = all.filter(({ status }) => status !== 'SENT');
  return (
    <>
      <section className="record-part" aria-labelledby="invitations-open">
        <h2 id="invitations-open">{labels.toAnswer}</h2>
        {open.length === 0 && <p>{labels.mineNone}</p>}
        <ul>
          {open.map((invitation) => (
            <li key={invitation.id}>
              <About invitation={invitation} />
              <div className="record-actions">
                <Button kind="primary" onPress={() => setAnswering({ invitation, accepts: true })}>
                  {labels.accept}
                </Button>
                <Button onPress={() => setAnswering({ invitation, accepts: false })}>{labels.decline}</Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {closed.length > 0 && (
        <section className="record-part" aria-labelledby="invitations-closed">
          <h2 id="invitations-closed">{labels.answered}</h2>
          <ul>
            {closed.map((invitation) => (
              <li key={invitation.id}>
                <About invitation={invitation} />
                <p>
                  <strong>{labels.status[invitation.status]}</strong>{' '}
                  {invitation.refusal && <span>{invitation.refusal}</span>}{' '}
                  {invitation.record && <Open id={invitation.record.id} />}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answering?.accepts === true && <AcceptDialog invitation={answering.invitation} onClose={close} />}
      {answering?.accepts === false && <DeclineDialog invitation={answering.invitation} onClose={close} />}
    </>
  );
}

function Awaited({ withdraws }: { withdraws: boolean }) {
  const [{ data, error }, again] = useQuery({
    query: InvitationsAwaitedDocument,
    variables: { first: 100 },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  // An answer is a change of the person's record.
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  if (!data) return error ? <Problem retry={refetch} /> : <Loading />;
  const all = data.invitationsAwaited.nodes;
  if (all.length === 0) return <Empty icon="help" text={labels.awaitedNone} />;
  return (
    <>
      {(['RAN_OUT', 'SENT'] as const).map((part) => {
        const rows = all.filter(({ status }) => status === part);
        if (rows.length === 0) return null;
        return (
          <section key={part} className="record-part" aria-labelledby={`invitations-${part}`}>
            <h2 id={`invitations-${part}`}>{part === 'SENT' ? labels.awaited : labels.ranOut}</h2>
            <ul>
              {rows.map((invitation) => (
                <li key={invitation.id}>
                  <p>
                    <strong>{invitedName(invitation)}</strong>
                  </p>
                  <About invitation={invitation} />
                  <div className="record-actions">
                    {invitation.record && <Open id={invitation.record.id} />}
                    {withdraws && (
                      <Button kind="quiet" onPress={() => setWithdrawing(invitation)}>
                        {labels.withdraw}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {withdrawing && (
        <WithdrawDialog
          invitation={withdrawing}
          onClose={() => {
            setWithdrawing(undefined);
            refetch();
          }}
        />
      )}
    </>
  );
}
