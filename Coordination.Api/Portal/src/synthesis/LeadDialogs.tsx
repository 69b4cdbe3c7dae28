import { useState } from 'react';
import {
  AssignDeputyDocument,
  AssignReferentDocument,
  ChangeIntensityDocument,
  type FollowUpIntensity,
  PutRecordOnStandbyDocument,
  ReactivateRecordDocument,
  type RecordLifeFragment,
  ReopenRecordDocument,
  StatePhysicianAbsenceDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { CoordinatorField } from './CoordinatorField';
import { labels } from './labels.fr';

interface Props {
  record: RecordLifeFragment;
  onClose(): void;
}

export function ReferentDialog({ record, onClose }: Props) {
  const [professional, setProfessional] = useState('');
  const command = useCommand(AssignReferentDocument, (data) => data.assignReferent.errors);
  return (
    <FormDialog
      title={labels.changeReferentTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        professional
          ? command.send({ recordId: record.id, professional, expectedVersion: record.version })
          : labels.professionalMissing
      }
    >
      <CoordinatorField value={professional} without={[record.referent?.id]} onChange={setProfessional} />
    </FormDialog>
  );
}

export function DeputyDialog({ record, onClose }: Props) {
  const [professional, setProfessional] = useState('');
  const command = useCommand(AssignDeputyDocument, (data) => data.assignDeputy.errors);
  const ends = record.deputy !== null;
  return (
    <FormDialog
      title={ends ? labels.noDeputy : labels.nameDeputy}
      send={ends ? labels.confirm : labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        ends || professional
          ? command.send({
              recordId: record.id,
              professional: ends ? null : professional,
              expectedVersion: record.version,
            })
          : labels.professionalMissing
      }
    >
      {ends ? (
        <p>{record.deputy?.displayName}</p>
      ) : (
        <CoordinatorField value={professional} without={[record.referent?.id]} onChange={setProfessional} />
      )}
    </FormDialog>
  );
}

export function IntensityDialog({ record, onClose }: Props) {
  const [intensity, setIntensity] = useState<FollowUpIntensity>(record.intensity ?? 'SUSTAINED');
  const command = useCommand(ChangeIntensityDocument, (data) => data.changeIntensity.errors);
  return (
    <FormDialog
      title={labels.changeIntensity}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ recordId: record.id, intensity, expectedVersion: record.version })}
    >
      <Select label={labels.intensity} value={intensity} options={labels.intensities} onChange={setIntensity} />
    </FormDialog>
  );
}

export function PhysicianAbsenceDialog({ record, onClose }: Props) {
  const [on, setOn] = useState(today());
  const command = useCommand(StatePhysicianAbsenceDocument, (data) => data.statePhysicianAbsence.errors);
  return (
    <FormDialog
      title={labels.statePhysicianAbsence}
      send={labels.confirm}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ recordId: record.id, on, expectedVersion: record.version })}
    >
      <p>{labels.physicianAbsenceWhat}</p>
      <Line type="date" label={labels.on} value={on} onChange={setOn} />
    </FormDialog>
  );
}

export function StandbyDialog({ record, onClose }: Props) {
  const [until, setUntil] = useState('');
  const command = useCommand(PutRecordOnStandbyDocument, (data) => data.putRecordOnStandby.errors);
  return (
    <FormDialog
      title={labels.standby}
      send={labels.confirm}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ recordId: record.id, until: until || null, expectedVersion: record.version })}
    >
      <p>{labels.standbyWhat}</p>
      <Line type="date" label={labels.standbyUntil} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

export function ReactivateDialog({ record, onClose }: Props) {
  const command = useCommand(ReactivateRecordDocument, (data) => data.reactivateRecord.errors);
  return (
    <FormDialog
      title={labels.reactivate}
      send={labels.confirm}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ recordId: record.id, expectedVersion: record.version })}
    >
      {null}
    </FormDialog>
  );
}

export function ReopenDialog({ record, onClose }: Props) {
  const [reason, setReason] = useState('');
  const command = useCommand(ReopenRecordDocument, (data) => data.reopenRecord.errors);
  return (
    <FormDialog
      title={labels.reopen}
      send={labels.confirm}
      done={labels.saved}
      onClose={onClose}
      run={() => command.send({ recordId: record.id, reason: reason || null, expectedVersion: record.version })}
    >
      <Line label={labels.reopenWhy} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
