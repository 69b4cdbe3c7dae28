import { useState } from 'react';
import {
  RecordRelativeDocument,
  type RelativeRole,
  type RelativeTie,
  RemoveRelativeDocument,
  type WeekDay,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';
import type { Changing } from './MemberDialogs';
import { type RelativeEntry, told } from './teamViews';

const week = Object.keys(labels.days) as WeekDay[];

/** A relative or an informal carer: who, what he or she is to the person, on which days. */
export function RelativeDialog({ recordId, seen, onClose, relative }: Changing & { relative?: RelativeEntry }) {
  const [name, setName] = useState(relative?.name ?? '');
  const [phone, setPhone] = useState(relative?.phone ?? '');
  const [tie, setTie] = useState<RelativeTie>(relative?.tie ?? 'CHILD');
  const [role, setRole] = useState<RelativeRole>(relative?.role ?? 'CAREGIVER');
  const [days, setDays] = useState<readonly WeekDay[]>(relative?.days ?? []);
  const command = useCommand(RecordRelativeDocument, (data) => told(data.recordRelative.errors));
  return (
    <FormDialog
      title={labels.relativeTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        name.trim()
          ? command.send({
              recordId,
              relativeId: relative?.id ?? null,
              name: name.trim(),
              phone: phone.trim() || null,
              tie,
              role,
              days: week.filter((day) => days.includes(day)),
              expectedVersion: seen,
            })
          : labels.nameMissing
      }
    >
      <Line label={labels.relativeName} value={name} onChange={setName} />
      <Line type="tel" label={labels.phone} value={phone} onChange={setPhone} />
      <Select label={labels.tie} value={tie} options={labels.ties} onChange={setTie} />
      <Select label={labels.relativeRole} value={role} options={labels.relativeRoles} onChange={setRole} />
      <fieldset className="team-days">
        <legend>{labels.present}</legend>
        {week.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={({ target }) => setDays(target.checked ? [...days, day] : days.filter((one) => one !== day))}
            />{' '}
            {labels.days[day]}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** A relative takes part no longer. */
export function RemoveRelativeDialog({ recordId, seen, onClose, relative }: Changing & { relative: RelativeEntry }) {
  const command = useCommand(RemoveRelativeDocument, (data) => told(data.removeRelative.errors));
  return (
    <FormDialog
      title={labels.removeTitle(relative.name)}
      send={labels.remove}
      done={labels.removed}
      onClose={onClose}
      run={() => command.send({ recordId, relativeId: relative.id, expectedVersion: seen })}
    >
      <p>{labels.removeWhat}</p>
    </FormDialog>
  );
}
