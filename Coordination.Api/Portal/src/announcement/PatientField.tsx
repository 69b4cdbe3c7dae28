import { useState } from 'react';
import { useQuery } from 'urql';
import { StaysByNameDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatMoment, personLine, personName } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { type Announcement, announcementOf, emptyIdentity, type Faults, type Stay } from './form';
import { IdentityFields } from './IdentityFields';
import { labels } from './labels.fr';
import { SearchBox } from './SearchBox';

interface Props {
  form: Announcement;
  faults: Faults;
  /** A change of an announcement keeps its patient. */
  fixed: boolean;
  onChange(form: Announcement): void;
  /** The search has given way to something else: the focus goes to the field of this name. */
  onMoved(field: string): void;
}

function StayOption({ stay }: { stay: Stay }) {
  return (
    <>
      <strong>{personName(stay.subject)}</strong> <span>{personLine(stay.subject)}</span>
      <small>{stay.expectedAt ? `${labels.expected} ${formatMoment(stay.expectedAt)}` : labels.stayOnly}</small>
    </>
  );
}

/** Whom the announcement is about: a stay that is known, else an identity. */
export function PatientField({ form, faults, fixed, onChange, onMoved }: Props) {
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({
    query: StaysByNameDocument,
    variables: { text: search.trim() },
    pause: search.trim().length < 2,
    requestPolicy: 'cache-and-network',
  });
  if (form.stay)
    return (
      <p className="chosen">
        <Icon name="user" />
        <strong>{personName(form.stay.subject)}</strong>
        <span>{personLine(form.stay.subject)}</span>
        {!fixed && (
          <Button
            kind="quiet"
            onPress={() => {
              const { stay: _, ...rest } = form;
              onChange(rest);
              onMoved('patient');
            }}
          >
            {labels.patientChange}
          </Button>
        )}
      </p>
    );
  if (form.identity)
    return (
      <IdentityFields
        identity={form.identity}
        faults={faults}
        onChange={(identity) => onChange({ ...form, identity })}
        onBack={() => {
          const { identity: _, ...rest } = form;
          onChange(rest);
          onMoved('patient');
        }}
      />
    );
  return (
    <SearchBox
      label={labels.patientSearch}
      name="patient"
      error={faults.patient}
      text={search}
      options={search.trim().length < 2 ? [] : (data?.discharges.nodes ?? [])}
      keyOf={(stay) => stay.id}
      none={labels.patientNone}
      other={{
        label: labels.patientOther,
        choose: () => {
          onChange({ ...form, identity: { ...emptyIdentity, birthName: /\d/.test(search) ? '' : search.trim() } });
          onMoved('birthName');
        },
      }}
      optionOf={(stay) => <StayOption stay={stay} />}
      onType={setSearch}
      onChoose={(stay) => {
        onChange(announcementOf(stay, form));
        onMoved('information');
      }}
    />
  );
}
