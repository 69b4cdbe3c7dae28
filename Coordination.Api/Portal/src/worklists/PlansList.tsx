import { useState } from 'react';
import { useQuery } from 'urql';
import { PlansToReviewDocument, type PlanWaitingFragment } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import { type ListProps, most, step, Worklist } from './Worklist';

/** Plans whose review has come, or that know less than a later assessment; next review first. */
export function PlansList({ mine, reassessed }: ListProps) {
  const [shown, setShown] = useState(step);
  const [{ data, error }, again] = useQuery({
    query: PlansToReviewDocument,
    variables: { first: shown, mine, reassessed },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  return (
    <Worklist
      view="plans"
      mine={mine}
      page={data?.planReviewsDue}
      error={error}
      shown={shown}
      onMore={() => setShown(Math.min(most, shown + step))}
      onRetry={refetch}
      part="plan"
      columns={[labels.plan, labels.review, labels.why]}
      cells={(plan) => [
        labels.version(plan.number, plan.statusLabel),
        <Review key="review" plan={plan} />,
        plan.reassessed.map((one) => (
          <p key={one.grid} className={one.girChanged ? 'record-mark' : undefined}>
            {one.girChanged && one.girBefore && one.girNow
              ? labels.gir(one.girBefore, one.girNow, formatDay(one.on))
              : labels.seen(one.gridTitle, formatDay(one.on))}
          </p>
        )),
      ]}
    />
  );
}

function Review({ plan }: { plan: PlanWaitingFragment }) {
  return (
    <>
      {labels.reviewOn(formatDay(plan.reviewOn))}{' '}
      {plan.reviewDue && <span className="record-mark">{labels.overdue}</span>}
    </>
  );
}
