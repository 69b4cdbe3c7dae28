import { Link } from 'react-router';
import { labels as alertLabels } from '../alerts/labels.fr';
import type { RecordSynthesisQuery } from '../gql/graphql';
import { formatMoment, formatRemaining } from '../ui/format.fr';
import { labels } from './labels.fr';

type Synthesis = NonNullable<RecordSynthesisQuery['careRecord']>;

/** What goes on: alerts that stand, and where the person is. */
export function TodayPart({ record }: { record: Synthesis }) {
  return (
    <section className="record-part" aria-labelledby="record-today">
      <header>
        <h2 id="record-today">{labels.today}</h2>
      </header>
      <h3>{labels.alerts}</h3>
      {record.openAlerts === null ? (
        <p className="muted">{labels.alertsHidden}</p>
      ) : record.openAlerts.length === 0 ? (
        <p>{labels.alertsNone}</p>
      ) : (
        <ul>
          {record.openAlerts.map((alert) => (
            <li key={alert.id}>
              <span className="synthesis-severity">{alertLabels.severity[alert.severity]}</span> : {alert.title}
              <br />
              <span className="muted">
                {alert.taken ? labels.takenBy(alert.taken.by.displayName) : labels.notTaken}
                {alert.dueAt && `, ${labels.due(formatRemaining(alert.dueAt, new Date()))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {record.stays && (
        <>
          <h3>{labels.hospital}</h3>
          {record.stays.length === 0 && <p>{labels.staysNone}</p>}
          <ul>
            {record.stays.map((stay) => (
              <li key={stay.id}>
                <Link to={`/discharges/${encodeURIComponent(stay.id)}`}>{labels.stays[stay.status]}</Link>,{' '}
                {stay.establishment.name}
                <br />
                <span className="muted">
                  {[
                    stay.admittedAt && labels.admitted(formatMoment(stay.admittedAt)),
                    stay.expectedAt && labels.expected(formatMoment(stay.expectedAt)),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
