import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { AlertCountsDocument, RequestCountsDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { labels } from './labels.fr';

const afterMs = 150;
const changes = { alerts: 'ALERT_CHANGED', requests: 'REQUEST_CHANGED' } as const;

/** How many wait for somebody, live; nothing is shown when none does. */
export function WaitingCount({ of }: { of: keyof typeof changes }) {
  const [alerts, recountAlerts] = useQuery({ query: AlertCountsDocument, pause: of !== 'alerts' });
  const [requests, recountRequests] = useQuery({ query: RequestCountsDocument, pause: of !== 'requests' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const recount = () => {
    clearTimeout(timer.current);
    const again = of === 'alerts' ? recountAlerts : recountRequests;
    timer.current = setTimeout(() => again({ requestPolicy: 'network-only' }), afterMs);
  };
  useFeed({ item: (item) => item.type === changes[of] && recount(), resync: recount });
  useEffect(() => () => clearTimeout(timer.current), []);
  const waiting = of === 'alerts' ? alerts.data?.alertCounts.toTreat : requests.data?.requestCounts.toTreat;
  if (!waiting) return null;
  return (
    <span className="count nav-count">
      <span aria-hidden="true">{waiting}</span>
      <span className="visually-hidden">{labels.waiting(waiting)}</span>
    </span>
  );
}
