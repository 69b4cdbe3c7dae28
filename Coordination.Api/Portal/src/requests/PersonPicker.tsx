import { type ReactNode, useEffect, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { PersonsDocument, RegisterPersonDocument, type Sex, type StrictFragment } from '../gql/graphql';
import { Line, Select } from '../records/Select';
import { Button } from '../ui/Button';
import { personLine, personName } from '../ui/format.fr';
import { labels as common } from '../ui/labels.fr';
import { emptyTyped, identityOf, isDay, type Typed } from './draft';
import { labels } from './labels.fr';

interface Props {
  person: StrictFragment | undefined;
  onPick(person: StrictFragment | undefined): void;
  /** INSEE code of where a new person lives. */
  commune?: string;
  typed?: Typed;
  onType?(typed: Typed): void;
  /** Told of those who are known while she is searched for. */
  onFound?(persons: readonly StrictFragment[]): void;
  /** What else is asked about somebody new. */
  children?: ReactNode;
}
const nobody: readonly StrictFragment[] = [];
const words = labels.picker;
const afterMs = 250;

/** Searches while typing, the birth date first; somebody new is created only after those who are known were shown. */
export function PersonPicker({
  person,
  onPick,
  commune = '',
  typed: kept = emptyTyped,
  onType,
  onFound,
  children,
}: Props) {
  const [typed, setTyped] = useState(kept);
  const [asked, setAsked] = useState({ birthDate: '', name: '' });
  const [near, setNear] = useState<readonly StrictFragment[]>([]);
  const [fault, setFault] = useState<string>();
  const [command] = useState(() => crypto.randomUUID());
  const announce = useAnnounce();
  useEffect(() => {
    const timer = setTimeout(
      () => setAsked({ birthDate: isDay(typed.birthDate) ? typed.birthDate : '', name: typed.birthName }),
      afterMs,
    );
    return () => clearTimeout(timer);
  }, [typed.birthDate, typed.birthName]);
  const [{ data, fetching }] = useQuery({
    query: PersonsDocument,
    variables: asked,
    pause: asked.birthDate === '' || person !== undefined,
    requestPolicy: 'network-only',
  });
  const [{ fetching: creating }, register] = useMutation(RegisterPersonDocument);
  const found = asked.birthDate === '' || fetching ? undefined : data?.persons;
  useEffect(() => {
    if (found) announce(words.found(found.persons.length));
  }, [found, announce]);
  const shown = near.length > 0 ? near : (found?.persons ?? nobody);
  useEffect(() => onFound?.(shown), [shown, onFound]);

  if (person)
    return (
      <p className="notice person-chosen">
        {words.chosen(personName(person))} <small>{personLine(person)}</small>{' '}
        <Button kind="quiet" onPress={() => onPick(undefined)}>
          {words.change}
        </Button>
      </p>
    );
  const set = (key: keyof Typed) => (value: string) => {
    const next = { ...typed, [key]: value };
    setTyped(next);
    setNear([]);
    onType?.(next);
  };
  const create = async () => {
    setFault(undefined);
    const { data: made, error } = await register({
      input: {
        identity: identityOf(typed, commune),
        acknowledged: near.map((one) => one.id),
        openRecord: false,
        commandId: command,
      },
    });
    const refused = made?.registerPerson.errors?.[0];
    if (error || !made) return setFault(common.network);
    if (refused?.__typename === 'NearDuplicatesError') return setNear(refused.persons);
    if (refused) return setFault(refused.message);
    if (!made.registerPerson.person) return;
    announce(words.created);
    onPick(made.registerPerson.person);
  };
  return (
    <div className="person-picker">
      {fault && (
        <p className="notice notice-error" role="alert">
          {fault}
        </p>
      )}
      <div className="form-columns">
        <Line label={words.birthDate} value={typed.birthDate} onChange={set('birthDate')} />
        <Line label={words.birthName} value={typed.birthName} onChange={set('birthName')} />
        <Line label={words.givenName} value={typed.givenName} onChange={set('givenName')} />
        <Select<Sex> label={words.sex} value={typed.sex} options={words.sexes} onChange={set('sex')} />
        <Line type="tel" label={words.phone} value={typed.phone} onChange={set('phone')} />
      </div>
      <small className="muted">{words.birthDateHelp}</small>
      <div role="status" aria-live="polite">
        {near.length > 0 && <p className="notice">{words.near}</p>}
        {!found && near.length === 0 && <p className="muted small">{words.start}</p>}
        {found?.tooMany && <p className="muted small">{words.tooMany}</p>}
        {found && !found.tooMany && shown.length === 0 && <p className="muted small">{words.none}</p>}
      </div>
      {shown.length > 0 && (
        <ul className="person-found">
          {shown.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{personName(one)}</strong> <small>{personLine(one)}</small>
              </span>
              <Button label={words.choose(personName(one))} onPress={() => onPick(one)}>
                {words.choose(personName(one))}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {children}
      <Button
        disabled={!found || found.tooMany || creating || !typed.birthName.trim() || !typed.givenName.trim()}
        onPress={() => void create()}
      >
        {near.length > 0 ? words.createAnyway : words.create}
      </Button>
    </div>
  );
}
