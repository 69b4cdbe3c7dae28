import type { DecisionFragment } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { labels } from './labels.fr';

/** Since when and by whom, the last decision first. */
export function DecisionList({ decisions }: { decisions: readonly DecisionFragment[] }) {
  return (
    <section className="panel">
      <h2>{labels.history}</h2>
      {decisions.length === 0 && <p className="muted">{labels.noHistory}</p>}
      <ol className="decisions">
        {decisions.map((decision) => (
          <li key={decision.eventId}>
            <strong>{decision.label}</strong>
            <span className="muted">
              <time dateTime={decision.recordedAt}>{formatMoment(decision.recordedAt)}</time>{' '}
              {labels.by(decision.author)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
