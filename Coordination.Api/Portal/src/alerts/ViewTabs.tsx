import { Link } from 'react-router';
import type { AlertCountsQuery } from '../gql/graphql';
import { labels } from './labels.fr';
import { type ViewName, viewNames } from './views';

export function ViewTabs({
  current,
  own,
  counts,
}: {
  current: ViewName;
  /** Whether the reader takes alerts: only then some are hers. */
  own: boolean;
  counts: AlertCountsQuery['alertCounts'] | undefined;
}) {
  return (
    <nav className="views" aria-label={labels.viewsName}>
      <ul>
        {viewNames
          .filter((view) => own || view !== 'mine')
          .map((view) => (
            <li key={view}>
              <Link
                to={view === 'toTreat' ? '/alerts' : `/alerts?view=${view}`}
                {...(view === current ? { 'aria-current': 'page' as const } : {})}
              >
                {labels.views[view]} <span className="count">{counts ? counts[view] : '–'}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
