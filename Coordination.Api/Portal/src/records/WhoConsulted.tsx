import { useState } from 'react';
import { useQuery } from 'urql';
import { labels as common } from '../app/labels.fr';
import { WhoConsultedDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatFull } from '../ui/format.fr';
import { labels } from './labels.fr';

const step = 20;

/** Who looked at the person's data, when, in which capacity and on what ground: last one first. */
export function WhoConsulted({ personId }: { personId: string }) {
  const [shown, setShown] = useState(step);
  const [{ data }] = useQuery({
    query: WhoConsultedDocument,
    variables: { personId, first: Math.min(shown, 200) },
    requestPolicy: 'cache-and-network',
  });
  const log = data?.accessLog;
  return (
    <section className="record-part" aria-labelledby="record-log">
      <h2 id="record-log">{labels.consulted}</h2>
      {log?.nodes.length === 0 && <p>{labels.consultedNone}</p>}
      {log && log.nodes.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labels.columnsConsulted.at}</th>
              <th scope="col">{labels.columnsConsulted.who}</th>
              <th scope="col">{labels.columnsConsulted.what}</th>
              <th scope="col">{labels.columnsConsulted.why}</th>
            </tr>
          </thead>
          <tbody>
            {log.nodes.map((entry) => (
              <tr key={entry.id}>
                <td>{formatFull(entry.at)}</td>
                <th scope="row">
                  {entry.who}
                  <br />
                  <span className="muted">
                    {common.roles[entry.role]}, {entry.organization}
                  </span>
                </th>
                <td>
                  {entry.actionLabel}
                  {entry.classes.length > 0 && ` (${entry.classes.map((one) => labels.classes[one]).join(', ')})`}
                </td>
                <td>{entry.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {log && log.totalCount > shown && shown < 200 && (
        <Button onPress={() => setShown(shown + step)}>{labels.more}</Button>
      )}
    </section>
  );
}
