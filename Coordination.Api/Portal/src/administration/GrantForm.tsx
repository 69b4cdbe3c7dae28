import { useState } from 'react';
import { useQuery } from 'urql';
import { SearchBox } from '../announcement/SearchBox';
import { labels as shell } from '../app/labels.fr';
import { AdministrationDirectoryDocument, GrantHabilitationDocument, type Role } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { labels } from './labels.fr';
import { useSave } from './useSave';

const roles = [
  'COORDINATOR',
  'MANAGER',
  'GP',
  'NURSE',
  'HOME_CARE',
  'COMMUNITY_WORKER',
  'GUARDIAN',
  'ADMIN',
  'AUDITOR',
  'IDENTITY',
] as const satisfies readonly Role[];
const empty = { displayName: '', rpps: '', identity: '', organization: '', role: 'COORDINATOR' as Role, until: '' };
const texts = ['displayName', 'rpps', 'identity', 'organization'] as const;

/** Lets somebody act in the territory; a professional is taken from the directory. */
export function GrantForm({ onGranted }: { onGranted(): void }) {
  const [form, setForm] = useState(empty);
  const [search, setSearch] = useState('');
  const command = useCommand(GrantHabilitationDocument, (data) => data.grantHabilitation.errors);
  const save = useSave(() => {
    setForm(empty);
    onGranted();
  });
  const pause = search.trim().length < 2;
  const [{ data }] = useQuery({
    query: AdministrationDirectoryDocument,
    variables: { text: search.trim(), closed: false },
    pause,
  });
  const send = async () => {
    const { until, rpps, ...given } = form;
    const input = { ...given, rpps: rpps.trim() || null, until: until ? `${until}T00:00:00Z` : null };
    save.settle(await command.send(input));
  };
  return (
    <details className="panel">
      <summary>{labels.grant}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <SearchBox
          label={labels.grantSearch}
          name="professional"
          error={undefined}
          text={search}
          options={pause ? [] : (data?.administration.professionals ?? [])}
          keyOf={(found) => found.rpps}
          none={labels.noneFound}
          optionOf={(found) => (
            <>
              <strong>{found.displayName}</strong> <span>{found.function}</span> <small>{found.rpps}</small>
            </>
          )}
          onType={setSearch}
          onChoose={(found) => {
            const where = found.activities.find((activity) => activity.until == null)?.structureName ?? '';
            setForm({ ...form, displayName: found.displayName, rpps: found.rpps, organization: where });
            setSearch('');
          }}
        />
        {texts.map((name) => (
          <Field key={name} label={labels.grantFields[name]} help={labels.grantHelp[name]} error={save.at(name)}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                maxLength={200}
                required={name !== 'rpps'}
                value={form[name]}
                onChange={(event) => setForm({ ...form, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={labels.role} error={save.at('role')}>
          {(control) => (
            <select
              {...control}
              value={form.role}
              onChange={(event) => setForm({ ...form, role: event.target.value as Role })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {shell.roles[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={labels.grantUntil} error={save.at('until')}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.until}
              onChange={(event) => setForm({ ...form, until: event.target.value })}
            />
          )}
        </Field>
        {save.elsewhere(...texts, 'role', 'until') && (
          <p className="notice notice-error" role="alert">
            {save.elsewhere(...texts, 'role', 'until')}
          </p>
        )}
        <Button kind="primary" type="submit" disabled={command.busy}>
          {labels.grantSend}
        </Button>
      </form>
    </details>
  );
}
