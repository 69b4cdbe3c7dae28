import { useState } from 'react';
import { useQuery } from 'urql';
import { CommunesDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Choices } from './Choices';
import type { Faults, Identity } from './form';
import { labels } from './labels.fr';
import { SearchBox } from './SearchBox';

interface Props {
  identity: Identity;
  faults: Faults;
  onChange(identity: Identity): void;
  onBack(): void;
}
const texts = [
  ['birthName', 'birthName', labels.birthName, undefined],
  ['givenName', 'givenNames', labels.givenNames, undefined],
  ['birthDate', 'birthDate', labels.birthDate, labels.birthDateHint],
] as const;

/** Who the patient is, when no stay of the establishment is known. */
export function IdentityFields({ identity, faults, onChange, onBack }: Props) {
  const [search, setSearch] = useState(identity.commune?.name ?? '');
  const [{ data }] = useQuery({
    query: CommunesDocument,
    variables: { text: search.trim() },
    pause: search.trim().length < 2,
  });
  return (
    <div className="identity">
      <div className="identity-grid">
        {texts.map(([key, field, label, hint]) => (
          <Field key={key} label={label} error={faults[field]}>
            {(control) => (
              <input
                {...control}
                type="text"
                name={field}
                autoComplete="off"
                placeholder={hint}
                value={identity[key]}
                onChange={(event) => onChange({ ...identity, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Choices
          legend={labels.sex}
          name="sex"
          value={identity.sex}
          choices={labels.sexes}
          error={faults.sex}
          onChange={(sex) => onChange({ ...identity, sex })}
        />
        <SearchBox
          label={labels.commune}
          name="commune"
          error={faults.commune}
          text={search}
          options={search.trim().length < 2 ? [] : (data?.communes ?? [])}
          keyOf={(commune) => commune.insee}
          none={labels.communeNone}
          optionOf={(commune) => (
            <>
              {commune.name} <small>{commune.insee}</small>
            </>
          )}
          onType={(text) => {
            setSearch(text);
            const { commune: _, ...rest } = identity;
            onChange(rest);
          }}
          onChoose={(commune) => {
            setSearch(commune.name);
            onChange({ ...identity, commune });
          }}
        />
        <Field label={labels.ipp} error={faults.ipp}>
          {(control) => (
            <input
              {...control}
              type="text"
              name="ipp"
              autoComplete="off"
              value={identity.ipp}
              onChange={(event) => onChange({ ...identity, ipp: event.target.value })}
            />
          )}
        </Field>
        <Field label={labels.ins} error={faults.ins}>
          {(control) => (
            <input
              {...control}
              type="text"
              name="ins"
              autoComplete="off"
              title={labels.insHelp}
              value={identity.ins}
              onChange={(event) => onChange({ ...identity, ins: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Button kind="quiet" onPress={onBack}>
        {labels.patientKnown}
      </Button>
    </div>
  );
}
