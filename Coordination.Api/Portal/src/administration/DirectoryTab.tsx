import { useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { AdministrationDirectoryDocument, type AdministrationDirectoryQuery } from '../gql/graphql';
import { Field } from '../ui/Field';
import { formatDay } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';

type Found = AdministrationDirectoryQuery['administration'];

/** The national directory: what is open, what closed and when. */
export function DirectoryTab() {
  const [text, setText] = useState('');
  const [closed, setClosed] = useState(false);
  const asked = useDeferredValue(text.trim());
  const pause = asked.length < 2;
  const [{ data, error, fetching }, again] = useQuery({
    query: AdministrationDirectoryDocument,
    variables: { text: asked, closed },
    pause,
  });
  const found = pause ? undefined : data?.administration;
  return (
    <>
      <form className="panel form" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field label={labels.search} help={labels.searchHelp}>
          {(control) => (
            <input
              {...control}
              type="search"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />{' '}
          {labels.closedToo}
        </label>
      </form>
      {pause && <Empty icon="search" text={labels.directoryEmpty} />}
      {error && !found && <Problem retry={() => again()} />}
      {fetching && !found && <Loading />}
      {found && found.structures.length + found.professionals.length === 0 && (
        <Empty icon="search" text={labels.noneFound} />
      )}
      {found && found.structures.length > 0 && <Structures found={found.structures} />}
      {found && found.professionals.length > 0 && <Professionals found={found.professionals} />}
    </>
  );
}

function Structures({ found }: { found: Found['structures'] }) {
  return (
    <section className="panel">
      <table className="sheet">
        <caption>{labels.structures}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.columns.name}</th>
            <th scope="col">{labels.columns.number}</th>
            <th scope="col">{labels.columns.category}</th>
            <th scope="col">{labels.columns.commune}</th>
            <th scope="col">{labels.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((structure) => (
            <tr key={structure.finess}>
              <th scope="row">{structure.name}</th>
              <td>{structure.finess}</td>
              <td>{structure.category}</td>
              <td>{structure.communeName}</td>
              <td>{structure.closedOn ? labels.closedOn(formatDay(structure.closedOn)) : labels.inUse}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Professionals({ found }: { found: Found['professionals'] }) {
  return (
    <section className="panel">
      <table className="sheet">
        <caption>{labels.professionals}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.columns.name}</th>
            <th scope="col">{labels.columns.number}</th>
            <th scope="col">{labels.columns.function}</th>
            <th scope="col">{labels.columns.activities}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((professional) => (
            <tr key={professional.rpps}>
              <th scope="row">{professional.displayName}</th>
              <td>{professional.rpps}</td>
              <td>{professional.function}</td>
              <td>
                {!professional.activities.some((activity) => activity.until == null) && <p>{labels.noActivity}</p>}
                <ul>
                  {professional.activities.map((activity) => (
                    <li key={`${activity.structure} ${activity.mode} ${activity.role} ${activity.from}`}>
                      {activity.structureName} ({labels.modes[activity.mode] ?? activity.mode}),{' '}
                      {activity.until
                        ? labels.ended(formatDay(activity.until))
                        : labels.since(formatDay(activity.from))}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
