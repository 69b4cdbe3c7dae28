import { useState } from 'react';
import { useQuery } from 'urql';
import { labels as contacts } from '../contacts/labels.fr';
import { ActivityDocument, type ContactChannel } from '../gql/graphql';
import { labels as pathway } from '../pathway/labels.fr';
import { today } from '../records/days';
import { Select } from '../records/Select';
import { TableScroll } from '../records/TableScroll';
import { formatDay } from '../ui/format.fr';
import { Loading, Problem } from '../ui/States';
import { contactRows, daysOf, duration, type Period } from './activity';
import { labels } from './labels.fr';
import './activity.css';

const channels = Object.keys(contacts.channels) as ContactChannel[];

/** What the team did, where pathways broke and what nobody could give, over a time. */
export function ActivityPart() {
  const [period, setPeriod] = useState<Period>('month');
  const days = daysOf(period, today());
  const [{ data, error }, again] = useQuery({
    query: ActivityDocument,
    variables: days,
    requestPolicy: 'cache-and-network',
  });
  return (
    <section className="record-part" aria-labelledby="activity">
      <header>
        <h2 id="activity">{labels.activity}</h2>
        <Select label={labels.period} value={period} options={labels.periods} onChange={setPeriod} />
      </header>
      <p>{labels.span(formatDay(days.from), formatDay(days.to))}</p>
      {!data ? (
        error ? (
          <Problem retry={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <Figures
            title={labels.contacts}
            none={labels.contactsNone}
            columns={[
              labels.professional,
              ...channels.map((channel) => contacts.channels[channel]),
              labels.total,
              labels.reached,
              labels.time,
            ]}
            rows={contactRows(data.contactMeasures).map((row) => ({
              key: row.id,
              cells: [
                row.name,
                ...channels.map((channel) => row.channels[channel] ?? 0),
                row.count,
                row.reached,
                duration(row.minutes),
              ],
            }))}
          />
          <Figures
            title={labels.disruptions}
            none={labels.disruptionsNone}
            columns={[labels.nature, labels.type, labels.commune, labels.total, labels.open, labels.persisting]}
            rows={data.disruptionMeasures.map((row) => ({
              key: `${row.nature} ${row.type} ${row.commune}`,
              cells: [pathway.natures[row.nature], row.typeLabel, row.commune, row.count, row.open, row.persisting],
            }))}
          />
          <Figures
            title={labels.unmetNeeds}
            none={labels.unmetNeedsNone}
            columns={[labels.need, labels.commune, labels.persons, labels.needs, labels.oldest]}
            rows={data.unmetNeeds.map((row) => ({
              key: `${row.need} ${row.commune}`,
              cells: [row.needLabel, row.commune, row.persons, row.needs, formatDay(row.oldest)],
            }))}
          />
        </>
      )}
    </section>
  );
}

interface FiguresProps {
  title: string;
  none: string;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly { key: string; cells: readonly (string | number)[] }[];
}

function Figures({ title, none, columns, rows }: FiguresProps) {
  return (
    <div className="activity-figures">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...figures] }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {figures.map((figure, at) => (
                    <td key={columns[at + 1]}>{figure}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}
