import { useState } from 'react';
import {
  JoinCareTeamDocument,
  LeaveCareTeamDocument,
  type LeaveReason,
  type LegalCase,
  ReplaceMemberDocument,
  type TeamRole,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { endOfDay, today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { ProfessionalField } from '../records/ProfessionalField';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';
import { type Member, startOfDay, told } from './teamViews';

export interface Changing {
  recordId: string;
  /** The team as the reader saw it: what others changed of other members meanwhile stands. */
  seen: number;
  onClose(): void;
}

/** A professional comes, or the role of one who is in changes. */
export function JoinDialog({ recordId, seen, onClose, member, as }: Changing & { member?: Member; as?: TeamRole }) {
  const [professional, setProfessional] = useState(member?.professional.id);
  const [role, setRole] = useState<TeamRole>(member?.role ?? as ?? 'TEAM_MEMBER');
  const [basis, setBasis] = useState<LegalCase>(member?.basis ?? 'RECOGNISED_BY_PERSON');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState(member?.until ? today(new Date(member.until)) : '');
  const command = useCommand(JoinCareTeamDocument, (data) => told(data.joinCareTeam.errors));
  return (
    <FormDialog
      title={member ? labels.changeTitle(member.professional.displayName) : labels.addTitle}
      send={member ? labels.save : labels.send}
      done={member ? labels.saved : labels.added}
      onClose={onClose}
      run={() =>
        professional
          ? command.send({
              recordId,
              professional,
              role,
              basis,
              since: since === today() ? null : startOfDay(since),
              until: endOfDay(until),
              expectedVersion: seen,
            })
          : labels.professionalMissing
      }
    >
      {!member && <ProfessionalField onChoose={setProfessional} />}
      <Select label={labels.role} value={role} options={labels.roles} onChange={setRole} />
      <Select label={labels.basis} value={basis} options={labels.bases} onChange={setBasis} />
      {!member && <Line type="date" label={labels.since} value={since} onChange={setSince} />}
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** Somebody stands in for a member who is away. */
export function ReplaceDialog({ recordId, seen, onClose, member }: Changing & { member: Member }) {
  const [professional, setProfessional] = useState<string>();
  const [until, setUntil] = useState('');
  const command = useCommand(ReplaceMemberDocument, (data) => told(data.replaceMember.errors));
  const run = () => {
    const last = endOfDay(until);
    if (!professional) return labels.professionalMissing;
    if (!last) return labels.dayMissing;
    return command.send({
      recordId,
      replaced: member.professional.id,
      professional,
      until: last,
      expectedVersion: seen,
    });
  };
  return (
    <FormDialog
      title={labels.replaceTitle(member.professional.displayName)}
      send={labels.replaceShort}
      done={labels.replaced}
      onClose={onClose}
      run={run}
    >
      <p>{labels.replaceWhat}</p>
      <ProfessionalField onChoose={setProfessional} />
      <Line type="date" label={labels.replaceUntil} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** A membership ends, today or on a day that is past. */
export function EndDialog({ recordId, seen, onClose, member }: Changing & { member: Member }) {
  const [reason, setReason] = useState<LeaveReason>('ENDED');
  const [on, setOn] = useState('');
  const command = useCommand(LeaveCareTeamDocument, (data) => told(data.leaveCareTeam.errors));
  return (
    <FormDialog
      title={labels.endTitle(member.professional.displayName)}
      send={labels.end}
      done={labels.ended}
      onClose={onClose}
      run={() =>
        command.send({
          recordId,
          professional: member.professional.id,
          reason,
          on: on === today() ? null : endOfDay(on),
          expectedVersion: seen,
        })
      }
    >
      <p>{labels.endWhat}</p>
      <Select label={labels.reason} value={reason} options={labels.leaves} onChange={setReason} />
      <Line type="date" label={labels.endOn} value={on} onChange={setOn} />
    </FormDialog>
  );
}
