import { useState } from 'react';
import { useQuery } from 'urql';
import { type IdentityTaskStatus, IdentityTasksDocument } from '../gql/graphql';
import { Button } from '../ui/Button';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { TaskPanel } from './TaskPanel';
import './persons.css';

const views: [IdentityTaskStatus, string, string][] = [
  ['OPEN', labels.waiting, labels.tasksEmpty],
  ['MERGED', labels.merged, labels.mergedEmpty],
];

/** The queue of the identity cell: pairs that may be one person, and merges that can be undone. */
export default function IdentitiesPage() {
  usePageTitle(labels.tasksTitle);
  const [status, setStatus] = useState<IdentityTaskStatus>('OPEN');
  const [{ data, error, fetching }, again] = useQuery({
    query: IdentityTasksDocument,
    variables: { status },
    requestPolicy: 'network-only',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <Problem heading={labels.tasksTitle} retry={reload} />;
  const tasks = data?.identityTasks.filter((task) => task.status === status);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.tasksTitle}</h1>
        <p className="muted">{labels.tasksWhat}</p>
      </header>
      <div className="persons-actions">
        {views.map(([key, label]) => (
          <Button key={key} kind={key === status ? 'primary' : 'plain'} onPress={() => setStatus(key)}>
            {label}
          </Button>
        ))}
      </div>
      {fetching && !tasks && <Loading />}
      {tasks?.length === 0 && <Empty icon="check" text={views.find(([key]) => key === status)?.[2] ?? ''} />}
      <ul className="persons-tasks">
        {tasks?.map((task) => (
          <li key={task.id} className="panel">
            <TaskPanel task={task} onDone={reload} />
          </li>
        ))}
      </ul>
    </div>
  );
}
