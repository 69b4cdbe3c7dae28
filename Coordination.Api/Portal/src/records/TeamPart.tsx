import { useState } from 'react';
import {
  JoinCareTeamDocument,
  LeaveCareTeamDocument,
  type LeaveReason,
  type LegalCase,
  type RecordDetailFragment,
  type TeamRole,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { endOfDay } from './days';
import { FormDialog } from './FormDialog';
import { labels } from './labels.fr';
import { ProfessionalField } from './ProfessionalField';
import { Line, Select } from './Select';

type Member = NonNullable<RecordDetailFragment['team']>[number];

/** Who takes care of the person, on what legal ground, since when; and who did. */
export function TeamPart({ record, edits }: { record: RecordDetailFragment; edits: boolean }) {
  const [joining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  if (!record.team) return null;
  const now = record.team.filter((member) => member.inForce);
  const past = record.team.filter((member) => !member.inForce);
  return (
    <section className="record-part" aria-labelledby="record-team">
      <header>
        <h2 id="record-team">{labels.team}</h2>
        {edits && <Button onPress={() => setJoining(true)}>{labels.join}</Button>}
      </header>
      {now.length === 0 && <p>{labels.teamNone}</p>}
      <ul>
        {now.map((member) => (
          <li key={member.professional.id}>
            <strong>{member.professional.displayName}</strong>, {member.professional.function} –{' '}
            {labels.roles[member.role]}
            <br />
            <span className="muted">
              {member.basisLabel}, {labels.since(formatDay(member.since))}
            </span>{' '}
            {edits && (
              <Button
                kind="quiet"
                label={labels.leaveTitle(member.professional.displayName)}
                onPress={() => setLeaving(member)}
              >
                {labels.leave}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{labels.past}</summary>
          <ul>
            {past.map((member) => (
              <li key={`${member.professional.id} ${member.since}`}>
                {member.professional.displayName}, {formatDay(member.since)} –{' '}
                {member.until ? formatDay(member.until) : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
      {joining && <JoinDialog recordId={record.id} onClose={() => setJoining(false)} />}
      {leaving && <LeaveDialog recordId={record.id} member={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

function JoinDialog({ recordId, onClose }: { recordId: string; onClose(): void }) {
  const [professional, setProfessional] = useState<string>();
  const [role, setRole] = useState<TeamRole>('TEAM_MEMBER');
  const [basis, setBasis] = useState<LegalCase>('RECOGNISED_BY_PERSON');
  const [until, setUntil] = useState('');
  const command = useCommand(JoinCareTeamDocument, (data) => data.joinCareTeam.errors);
  return (
    <FormDialog
      title={labels.joinTitle}
      send={labels.joinSend}
      done={labels.joined}
      onClose={onClose}
      run={() =>
        professional
          ? command.send({ recordId, professional, role, basis, until: endOfDay(until) })
          : labels.professionalMissing
      }
    >
      <ProfessionalField onChoose={setProfessional} />
      <Select label={labels.role} value={role} options={labels.roles} onChange={setRole} />
      <Select label={labels.basis} value={basis} options={labels.bases} onChange={setBasis} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

function LeaveDialog({ recordId, member, onClose }: { recordId: string; member: Member; onClose(): void }) {
  const [reason, setReason] = useState<LeaveReason>('ENDED');
  const command = useCommand(LeaveCareTeamDocument, (data) => data.leaveCareTeam.errors);
  return (
    <FormDialog
      title={labels.leaveTitle(member.professional.displayName)}
      send={labels.leave}
      done={labels.left}
      onClose={onClose}
      run={() => command.send({ recordId, professional: member.professional.id, reason })}
    >
      <p>{labels.leaveWhat}</p>
      <Select label={labels.leaveReason} value={reason} options={labels.leaves} onChange={setReason} />
    </FormDialog>
  );
}
