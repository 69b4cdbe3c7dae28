import { useState } from 'react';
import type { StrictFragment } from '../gql/graphql';
import { FormDialog } from '../records/FormDialog';
import { labels } from './labels.fr';
import { PersonPicker } from './PersonPicker';
import type { DialogProps } from './TriageDialogs';

/** Says whom an anonymous request is about: searched first, registered when she is not found. */
export function IdentityDialog({ request, triage, onClose }: DialogProps) {
  const [person, setPerson] = useState<StrictFragment>();
  return (
    <FormDialog
      title={labels.actions.identify}
      send={labels.send}
      done={labels.done.identify}
      onClose={onClose}
      run={() =>
        person
          ? triage.change(request, (base) => triage.identify.send({ ...base, person: person.id }))
          : labels.missing.person
      }
    >
      <PersonPicker person={person} onPick={setPerson} />
    </FormDialog>
  );
}
