import type { AlertLineFragment, AlertSeverity } from '../gql/graphql';
import { labels } from './labels.fr';

type Standing = Pick<AlertLineFragment, 'status' | 'taken' | 'closure'>;

/** Where an alert stands, in words and with the name of who acts. */
export function statusText({ status, taken, closure }: Standing): string {
  switch (status) {
    case 'RAISED':
      return labels.toTreat;
    case 'TAKEN':
      return labels.takenBy(taken?.by.displayName ?? labels.errors.someone);
    case 'RESOLVED':
      return labels.resolved;
    case 'ACKNOWLEDGED':
      return closure?.by ? labels.acknowledged(closure.by.displayName) : labels.closed;
  }
}

const shapes: Record<AlertSeverity, string> = {
  CRITICAL: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  URGENT: 'M8 1l7 14H1z',
  VIGILANCE: 'M8 1l7 7-7 7-7-7z',
  INFO: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
};

/** Priority by a word, a shape and a colour: any one of them is enough. */
export function SeverityMark({ severity, word }: { severity: AlertSeverity; word?: string }) {
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[severity]} />
      </svg>
      {word ?? labels.severity[severity]}
    </span>
  );
}
