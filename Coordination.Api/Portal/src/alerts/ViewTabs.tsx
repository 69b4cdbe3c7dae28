import { Link } from 'react-router';
import type { AlertCountsQuery } from '../gql/graphql';
import { labels } from './labels.fr';
import { type ViewName, viewNames } from './views';

export function ViewTabs({
  current,
  counts,
}: {
  current: ViewName;
  counts: AlertCountsQuery['alertCounts'] | undefined;
}) {
  return (
    <nav className="views" aria-label={labels.viewsName}>
      <ul>
        {viewNames.map((view) => (
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
