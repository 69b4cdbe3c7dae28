import type { AlertDetailFragment } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { SeverityMark, statusText } from './AlertStatusText';
import { labels } from './labels.fr';

/** Why an alert was raised: its rule, the facts it rests on, what it cites, the events behind it. */
export function AlertWhy({ alert }: { alert: AlertDetailFragment }) {
  return (
    <section className="why" aria-labelledby="why-heading">
      <h3 id="why-heading">{labels.why}</h3>
      <p className="muted">{labels.rule(alert.ruleCode, alert.ruleVersion)}</p>
      <dl className="facts">
        {alert.facts.map((fact) => (
          <div key={`${fact.label} ${fact.value}`}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {alert.cites.length > 0 && (
        <>
          <h4>{labels.cites}</h4>
          <ul className="causes">
            {alert.cites.map((cited) => (
              <li key={cited.id}>
                <SeverityMark severity={cited.severity} />
                <strong>{cited.title}</strong>
                <span>
                  {statusText(cited)} · {labels.received} {formatMoment(cited.raisedAt)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{labels.causes}</h4>
      <ul className="causes">
        {alert.causes.map((cause) => (
          <li key={cause.eventId}>
            <strong>{cause.label}</strong>
            <span>
              {labels.occurred} {formatMoment(cause.occurredAt)} · {labels.recorded} {formatMoment(cause.recordedAt)}
            </span>
            <span>
              {labels.source} : {cause.source}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
