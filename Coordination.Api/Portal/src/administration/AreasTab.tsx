import { useState } from 'react';
import { useQuery } from 'urql';
import { AdministrationAreasDocument, DefineHealthCommunityDocument } from '../gql/graphql';
import { useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Loading, Problem } from '../ui/States';
import { AreaPanel } from './AreaPanel';
import { labels } from './labels.fr';
import { today } from './today';
import { useSave } from './useSave';

/** The territory and its CPTS, each a list of communes that has a date. */
export function AreasTab({ edits }: { edits: boolean }) {
  const [on, setOn] = useState(today());
  const [{ data, error }, again] = useQuery({
    query: AdministrationAreasDocument,
    variables: { on },
    pause: on === '',
  });
  if (error && !data) return <Problem retry={() => again()} />;
  return (
    <>
      <div className="panel form">
        <Field label={labels.on}>
          {(control) => (
            <input {...control} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
          )}
        </Field>
      </div>
      {!data && <Loading />}
      {data?.administration.areas.map((area) => (
        <AreaPanel key={area.id} area={area} edits={edits} onChanged={() => again()} />
      ))}
      {edits && data && <DefineForm onDefined={() => again()} />}
    </>
  );
}

function DefineForm({ onDefined }: { onDefined(): void }) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const command = useCommand(DefineHealthCommunityDocument, (data) => data.defineHealthCommunity.errors);
  const save = useSave(onDefined);
  return (
    <form
      className="panel form"
      onSubmit={(event) => {
        event.preventDefault();
        void command.send({ code: code.trim(), name: name.trim() }).then((outcome) => {
          if (!save.settle(outcome)) return;
          setCode('');
          setName('');
        });
      }}
    >
      <h2>{labels.define}</h2>
      <Field label={labels.defineCode} help={labels.defineCodeHelp} error={save.at('code')}>
        {(control) => (
          <input {...control} autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        )}
      </Field>
      <Field label={labels.defineName} error={save.at('name')}>
        {(control) => (
          <input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {save.elsewhere('code', 'name') && (
        <p className="notice notice-error" role="alert">
          {save.elsewhere('code', 'name')}
        </p>
      )}
      <Button type="submit" disabled={command.busy}>
        {labels.defineSend}
      </Button>
    </form>
  );
}
