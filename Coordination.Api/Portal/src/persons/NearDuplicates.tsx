import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { StrictFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { ComparisonTable } from './ComparisonTable';
import type { Form } from './form';
import { labels } from './labels.fr';
import { namesOf } from './traits';

interface Props {
  form: Form;
  persons: readonly StrictFragment[];
  busy: boolean;
  onBack(): void;
  onCreate(): void;
}

/** What was typed beside those who may be the same person: shown before anybody is created. */
export function NearDuplicates({ form, persons, busy, onBack, onCreate }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [day, month, year] = form.birthDate.split('/');
  const typed: StrictFragment = {
    __typename: 'Person',
    id: 'typed',
    birthName: form.birthName,
    usedName: form.usedName || null,
    givenNames: namesOf(form.givenNames),
    sex: form.sex || 'UNKNOWN',
    birthDate: null,
    birthDateText: year ? `${year}-${month}-${day}` : form.birthDate,
    birthPlace: form.birthPlace || null,
    age: null,
    commune: null,
    phone: form.phone || null,
    identityStatus: 'PROVISIONAL',
    identityAttributes: [],
    insMasked: null,
    insRejection: null,
    insTraits: null,
  };
  return (
    <section className="panel persons-form">
      <h2 tabIndex={-1} ref={heading}>
        {labels.nearTitle}
      </h2>
      <p>{labels.nearWhat}</p>
      <ComparisonTable
        caption={labels.nearTitle}
        heads={[labels.typed, ...persons.map((one) => `${one.birthName} ${one.givenNames[0] ?? ''}`)]}
        persons={[typed, ...persons]}
      />
      <p className="persons-actions">
        {persons.map((one) => (
          <Link key={one.id} to={`/personnes/${one.id}`}>
            {labels.open} {one.birthName} {one.givenNames[0]}
          </Link>
        ))}
      </p>
      <p className="persons-actions">
        <Button onPress={onBack}>{labels.change}</Button>{' '}
        <Button kind="primary" disabled={busy} onPress={onCreate}>
          {labels.notHer}
        </Button>
      </p>
    </section>
  );
}
