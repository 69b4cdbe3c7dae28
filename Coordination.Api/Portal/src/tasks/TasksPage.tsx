import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSingleKeys } from '../app/preferences';
import { MeDocument, type TaskDue, type TaskKind, type TaskListView, TaskPageDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { CreateTaskDialog, HandOverDialog, PostponeDialog } from './TaskDialogs';
import { TaskList } from './TaskList';
import { useLingering } from './useLingering';

const step = 50;
const most = 200;
const views = Object.keys(labels.views) as TaskListView[];
const isView = (text: string | null): text is TaskListView => views.some((view) => view === text);

/** What there is to do: mine, the team's, what somebody else owes an answer to, what was done. */
export default function TasksPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const asked = params.get('vue');
  const view = isView(asked) ? asked : 'MINE';
  const [due, setDue] = useState<TaskDue | ''>('');
  const [kind, setKind] = useState<TaskKind | ''>('');
  const [shown, setShown] = useState(step);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'create' | 'postpone' | 'handOver'>();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const manages = who?.me.permissions.includes('MANAGE_WORK') ?? false;
  const [{ data, error, fetching }, again] = useQuery({
    query: TaskPageDocument,
    variables: { view, first: shown, where: { due: due ? [due] : null, kind: kind ? [kind] : null } },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'TASK_CHANGED' && refetch(), resync: refetch });
  const list = `${view} ${due} ${kind}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts with nothing chosen
  useEffect(() => setChosen(new Set()), [list]);
  const rows = useLingering(list, fetching && !data ? undefined : data?.tasks.nodes);
  if (error && !data) return <Problem heading={labels.title} retry={refetch} />;
  const counts = data?.taskCounts;
  const counted = { MINE: counts?.mine, TEAM: counts?.team, AWAITED: counts?.awaited, DONE: counts?.doneToday };
  const selected = rows.filter(({ row, gone }) => !gone && chosen.has(row.id)).map(({ row }) => row);
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      <nav className="views" aria-label={labels.viewsName}>
        <ul>
          {views.map((one) => (
            <li key={one}>
              <Link to={`?vue=${one}`} {...(one === view ? { 'aria-current': 'page' as const } : {})}>
                {labels.views[one]} {counted[one] !== undefined && <span className="count">{counted[one]}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="task-bar">
        {view !== 'DONE' && (
          <Field label={labels.due}>
            {(control) => (
              <select {...control} value={due} onChange={(event) => setDue(event.target.value as TaskDue | '')}>
                <option value="">{labels.anyDue}</option>
                {(Object.keys(labels.dues) as TaskDue[]).map((key) => (
                  <option key={key} value={key}>
                    {labels.dues[key]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={labels.kind}>
          {(control) => (
            <select {...control} value={kind} onChange={(event) => setKind(event.target.value as TaskKind | '')}>
              <option value="">{labels.anyKind}</option>
              {(Object.keys(labels.kinds) as TaskKind[]).map((key) => (
                <option key={key} value={key}>
                  {labels.kinds[key]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {manages && (
          <Button kind="primary" onPress={() => setDialog('create')}>
            {labels.create}
          </Button>
        )}
        {selected.length > 0 && (
          <>
            <span role="status">{labels.selected(selected.length)}</span>
            <Button onPress={() => setDialog('postpone')}>{labels.postpone}</Button>
            <Button onPress={() => setDialog('handOver')}>{labels.handOver}</Button>
          </>
        )}
      </div>
      {!data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty icon="check" text={labels.empty[view]} />
      ) : (
        <>
          {singleKeys && manages && <p className="muted">{labels.keysHint}</p>}
          <TaskList
            tasks={rows}
            manages={manages}
            singleKeys={singleKeys}
            {...(manages
              ? {
                  chosen,
                  onChoose: (id: string, on: boolean) =>
                    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id))),
                }
              : {})}
          />
        </>
      )}
      {data?.tasks.pageInfo.hasNextPage && shown < most && (
        <Button onPress={() => setShown(Math.min(most, shown + step))}>{labels.more}</Button>
      )}
      {dialog === 'create' && <CreateTaskDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'postpone' && <PostponeDialog tasks={selected} onClose={() => setDialog(undefined)} />}
      {dialog === 'handOver' && <HandOverDialog tasks={selected} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
