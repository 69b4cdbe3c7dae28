import { useState } from 'react';
import { useQuery } from 'urql';
import { StepsDueDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { labels as pathway } from '../pathway/labels.fr';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';
import { type ListProps, most, step, Worklist } from './Worklist';

/** Pathways with a step to be done by today, the longest due first. */
export function StepsList({ mine }: ListProps) {
  const [shown, setShown] = useState(step);
  const [{ data, error }, again] = useQuery({
    query: StepsDueDocument,
    variables: { first: shown, mine },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  return (
    <Worklist
      view="steps"
      mine={mine}
      page={data?.pathwayStepsDue}
      error={error}
      shown={shown}
      onMore={() => setShown(Math.min(most, shown + step))}
      onRetry={refetch}
      part="parcours"
      columns={[labels.pathway, labels.due]}
      cells={(one) => [
        one.title,
        one.steps
          .filter((due) => due.status === 'DUE')
          .map((due) => (
            <p key={due.code}>
              {labels.step(due.title, formatDay(due.dueOn))}
              <br />
              <span className="muted">
                {pathway.roles[due.role]}, {due.owner?.displayName ?? labels.nobody}
              </span>
            </p>
          )),
      ]}
    />
  );
}
