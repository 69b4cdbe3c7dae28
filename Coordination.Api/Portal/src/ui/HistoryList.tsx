import type { AlertDetailFragment } from '../gql/graphql';
import { formatMoment } from './format.fr';
import { historyLabels } from './history.labels.fr';

type Entry = AlertDetailFragment['history'][number];

/** Facts, latest first, each with the time it happened and the time it became known. */
export function HistoryList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="history">
      {entries.toReversed().map((entry) => (
        <li key={entry.eventId}>
          <strong>{entry.label}</strong>
          <span>
            {historyLabels.occurred} <time dateTime={entry.occurredAt}>{formatMoment(entry.occurredAt)}</time>
            {' · '}
            {historyLabels.recorded} <time dateTime={entry.recordedAt}>{formatMoment(entry.recordedAt)}</time>
          </span>
          <span>
            {entry.author}
            {entry.source && entry.source !== entry.author ? ` · ${entry.source}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
