import type { RecordRightsFragment } from '../gql/graphql';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';

/** Who may read the record now, why, since when and how far. */
export function WhoReads({ grants }: { grants: NonNullable<RecordRightsFragment['access']> }) {
  return (
    <section className="record-part" aria-labelledby="record-readers">
      <h2 id="record-readers">{labels.seen}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{labels.columnsSeen.who}</th>
            <th scope="col">{labels.columnsSeen.why}</th>
            <th scope="col">{labels.columnsSeen.since}</th>
            <th scope="col">{labels.columnsSeen.reads}</th>
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <tr key={`${grant.who} ${grant.rule} ${grant.since ?? ''}`}>
              <th scope="row">
                {grant.who}
                {grant.organization && <span className="muted"> {grant.organization}</span>}
              </th>
              <td>{grant.why}</td>
              <td>{grant.since ? formatDay(grant.since) : labels.always}</td>
              <td>
                {grant.classes.length === 0
                  ? labels.readsNothing
                  : grant.classes.map((name) => labels.classes[name]).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
