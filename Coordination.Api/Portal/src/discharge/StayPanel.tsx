import type { DischargeByIdQuery } from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import { formatFull, formatRemaining } from '../ui/format.fr';
import { labels } from './labels.fr';
import { labels as preparation } from './preparation.labels.fr';

type Stay = NonNullable<DischargeByIdQuery['discharge']>;

/** Where the person is, until when, where to, and whom to call about it. */
export function StayPanel({ discharge, past }: { discharge: Stay; past: boolean }) {
  return (
    <section className="panel">
      <h2>{labels.stay}</h2>
      <p className="statuses">
        <span className={`status status-${discharge.status}`}>{labels.status[discharge.status]}</span>
        {discharge.onLeave && <span className="status">{preparation.onLeave}</span>}
      </p>
      <dl className="facts">
        <div>
          <dt>{labels.establishment}</dt>
          <dd>{discharge.establishment.name}</dd>
        </div>
        <div>
          <dt>{labels.admitted}</dt>
          <dd>{discharge.admittedAt ? formatFull(discharge.admittedAt) : labels.unknown}</dd>
        </div>
        <div>
          <dt>{labels.expected}</dt>
          <dd>
            {discharge.expectedAt ? (
              <>
                <strong>{formatFull(discharge.expectedAt)}</strong>
                {!past && !discharge.dischargedAt && `, ${formatRemaining(discharge.expectedAt, new Date())}`}
                {discharge.expectedAtReliability && (
                  <small>{careLabels.reliability[discharge.expectedAtReliability]}</small>
                )}
              </>
            ) : (
              labels.unknown
            )}
          </dd>
        </div>
        {discharge.dischargedAt && (
          <div>
            <dt>{labels.discharged}</dt>
            <dd>
              <strong>{formatFull(discharge.dischargedAt)}</strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{preparation.destination}</dt>
          <dd>
            {discharge.destination ? careLabels.destinations[discharge.destination] : preparation.destinationUnknown}
          </dd>
        </div>
        <div>
          <dt>{preparation.serviceContact}</dt>
          <dd>{discharge.serviceContact ?? preparation.notGiven}</dd>
        </div>
        <div>
          <dt>{preparation.relative}</dt>
          <dd>{discharge.relative ?? preparation.notGiven}</dd>
        </div>
      </dl>
    </section>
  );
}
