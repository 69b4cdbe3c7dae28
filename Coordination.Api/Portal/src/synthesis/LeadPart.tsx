import { useState } from 'react';
import type { MeQuery, RecordLifeFragment } from '../gql/graphql';
import { TransferDialog } from '../transfers/TransferDialog';
import { TransferNotice } from '../transfers/TransferNotice';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { CloseDialog } from './CloseDialog';
import {
  DeputyDialog,
  IntensityDialog,
  PhysicianAbsenceDialog,
  ReactivateDialog,
  ReferentDialog,
  ReopenDialog,
  StandbyDialog,
} from './LeadDialogs';
import { labels } from './labels.fr';

const dialogs = {
  referent: ReferentDialog,
  deputy: DeputyDialog,
  intensity: IntensityDialog,
  physician: PhysicianAbsenceDialog,
  standby: StandbyDialog,
  reactivate: ReactivateDialog,
  reopen: ReopenDialog,
} as const;

/** Who follows the person, how closely, and how it ended; what may be done about it, for those who lead. */
export function LeadPart({
  record,
  role,
  leads,
}: {
  record: RecordLifeFragment;
  role: MeQuery['me']['role'];
  leads: boolean;
}) {
  const [open, setOpen] = useState<keyof typeof dialogs | 'close' | 'transfer'>();
  const Dialog = open && open !== 'close' && open !== 'transfer' ? dialogs[open] : undefined;
  const close = () => setOpen(undefined);
  const ended = record.status === 'CLOSED';
  // A record that left is taken up again only when the other territory refused it.
  const stays = record.transfer !== null && record.transfer.status !== 'REFUSED';
  return (
    <section className="record-part" aria-labelledby="record-lead">
      <header>
        <h2 id="record-lead">{labels.follow}</h2>
      </header>
      <dl className="synthesis-facts">
        <dt>{labels.state}</dt>
        <dd>
          {labels.status[record.status]}
          {record.standbyUntil && ` ${labels.until(formatDay(record.standbyUntil))}`}
        </dd>
        <dt>{labels.intensity}</dt>
        <dd>{record.intensity ? labels.intensities[record.intensity] : labels.intensityNone}</dd>
        <dt>{labels.referent}</dt>
        <dd>{record.referent?.displayName ?? labels.none}</dd>
        <dt>{labels.deputy}</dt>
        <dd>{record.deputy?.displayName ?? labels.none}</dd>
      </dl>
      {record.noPhysicianSince && <p>{labels.physicianAbsent(formatDay(record.noPhysicianSince))}</p>}
      {record.closing && (
        <p>
          {labels.closed(
            labels.reasons[record.closing.reason].toLocaleLowerCase('fr-FR'),
            formatDay(record.closing.on),
          )}{' '}
          {record.reopenableUntil && !stays && labels.reopenable(formatDay(record.reopenableUntil))}
        </p>
      )}
      <TransferNotice record={record} />
      {leads && !stays && (
        <p className="record-actions">
          {ended ? (
            <Button onPress={() => setOpen('reopen')}>{labels.reopen}</Button>
          ) : (
            <>
              <Button onPress={() => setOpen('intensity')}>{labels.changeIntensity}</Button>
              <Button onPress={() => setOpen('referent')}>{labels.changeReferent}</Button>
              <Button onPress={() => setOpen('deputy')}>{record.deputy ? labels.noDeputy : labels.nameDeputy}</Button>
              {!record.noPhysicianSince && (
                <Button onPress={() => setOpen('physician')}>{labels.statePhysicianAbsence}</Button>
              )}
              <Button onPress={() => setOpen(record.status === 'STANDBY' ? 'reactivate' : 'standby')}>
                {record.status === 'STANDBY' ? labels.reactivate : labels.standby}
              </Button>
              <Button onPress={() => setOpen('close')}>{labels.close}</Button>
              <Button onPress={() => setOpen('transfer')}>{labels.transfer}</Button>
            </>
          )}
        </p>
      )}
      {Dialog && <Dialog record={record} onClose={close} />}
      {open === 'close' && <CloseDialog record={record} manager={role === 'MANAGER'} onClose={close} />}
      {open === 'transfer' && <TransferDialog record={record} onClose={close} />}
    </section>
  );
}
