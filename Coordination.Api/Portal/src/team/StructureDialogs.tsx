import { useState } from 'react';
import {
  JoinStructureDocument,
  type LeaveReason,
  LeaveStructureDocument,
  type LegalCase,
  NameStructureProfessionalDocument,
  RemoveStructureProfessionalDocument,
  type TeamRole,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { endOfDay } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { ProfessionalField } from '../records/ProfessionalField';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';
import type { Changing } from './MemberDialogs';
import { StructureField } from './StructureField';
import { type Member, type Service, told } from './teamViews';

const { PRINCIPAL_PHYSICIAN: _, ...roles } = labels.roles;

/** A structure becomes a member. */
export function StructureDialog({ recordId, seen, onClose }: Changing) {
  const [structure, setStructure] = useState<string>();
  const [role, setRole] = useState<Exclude<TeamRole, 'PRINCIPAL_PHYSICIAN'>>('TEAM_MEMBER');
  const [basis, setBasis] = useState<LegalCase>('ORGANISED_GROUP');
  const [until, setUntil] = useState('');
  const command = useCommand(JoinStructureDocument, (data) => told(data.joinStructure.errors));
  return (
    <FormDialog
      title={labels.addStructureTitle}
      send={labels.send}
      done={labels.added}
      onClose={onClose}
      run={() =>
        structure
          ? command.send({ recordId, structure, role, basis, until: endOfDay(until), expectedVersion: seen })
          : labels.structureMissing
      }
    >
      <p>{labels.structureWhat}</p>
      <StructureField onChoose={setStructure} />
      <Select label={labels.role} value={role} options={roles} onChange={setRole} />
      <Select label={labels.basis} value={basis} options={labels.bases} onChange={setBasis} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** A structure says who works for the person. */
export function NameDialog({ recordId, seen, onClose, service }: Changing & { service: Service }) {
  const [professional, setProfessional] = useState<string>();
  const command = useCommand(NameStructureProfessionalDocument, (data) => told(data.nameStructureProfessional.errors));
  return (
    <FormDialog
      title={labels.nameTitle(service.name)}
      send={labels.name}
      done={labels.nameDone}
      onClose={onClose}
      run={() =>
        professional
          ? command.send({ recordId, structure: service.finess, professional, expectedVersion: seen })
          : labels.professionalMissing
      }
    >
      <ProfessionalField onChoose={setProfessional} />
    </FormDialog>
  );
}

/** A professional works for the person no longer within a structure. */
export function UnnameDialog({
  recordId,
  seen,
  onClose,
  service,
  member,
}: Changing & { service: Service; member: Member }) {
  const command = useCommand(RemoveStructureProfessionalDocument, (data) =>
    told(data.removeStructureProfessional.errors),
  );
  return (
    <FormDialog
      title={labels.unnameTitle(member.professional.displayName)}
      send={labels.unname}
      done={labels.ended}
      onClose={onClose}
      run={() =>
        command.send({
          recordId,
          structure: service.finess,
          professional: member.professional.id,
          expectedVersion: seen,
        })
      }
    >
      <p>{labels.endWhat}</p>
    </FormDialog>
  );
}

/** A structure leaves, and everybody it named. */
export function EndStructureDialog({ recordId, seen, onClose, service }: Changing & { service: Service }) {
  const [reason, setReason] = useState<LeaveReason>('ENDED');
  const command = useCommand(LeaveStructureDocument, (data) => told(data.leaveStructure.errors));
  return (
    <FormDialog
      title={labels.endTitle(service.name)}
      send={labels.end}
      done={labels.ended}
      onClose={onClose}
      run={() => command.send({ recordId, structure: service.finess, reason, expectedVersion: seen })}
    >
      <p>{labels.endWhat}</p>
      <Select label={labels.reason} value={reason} options={labels.leaves} onChange={setReason} />
    </FormDialog>
  );
}
