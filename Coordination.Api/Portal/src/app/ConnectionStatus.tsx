import { useFeedState } from '../graphql/ConnectionContext';
import type { FeedState } from '../graphql/liveFeed';
import { formatClock } from '../ui/format.fr';
import { labels } from './labels.fr';

/** What the header says of the line, in words. */
export function connectionText(state: FeedState): string {
  switch (state.kind) {
    case 'none':
      return '';
    case 'live':
      return labels.live;
    case 'connecting':
      return labels.connecting;
    case 'reconnecting':
      return labels.reconnecting(formatClock(state.dataOf));
    case 'offline':
      return labels.offline(formatClock(state.dataOf));
  }
}

export function ConnectionStatus() {
  const state = useFeedState();
  if (state.kind === 'none') return null;
  return (
    <p className={`connection connection-${state.kind}`} role="status">
      <span className="connection-mark" aria-hidden="true" />
      {connectionText(state)}
    </p>
  );
}
