import { useQuery } from 'urql';
import { AdministrationImportsDocument } from '../gql/graphql';
import { formatDay, formatMoment } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';

/** What was imported when, and which lines were refused. */
export function ImportsTab() {
  const [{ data, error }, again] = useQuery({ query: AdministrationImportsDocument });
  if (error && !data) return <Problem retry={() => again()} />;
  if (!data) return <Loading />;
  const { imports } = data.administration;
  return (
    <>
      <p className="muted">{labels.importsWhat}</p>
      {imports.length === 0 && <Empty icon="inbox" text={labels.importsNone} />}
      <ol className="imports">
        {imports.map((done) => (
          <li key={done.id} className="panel">
            <h2>{labels.importKinds[done.kind] ?? done.kind}</h2>
            <p>
              {formatMoment(done.importedAt)} · {labels.importAsOf(formatDay(done.asOf))}
              {done.complete && ` · ${labels.importComplete}`}
            </p>
            <p>{labels.importNumbers(done.lines, done.added, done.changed, done.closed)}</p>
            {done.refused === 0 && <p className="muted">{labels.importRefused(0)}</p>}
            {done.refused > 0 && (
              <details>
                <summary>{labels.importRefused(done.refused)}</summary>
                <table className="sheet">
                  <thead>
                    <tr>
                      <th scope="col">{labels.importLine}</th>
                      <th scope="col">{labels.importField}</th>
                      <th scope="col">{labels.importRule}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {done.refusals.map((refusal) => (
                      <tr key={refusal.line}>
                        <th scope="row">{refusal.line}</th>
                        <td>{refusal.field}</td>
                        <td>{refusal.rule}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
