import type { ReactNode } from 'react';
import type { LifeFactFragment } from '../gql/graphql';
import { formatFull, formatMoment } from '../ui/format.fr';
import { labels } from './labels.fr';
import './lifeline.css';

/** Facts grouped by day, last one first; a correction stands beside what it corrects. */
export function FactList({
  facts,
  actions,
}: {
  facts: readonly LifeFactFragment[];
  actions?: (fact: LifeFactFragment) => ReactNode;
}) {
  return (
    <ol className="facts">
      {facts.map((fact) => (
        <li key={fact.eventId}>
          <time dateTime={fact.occurredAt} title={formatFull(fact.occurredAt)}>
            {formatMoment(fact.occurredAt)}
          </time>
          <div>
            <strong>{fact.label}</strong> <span className="muted">{fact.kindLabel}</span>
            {fact.text && <p className="fact-text">{fact.text}</p>}
            <p className="muted">
              {fact.author}
              {fact.source !== fact.author && `, ${fact.source}`}
              {fact.late && `, ${labels.late} (${labels.recorded(formatMoment(fact.recordedAt))})`}
            </p>
            {fact.corrections.map((correction) => (
              <p key={correction.eventId} className="fact-correction">
                {labels.correction(correction.author, formatMoment(correction.at))} {correction.text}
              </p>
            ))}
            {actions?.(fact)}
          </div>
        </li>
      ))}
    </ol>
  );
}
