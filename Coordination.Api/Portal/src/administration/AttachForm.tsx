import { useState } from 'react';
import { useQuery } from 'urql';
import { SearchBox } from '../announcement/SearchBox';
import { AdministrationCommunesDocument, AttachCommunesDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { codesOf } from './codes';
import { labels } from './labels.fr';
import { today } from './today';
import { useSave } from './useSave';

/** Adds communes to a list, by name or by their codes. */
export function AttachForm({ area, onAttached }: { area: string; onAttached(): void }) {
  const [search, setSearch] = useState('');
  const [codes, setCodes] = useState('');
  const [from, setFrom] = useState(today());
  const [missing, setMissing] = useState(false);
  const command = useCommand(AttachCommunesDocument, (data) => data.attachCommunes.errors);
  const save = useSave(onAttached);
  const pause = search.trim().length < 2;
  const [{ data }] = useQuery({ query: AdministrationCommunesDocument, variables: { text: search.trim() }, pause });
  const send = async () => {
    const communes = codesOf(codes);
    setMissing(communes.length === 0);
    if (communes.length === 0) return;
    if (save.settle(await command.send({ area, communes, from }))) setCodes('');
  };
  return (
    <details>
      <summary>{labels.attach}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <SearchBox
          label={labels.attachSearch}
          name="commune"
          error={undefined}
          text={search}
          options={pause ? [] : (data?.administration.communes ?? [])}
          keyOf={(commune) => commune.insee}
          none={labels.attachNone}
          optionOf={(commune) => (
            <>
              <strong>{commune.name}</strong> <span>{commune.insee}</span>
            </>
          )}
          onType={setSearch}
          onChoose={(commune) => {
            setCodes((text) => codesOf(`${text} ${commune.insee}`).join(' '));
            setSearch('');
          }}
        />
        <Field
          label={labels.attachCodes}
          help={labels.attachCodesHelp}
          error={missing ? labels.required : save.at('communes')}
        >
          {(control) => (
            <textarea {...control} rows={2} value={codes} onChange={(event) => setCodes(event.target.value)} />
          )}
        </Field>
        <Field label={labels.attachFrom} error={save.at('from')}>
          {(control) => (
            <input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        {save.elsewhere('communes', 'from') && (
          <p className="notice notice-error" role="alert">
            {save.elsewhere('communes', 'from')}
          </p>
        )}
        <Button type="submit" disabled={command.busy}>
          {labels.attachSend}
        </Button>
      </form>
    </details>
  );
}
