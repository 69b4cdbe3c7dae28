import { useState } from 'react';
import {
  ChangeRepresentativeDocument,
  EndMeasureDocument,
  type MeasureKind,
  type MeasureScope,
  RecordMeasureDocument,
  RenewMeasureDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { labels } from './labels.fr';
import type { Measure } from './Measures';

interface Props {
  recordId: string;
  version: number;
  onClose(): void;
}

/** A measure: which, what about, decided when, carried out by whom. */
export function MeasureDialog({ recordId, version, onClose }: Props) {
  const [kind, setKind] = useState<MeasureKind>('GUARDIANSHIP');
  const [scope, setScope] = useState<MeasureScope>('PERSON_AND_GOODS');
  const [decidedOn, setDecidedOn] = useState('');
  const [until, setUntil] = useState('');
  const [structure, setStructure] = useState('');
  const [name, setName] = useState('');
  const command = useCommand(RecordMeasureDocument, (data) => data.recordMeasure.errors);
  return (
    <FormDialog
      title={labels.addMeasure}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        decidedOn && (structure.trim() || name.trim())
          ? command.send({
              recordId,
              kind,
              scope,
              decidedOn,
              until: until || null,
              structure: structure.trim() || null,
              name: name.trim() || null,
              expectedVersion: version,
            })
          : labels.required
      }
    >
      <Select label={labels.measure} value={kind} options={labels.measureKinds} onChange={setKind} />
      <Select label={labels.scope} value={scope} options={labels.scopes} onChange={setScope} />
      <Line type="date" label={labels.decidedOn} value={decidedOn} onChange={setDecidedOn} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
      <Line label={labels.structure} value={structure} onChange={setStructure} />
      <Line label={labels.name} value={name} onChange={setName} />
    </FormDialog>
  );
}

/** A judge renewed a measure. */
export function RenewMeasureDialog({ recordId, version, measure, onClose }: Props & { measure: Measure }) {
  const [decidedOn, setDecidedOn] = useState(today);
  const [until, setUntil] = useState('');
  const command = useCommand(RenewMeasureDocument, (data) => data.renewMeasure.errors);
  return (
    <FormDialog
      title={labels.of(labels.renew, measure.label)}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        decidedOn && until
          ? command.send({ recordId, measureId: measure.id, decidedOn, until, expectedVersion: version })
          : labels.required
      }
    >
      <Line type="date" label={labels.decidedOn} value={decidedOn} onChange={setDecidedOn} />
      <Line type="date" label={labels.newEnd} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** Somebody else carries a measure out. */
export function ChangeRepresentativeDialog({ recordId, version, measure, onClose }: Props & { measure: Measure }) {
  const [on, setOn] = useState(today);
  const [structure, setStructure] = useState('');
  const [name, setName] = useState('');
  const command = useCommand(ChangeRepresentativeDocument, (data) => data.changeRepresentative.errors);
  return (
    <FormDialog
      title={labels.of(labels.newRepresentative, measure.label)}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        on && (structure.trim() || name.trim())
          ? command.send({
              recordId,
              measureId: measure.id,
              on,
              structure: structure.trim() || null,
              name: name.trim() || null,
              expectedVersion: version,
            })
          : labels.required
      }
    >
      <Line label={labels.structure} value={structure} onChange={setStructure} />
      <Line label={labels.name} value={name} onChange={setName} />
      <Line type="date" label={labels.since} value={on} onChange={setOn} />
    </FormDialog>
  );
}

/** A measure is over. */
export function EndMeasureDialog({ recordId, version, measure, onClose }: Props & { measure: Measure }) {
  const [on, setOn] = useState(today);
  const command = useCommand(EndMeasureDocument, (data) => data.endMeasure.errors);
  return (
    <FormDialog
      title={labels.of(labels.end, measure.label)}
      send={labels.end}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        on ? command.send({ recordId, measureId: measure.id, on, expectedVersion: version }) : labels.required
      }
    >
      <Line type="date" label={labels.endOn} value={on} onChange={setOn} />
    </FormDialog>
  );
}
