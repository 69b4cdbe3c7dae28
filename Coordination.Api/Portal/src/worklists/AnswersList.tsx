import { useState } from 'react';
import { useQuery } from 'urql';
import { PlansAwaitedDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import { type ListProps, most, step, Worklist } from './Worklist';

/** Plans that wait for somebody's answer or for the person's agreement, the longest waiting first. */
export function AnswersList({ mine }: ListProps) {
  const [shown, setShown] = useState(step);
  const [{ data, error }, again] = useQuery({
    query: PlansAwaitedDocument,
    variables: { first: shown, mine },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  return (
    <Worklist
      view="answers"
      mine={mine}
      page={data?.planAnswersAwaited}
      error={error}
      shown={shown}
      onMore={() => setShown(Math.min(most, shown + step))}
      onRetry={refetch}
      part="plan"
      columns={[labels.plan, labels.awaited, labels.since]}
      cells={(plan) => [
        labels.version(plan.number, plan.statusLabel),
        [
          ...(plan.agreementAwaited ? [labels.agreement] : []),
          ...(plan.answersAwaited > 0 ? [labels.answers(plan.answersAwaited)] : []),
        ].join(', '),
        plan.awaitedSince ? formatDay(plan.awaitedSince) : '–',
      ]}
    />
  );
}
