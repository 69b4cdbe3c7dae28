import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Choices } from '../announcement/Choices';
import { SearchBox } from '../announcement/SearchBox';
import { useAnnounce } from '../app/Announcer';
import { CommunesDocument, RegisterPersonDocument, type StrictFragment } from '../gql/graphql';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { labels as common } from '../ui/labels.fr';
import { emptyForm, type Form, inputOf } from './form';
import { labels, sexes } from './labels.fr';
import { NearDuplicates } from './NearDuplicates';

interface Props {
  birthDate: string;
  /** The reader may follow persons: a record is opened, and a commune known. */
  withRecord: boolean;
  onClose(): void;
  onCreated(): void;
}
const texts = [
  ['birthName', labels.birthName, undefined],
  ['givenNames', labels.givenNames, labels.givenNamesHelp],
  ['birthDate', labels.birthDate, labels.birthDateHelp],
  ['usedName', labels.usedName, undefined],
  ['birthPlace', labels.birthPlace, undefined],
  ['phone', labels.phone, undefined],
] as const;

/** Creates a person; those who may be her are shown first. */
export function RegisterForm({ birthDate, withRecord, onClose, onCreated }: Props) {
  const [form, setForm] = useState<Form>({ ...emptyForm, birthDate, openRecord: withRecord });
  const [commune, setCommune] = useState('');
  const [fault, setFault] = useState<{ field?: string; message: string }>();
  const [near, setNear] = useState<readonly StrictFragment[]>([]);
  const [command] = useState(() => crypto.randomUUID());
  const [{ fetching }, register] = useMutation(RegisterPersonDocument);
  const [{ data: places }] = useQuery({
    query: CommunesDocument,
    variables: { text: commune.trim() },
    pause: !withRecord || commune.trim().length < 2,
  });
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const send = async (acknowledged: string[]) => {
    setFault(undefined);
    const { data, error } = await register({ input: { ...inputOf(form), acknowledged, commandId: command } });
    const refused = data?.registerPerson.errors?.[0];
    if (error || !data) return setFault({ message: common.network });
    if (refused?.__typename === 'NearDuplicatesError') return setNear(refused.persons);
    setNear([]);
    if (refused) return setFault('field' in refused ? refused : { message: refused.message });
    announce(labels.created(data.registerPerson.person?.birthName ?? ''));
    onCreated();
  };
  if (near.length > 0)
    return (
      <NearDuplicates
        form={form}
        persons={near}
        busy={fetching}
        onBack={() => setNear([])}
        onCreate={() => void send(near.map((one) => one.id))}
      />
    );
  const wrong = (field: string) => (fault?.field === field ? fault.message : undefined);
  return (
    <form
      className="panel persons-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send([]);
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {labels.createTitle}
      </h2>
      <p className="muted">{labels.provisional}</p>
      {fault && (
        <p className="notice notice-error" role="alert">
          {fault.message}
        </p>
      )}
      <div className="identity-grid">
        {texts.map(([key, label, help]) => (
          <Field key={key} label={label} help={help} error={wrong(key)}>
            {(control) => (
              <input
                {...control}
                type="text"
                name={key}
                autoComplete="off"
                value={form[key]}
                onChange={(event) => setForm({ ...form, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Choices
          legend={labels.sex}
          name="sex"
          value={form.sex}
          choices={sexes}
          error={wrong('sex')}
          onChange={(sex) => setForm({ ...form, sex })}
        />
        {withRecord && (
          <SearchBox
            label={labels.commune}
            name="commune"
            error={wrong('commune')}
            text={commune}
            options={commune.trim().length < 2 ? [] : (places?.communes ?? [])}
            keyOf={(place) => place.insee}
            none={labels.communeNone}
            optionOf={(place) => (
              <>
                {place.name} <small>{place.insee}</small>
              </>
            )}
            onType={(text) => {
              setCommune(text);
              setForm({ ...form, commune: '' });
            }}
            onChoose={(place) => {
              setCommune(place.name);
              setForm({ ...form, commune: place.insee });
            }}
          />
        )}
      </div>
      {withRecord && (
        <label className="check">
          <input
            type="checkbox"
            checked={form.openRecord}
            onChange={(event) => setForm({ ...form, openRecord: event.target.checked })}
          />
          {labels.openRecord}
        </label>
      )}
      <p className="persons-actions">
        <Button kind="primary" type="submit" disabled={fetching}>
          {labels.save}
        </Button>{' '}
        <Button onPress={onClose}>{labels.cancel}</Button>
      </p>
    </form>
  );
}
