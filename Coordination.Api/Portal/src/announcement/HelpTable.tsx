import type { StayDetailFragment } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment } from '../ui/format.fr';
import { labels } from './labels.fr';
import { helpsOf } from './standing';

const columns = labels.arrangementColumns;

/** What was asked for and who confirmed it. */
export function HelpTable({ stay }: { stay: StayDetailFragment }) {
  const helps = helpsOf(stay);
  if (helps.length === 0) return <p className="muted">{stay.needs ? labels.noArrangement : labels.noArrangementYet}</p>;
  return (
    <table className="list">
      <thead>
        <tr>
          {Object.entries(columns).map(([name, label]) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {helps.map(({ need, arrangement, standing }) => (
          <tr key={need}>
            <th scope="row">{careLabels.needs[need]}</th>
            <td data-label={columns.provider}>
              {arrangement ? (
                <>
                  {arrangement.provider.name ?? arrangement.provider.number}
                  {arrangement.provider.phone && <small>{arrangement.provider.phone}</small>}
                  <small>{labels.confirmedBy(arrangement.confirmedBy)}</small>
                </>
              ) : (
                '–'
              )}
            </td>
            <td data-label={columns.visit}>{arrangement ? formatMoment(arrangement.firstVisitAt) : '–'}</td>
            <td data-label={columns.state}>
              <span className={`status help-${standing}`}>{labels.states[standing]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
