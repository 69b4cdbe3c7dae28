import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { IndicatorDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import './analysis.css';
import { isPeriod, periodNames, periodOf } from './figures';
import { IndicatorCard } from './IndicatorCard';
import { labels } from './labels.fr';

/** Projections follow the log by about a second: reading again sooner would show the figures of before. */
const settleMs = 1500;
const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
const codes = ['33', '35', '62'] as const;
const byCode = { '33': 'WEEKDAY', '35': 'WEEKDAY', '62': 'RULE' } as const;

/** The figures of a territory, or of a CPTS; who follows the feed sees them move. */
export default function AnalysisPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const asked = params.get('period');
  const name = isPeriod(asked) ? asked : 'recent';
  const period = periodOf(name, paris.format(new Date()));
  const announced = useIndicator('33', period);
  const unprepared = useIndicator('35', period);
  const alerts = useIndicator('62', period);
  const all = [announced, unprepared, alerts];
  const again = () => {
    for (const [, read] of all) read({ requestPolicy: 'network-only' });
  };
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  useFeed({
    item: () => {
      // Not begun anew by each change: a busy feed must not put the reading off for ever.
      later.current ??= setTimeout(() => {
        later.current = undefined;
        again();
      }, settleMs);
    },
    resync: again,
  });
  if (all.some(([{ data, error }]) => error && !data)) return <Problem heading={labels.title} retry={again} />;
  const limit = announced[0].data?.indicator.smallCellLimit;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.title}</h1>
        <p className="muted">
          {labels.what} {limit != null && labels.maskedRule(limit)}
        </p>
        <nav className="views" aria-label={labels.period}>
          <ul>
            {periodNames.map((known) => (
              <li key={known}>
                <Link to={`?period=${known}`} aria-current={known === name ? 'page' : undefined}>
                  {labels.periods[known]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Button onPress={() => window.print()}>{labels.print}</Button>
      </header>
      <div className="indicators">
        {codes.map((code, i) => {
          const data = all[i]?.[0].data;
          return data ? (
            <IndicatorCard key={code} code={code} indicator={data.indicator} />
          ) : (
            <Loading key={code} lines={3} />
          );
        })}
      </div>
    </div>
  );
}

function useIndicator(code: (typeof codes)[number], period: string) {
  return useQuery({
    query: IndicatorDocument,
    variables: { code, period, breakdown: byCode[code] },
    requestPolicy: 'cache-and-network',
  });
}
