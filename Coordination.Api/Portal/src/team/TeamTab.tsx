import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import {
  type InvitationLineFragment,
  MeDocument,
  RecordCareTeamDocument,
  RecordContactsDocument,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { endOfDay, today } from '../records/days';
import type { PartProps } from '../records/parts';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { InviteDialog, invitedName, WithdrawDialog } from './InvitationDialogs';
import { labels } from './labels.fr';
import { EndDialog, JoinDialog, ReplaceDialog } from './MemberDialogs';
import { RelativeDialog, RemoveRelativeDialog } from './RelativeDialogs';
import { EndStructureDialog, NameDialog, StructureDialog, UnnameDialog } from './StructureDialogs';
import { type Asked, MemberCard, RelativeCard, StructureCard } from './TeamCards';
import { type Domain, domainOf, domainOfStructure, type Service, type Whole } from './teamViews';
import './team.css';
import { useRefetch } from './useRefetch';

type Opened =
  | Asked
  | { kind: 'join' | 'physician' | 'structure' | 'newRelative' | 'invite' }
  | { kind: 'withdraw'; invitation: InvitationLineFragment };
const domains: readonly Domain[] = ['care', 'help', 'social'];

/** Everybody around the person, as it is or as it was on a day: professionals, structures, relatives, who is invited. */
export default function TeamTab({ id, record, permissions }: PartProps) {
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [day, setDay] = useState('');
  const [sense, setSense] = useState<keyof typeof labels.senses>('fact');
  // A dialog keeps the version that its reader saw, whatever the live feed brings under it.
  const [opened, setDialog] = useState<{ what: Opened; seen: number }>();
  const at = day === today() ? null : endOfDay(day);
  const [read, again] = useQuery({
    query: RecordCareTeamDocument,
    variables: { id, onDate: sense === 'fact' ? at : null, knownAt: sense === 'known' ? at : null },
    requestPolicy: 'cache-and-network',
  });
  const { data, error } = read;
  const refetch = useRefetch(read, again);
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === record.id && refetch(),
    resync: refetch,
  });
  const team = data?.careRecord?.careTeam;
  const past = at !== null;
  const edits = permissions.includes('CHANGE_TEAM') && !past;
  const colleague = permissions.includes('NAME_COLLEAGUE') && !past ? who?.me.id : undefined;
  if (!team) return error || (data === null && !read.fetching) ? <Problem retry={refetch} /> : <Loading />;
  const setOpened = (what: Opened) => setDialog({ what, seen: team.version });
  const close = () => {
    setDialog(undefined);
    refetch();
  };
  return (
    <section className="record-part" aria-labelledby="record-team">
      <header>
        <h2 id="record-team">{past ? labels.titleOn(formatDay(day)) : labels.title}</h2>
        {edits && (
          <div className="record-actions">
            <Button onPress={() => setOpened({ kind: 'join' })}>{labels.add}</Button>
            <Button onPress={() => setOpened({ kind: 'structure' })}>{labels.addStructure}</Button>
            <Button onPress={() => setOpened({ kind: 'newRelative' })}>{labels.addRelative}</Button>
            <Button onPress={() => setOpened({ kind: 'invite' })}>{labels.invite}</Button>
          </div>
        )}
      </header>
      <fieldset className="team-when">
        <legend>{labels.when}</legend>
        <Line type="date" label={labels.whenDay} value={day} onChange={setDay} />
        <Select label={labels.sense} value={sense} options={labels.senses} onChange={setSense} />
        {past && <Button onPress={() => setDay('')}>{labels.now}</Button>}
      </fieldset>
      {past && (
        <p className="notice" role="status">
          {labels.pastNotice}
        </p>
      )}
      {!team.physician && (
        <div className="notice">
          <p>
            {team.noPhysicianSince ? labels.noPhysicianSince(formatDay(team.noPhysicianSince)) : labels.noPhysician}
          </p>
          {edits && (
            <div className="record-actions">
              <Button onPress={() => setOpened({ kind: 'physician' })}>{labels.addPhysician}</Button>
              {!team.noPhysicianSince && (
                <Link to={`/personnes/${encodeURIComponent(id)}`}>{labels.noPhysicianHelp}</Link>
              )}
            </div>
          )}
        </div>
      )}
      {domains.map((domain) => (
        <DomainPart
          key={domain}
          domain={domain}
          team={team}
          past={past}
          colleague={colleague}
          edits={edits}
          ask={setOpened}
        />
      ))}
      <Circle
        id={id}
        team={team}
        past={past}
        reads={permissions.includes('READ_RIGHTS')}
        edits={edits}
        ask={setOpened}
      />
      {!past && <Invitations invitations={data?.careRecord?.invitations ?? []} edits={edits} ask={setOpened} />}
      {!past && <Former team={team} />}
      {opened && <Dialog opened={opened.what} recordId={record.id} seen={opened.seen} onClose={close} />}
    </section>
  );
}

interface Shown {
  team: Whole;
  past: boolean;
  edits: boolean;
  ask(asked: Opened): void;
}

// Who is expected is shown with those who are there; at a past date only who was there.
const isShown = (past: boolean) => (one: { inForce: boolean; since: string; until?: string | null }) =>
  one.inForce || (!past && new Date(one.since) > new Date() && !one.until);

function DomainPart({
  domain,
  team,
  past,
  colleague,
  edits,
  ask,
}: Shown & {
  domain: Domain;
  /** Who may name others of a structure that named her. */
  colleague: string | undefined;
}) {
  const names = (service: Service) =>
    edits || service.named.some(({ inForce, professional }) => inForce && professional.id === colleague);
  const members = team.members.filter((member) => domainOf(member) === domain && isShown(past)(member));
  const structures = team.structures.filter((one) => domainOfStructure(one.category) === domain && one.inForce);
  return (
    <section aria-labelledby={`team-${domain}`}>
      <h3 id={`team-${domain}`}>{labels.domains[domain]}</h3>
      {members.length + structures.length === 0 && <p className="muted">{labels.none}</p>}
      <ul className="team-cards">
        {members.map((member) => (
          <MemberCard key={member.professional.id} member={member} ask={edits ? ask : undefined} />
        ))}
        {structures.map((service) => (
          <StructureCard key={service.finess} service={service} ends={edits} ask={names(service) ? ask : undefined} />
        ))}
      </ul>
    </section>
  );
}

function Circle({ id, team, past, reads, edits, ask }: Shown & { id: string; reads: boolean }) {
  const [{ data }] = useQuery({ query: RecordContactsDocument, variables: { id }, pause: !reads });
  const relatives = team.relatives.filter(({ inForce }) => inForce);
  const contacts = past ? [] : (data?.careRecord?.rights?.contacts ?? []);
  return (
    <section aria-labelledby="team-circle">
      <h3 id="team-circle">{labels.circle}</h3>
      {relatives.length + contacts.length === 0 && <p className="muted">{labels.none}</p>}
      <ul className="team-cards">
        {relatives.map((relative) => (
          <RelativeCard key={relative.id} relative={relative} ask={edits ? ask : undefined} />
        ))}
        {contacts.map((contact) => (
          <li key={contact.id} className="team-card">
            <p>
              <strong>{contact.name}</strong> – {contact.kindLabel}
            </p>
            {contact.represents && <p>{labels.represents}</p>}
            {contact.phone && (
              <p>
                <a
                  href={`tel:${contact.phone.replaceAll(' ', '')}`}
                  aria-label={labels.call(contact.name, contact.phone)}
                >
                  {contact.phone}
                </a>
              </p>
            )}
            <p className="muted">
              <Link to={`/personnes/${encodeURIComponent(id)}/acces`}>{labels.contactsWhere}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invitations({
  invitations,
  edits,
  ask,
}: {
  invitations: readonly InvitationLineFragment[];
  edits: boolean;
  ask(asked: Opened): void;
}) {
  const shown = invitations.filter(({ status }) => status !== 'ACCEPTED' && status !== 'WITHDRAWN');
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="team-invitations">
      <h3 id="team-invitations">{labels.invitations}</h3>
      <ul>
        {shown.map((invitation) => (
          <li key={invitation.id}>
            <strong>{invitedName(invitation)}</strong> – {labels.roles[invitation.role]} –{' '}
            {labels.status[invitation.status]}
            {invitation.refusal && ` : ${invitation.refusal}`}
            {invitation.status === 'SENT' && `, ${labels.expires(formatDay(invitation.expiresAt))}`}{' '}
            {edits && invitation.status !== 'DECLINED' && (
              <Button
                kind="quiet"
                label={labels.withdrawTitle(invitedName(invitation))}
                onPress={() => ask({ kind: 'withdraw', invitation })}
              >
                {labels.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Former({ team }: { team: Whole }) {
  const gone = [
    ...team.members.map((one) => ({ ...one, name: one.professional.displayName })),
    ...team.structures,
    ...team.relatives,
  ].filter((one) => !one.inForce && one.until && new Date(one.since) < new Date(one.until));
  if (gone.length === 0) return null;
  return (
    <details>
      <summary>{labels.past}</summary>
      <ul>
        {gone.map((one) => (
          <li key={`${one.name} ${one.since}`}>
            {one.name}, {labels.period(formatDay(one.since), formatDay(one.until ?? ''))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Dialog({ opened, ...changing }: { opened: Opened; recordId: string; seen: number; onClose(): void }) {
  switch (opened.kind) {
    case 'join':
      return <JoinDialog {...changing} />;
    case 'physician':
      return <JoinDialog {...changing} as="PRINCIPAL_PHYSICIAN" />;
    case 'change':
      return <JoinDialog {...changing} member={opened.member} />;
    case 'replace':
      return <ReplaceDialog {...changing} member={opened.member} />;
    case 'end':
      return <EndDialog {...changing} member={opened.member} />;
    case 'structure':
      return <StructureDialog {...changing} />;
    case 'name':
      return <NameDialog {...changing} service={opened.service} />;
    case 'unname':
      return <UnnameDialog {...changing} service={opened.service} member={opened.member} />;
    case 'endStructure':
      return <EndStructureDialog {...changing} service={opened.service} />;
    case 'newRelative':
      return <RelativeDialog {...changing} />;
    case 'relative':
      return <RelativeDialog {...changing} relative={opened.relative} />;
    case 'removeRelative':
      return <RemoveRelativeDialog {...changing} relative={opened.relative} />;
    case 'invite':
      return <InviteDialog recordId={changing.recordId} onClose={changing.onClose} />;
    case 'withdraw':
      return <WithdrawDialog invitation={opened.invitation} onClose={changing.onClose} />;
  }
}
