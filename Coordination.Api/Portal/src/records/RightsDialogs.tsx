import { useState } from 'react';
import {
  type ConsentMeans,
  type ContactKind,
  DesignateContactDocument,
  ExcludeProfessionalDocument,
  RecordConsentDocument,
  RecordInformationDocument,
} from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { today } from './days';
import { FormDialog } from './FormDialog';
import { labels } from './labels.fr';
import { ProfessionalField } from './ProfessionalField';
import { Line, Select } from './Select';

interface Props {
  recordId: string;
  onClose(): void;
}

/** The person was informed: when and how. */
export function InformationDialog({ recordId, onClose }: Props) {
  const [on, setOn] = useState(today);
  const [means, setMeans] = useState<ConsentMeans>('ORAL');
  const command = useCommand(RecordInformationDocument, (data) => data.recordInformation.errors);
  return (
    <FormDialog
      title={labels.informTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() => (on ? command.send({ recordId, on, means }) : labels.required)}
    >
      <Line type="date" label={labels.informOn} value={on} onChange={setOn} />
      <Select label={labels.meansLabel} value={means} options={labels.means} onChange={setMeans} />
    </FormDialog>
  );
}

/** Consent to sharing outside the care team. */
export function ConsentDialog({ recordId, onClose }: Props) {
  const [on, setOn] = useState(today);
  const [until, setUntil] = useState('');
  const [means, setMeans] = useState<ConsentMeans>('ORAL');
  const command = useCommand(RecordConsentDocument, (data) => data.recordConsent.errors);
  return (
    <FormDialog
      title={labels.consentTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        on ? command.send({ recordId, scope: 'OUTSIDE_TEAM', on, means, until: until || null }) : labels.required
      }
    >
      <Line type="date" label={labels.consentOn} value={on} onChange={setOn} />
      <Select label={labels.meansLabel} value={means} options={labels.means} onChange={setMeans} />
      <Line type="date" label={labels.until} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** A professional whom the person does not want to know anything. */
export function ExcludeDialog({ recordId, onClose }: Props) {
  const [professional, setProfessional] = useState<string>();
  const command = useCommand(ExcludeProfessionalDocument, (data) => data.excludeProfessional.errors);
  return (
    <FormDialog
      title={labels.excludeTitle}
      send={labels.confirm}
      done={labels.saved}
      onClose={onClose}
      run={() => (professional ? command.send({ recordId, professional }) : labels.professionalMissing)}
    >
      <ProfessionalField onChoose={setProfessional} />
    </FormDialog>
  );
}

/** A representative, the trusted person, or somebody who is not to be warned. */
export function ContactDialog({ recordId, onClose }: Props) {
  const [kind, setKind] = useState<ContactKind>('TRUSTED_PERSON');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState(today);
  const command = useCommand(DesignateContactDocument, (data) => data.designateContact.errors);
  return (
    <FormDialog
      title={labels.designateTitle}
      send={labels.save}
      done={labels.saved}
      onClose={onClose}
      run={() =>
        name.trim() && from
          ? command.send({ recordId, kind, name: name.trim(), phone: phone.trim() || null, from })
          : labels.required
      }
    >
      <Select label={labels.kind} value={kind} options={labels.contacts} onChange={setKind} />
      <Line label={labels.name} value={name} onChange={setName} />
      <Line type="tel" label={labels.phone} value={phone} onChange={setPhone} />
      <Line type="date" label={labels.from} value={from} onChange={setFrom} />
    </FormDialog>
  );
}
