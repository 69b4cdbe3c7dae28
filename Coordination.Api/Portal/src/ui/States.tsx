import type { ReactNode } from 'react';
import { useSlow } from '../graphql/ConnectionContext';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { labels } from './labels.fr';

/** Grey lines at the size of what is coming, only when it is slow to come. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const slow = useSlow(true);
  if (!slow) return null;
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{labels.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <div key={line} className="skeleton-line" />
      ))}
    </div>
  );
}

interface ProblemProps {
  heading?: string;
  what?: string;
  safe?: string;
  retry?(): void;
}

/** What failed, what is safe, and the way on. */
export function Problem({ heading, what = labels.failed, safe = labels.safe, retry }: ProblemProps) {
  return (
    <div className="page">
      {heading && <h1>{heading}</h1>}
      <div className="state" role="alert">
        <Icon name="shield" />
        <p>
          <strong>{what}</strong> {safe}
        </p>
        {retry && (
          <Button onPress={retry}>
            <Icon name="refresh" /> {labels.retry}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Why there is nothing, and the next step. */
export function Empty({ icon, text, children }: { icon: IconName; text: string; children?: ReactNode }) {
  return (
    <div className="state">
      <Icon name={icon} />
      <p>{text}</p>
      {children}
    </div>
  );
}
