import { useState } from 'react';
import { useMutation } from 'urql';
import {
  AcceptInvitationDocument,
  DeclineInvitationDocument,
  type InvitationLineFragment,
  InviteToTeamDocument,
  type LegalCase,
  type TeamRole,
  WithdrawInvitationDocument,
} from '../gql/graphql';
import { type CommandError, type Outcome, useCommand } from '../graphql/useCommand';
import { endOfDay } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { ProfessionalField } from '../records/ProfessionalField';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';
import { StructureField } from './StructureField';
import { told } from './teamViews';

export const invitedName = ({ professional, structureName }: InvitationLineFragment): string =>
  professional?.displayName ?? structureName ?? '';

const outcomeOf = (
  result: { error?: unknown; data?: unknown },
  errors: readonly CommandError[] | null | undefined,
): Outcome =>
  result.error || !result.data
    ? { kind: 'lost' }
    : errors?.[0]
      ? { kind: 'refused', error: errors[0] }
      : { kind: 'done' };

interface Answering {
  invitation: InvitationLineFragment;
  onClose(): void;
}

/** Asks a professional or a structure to take part. */
export function InviteDialog({ recordId, onClose }: { recordId: string; onClose(): void }) {
  const [kind, setKind] = useState<'professional' | 'structure'>('professional');
  const [professional, setProfessional] = useState<string>();
  const [structure, setStructure] = useState<string>();
  const [role, setRole] = useState<TeamRole>('TEAM_MEMBER');
  const [basis, setBasis] = useState<LegalCase>('RECOGNISED_BY_PERSON');
  const [expires, setExpires] = useState('');
  const command = useCommand(InviteToTeamDocument, (data) => told(data.inviteToTeam.errors));
  const run = () => {
    if (kind === 'professional' && !professional) return labels.professionalMissing;
    if (kind === 'structure' && !structure) return labels.structureMissing;
    return command.send({
      recordId,
      professional: kind === 'professional' ? (professional ?? null) : null,
      structure: kind === 'structure' ? (structure ?? null) : null,
      role,
      basis,
      expiresAt: endOfDay(expires),
    });
  };
  return (
    <FormDialog
      title={labels.inviteTitle}
      send={labels.sendInvitation}
      done={labels.invited}
      onClose={onClose}
      run={run}
    >
      <p>{labels.inviteWhat}</p>
      <Select label={labels.inviteWho} value={kind} options={labels.invitees} onChange={setKind} />
      {kind === 'professional' ? (
        <ProfessionalField onChoose={setProfessional} />
      ) : (
        <StructureField onChoose={setStructure} />
      )}
      <Select label={labels.role} value={role} options={labels.roles} onChange={setRole} />
      <Select label={labels.basis} value={basis} options={labels.bases} onChange={setBasis} />
      <Line type="date" label={labels.answerBy} value={expires} onChange={setExpires} />
    </FormDialog>
  );
}

/** Takes an invitation back. */
export function WithdrawDialog({ invitation, onClose }: Answering) {
  const [, send] = useMutation(WithdrawInvitationDocument);
  const run = async () => {
    const result = await send({ input: { id: invitation.id } });
    return outcomeOf(result, result.data?.withdrawInvitation.errors);
  };
  return (
    <FormDialog
      title={labels.withdrawTitle(invitedName(invitation))}
      send={labels.withdraw}
      done={labels.withdrawn}
      onClose={onClose}
      run={run}
    >
      <p>{labels.withdrawWhat}</p>
    </FormDialog>
  );
}

/** The invited takes part. */
export function AcceptDialog({ invitation, onClose }: Answering) {
  const [, send] = useMutation(AcceptInvitationDocument);
  const run = async () => {
    const result = await send({ input: { id: invitation.id } });
    return outcomeOf(result, result.data?.acceptInvitation.errors);
  };
  return (
    <FormDialog title={labels.acceptTitle} send={labels.accept} done={labels.accepted} onClose={onClose} run={run}>
      <p>{invitation.described}</p>
      <p>{labels.acceptWhat}</p>
    </FormDialog>
  );
}

/** The invited does not take part, and says why. */
export function DeclineDialog({ invitation, onClose }: Answering) {
  const [reason, setReason] = useState('');
  const [, send] = useMutation(DeclineInvitationDocument);
  const run = async () => {
    const result = await send({ input: { id: invitation.id, reason: reason.trim() } });
    return outcomeOf(result, result.data?.declineInvitation.errors);
  };
  return (
    <FormDialog
      title={labels.declineTitle}
      send={labels.decline}
      done={labels.declined}
      onClose={onClose}
      run={() => (reason.trim() ? run() : labels.reasonMissing)}
    >
      <p>{invitation.described}</p>
      <Line label={labels.declineReason} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
