import { type KeyboardEvent, useRef, useState } from 'react';
import type { TaskLineFragment } from '../gql/graphql';
import { today } from '../records/days';
import { Button } from '../ui/Button';
import { formatDay, formatMoment, personName } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { keyAction } from './keys';
import { labels } from './labels.fr';
import type { Shown } from './lingering';
import { type TaskAction, TaskDetail } from './TaskDetail';
import { AwaitTaskDialog, CancelTaskDialog, CompleteTaskDialog, HandOverDialog, PostponeDialog } from './TaskDialogs';
import './tasks.css';

/** When a task is due, who does it, what it waits for; what came of it. */
export function TaskFacts({ task }: { task: TaskLineFragment }) {
  if (task.status !== 'OPEN')
    return labels.closedBy(
      task.outcome ? labels.outcomes[task.outcome] : task.cancellation ? labels.cancellations[task.cancellation] : '',
      task.closedBy ?? '',
      task.closedAt ? formatMoment(task.closedAt) : '',
    );
  const late = task.dueAt !== null && new Date(task.dueAt) < new Date();
  const reminded = task.remindOn !== null && task.remindOn <= today();
  return (
    <>
      {labels.kinds[task.kind]}, {task.dueAt ? labels.dueOn(formatMoment(task.dueAt)) : labels.noDue}
      {late && <strong className="task-late"> {labels.late}</strong>}
      {reminded && <strong className="task-remind"> {labels.remind}</strong>}
      {task.awaiting && <>, {labels.awaitedFrom(task.awaiting.name, formatDay(task.awaiting.until))}</>}
      {task.postponed > 0 && <>, {labels.postponed(task.postponed)}</>}
    </>
  );
}

interface Props {
  tasks: readonly Shown<TaskLineFragment>[];
  /** Without it tasks are only read. */
  manages: boolean;
  singleKeys: boolean;
  /** In a record the person is known already. */
  ofPerson?: boolean;
  chosen?: ReadonlySet<string>;
  onChoose?(id: string, chosen: boolean): void;
}
interface Open {
  task: TaskLineFragment;
  what: TaskAction | 'detail';
}

/** Tasks one under the other. The keyboard moves over their titles; letters act on the one that has the focus. */
export function TaskList({ tasks, manages, singleKeys, ofPerson = false, chosen, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const titles = [...(list.current?.querySelectorAll<HTMLElement>('.task-title') ?? [])];
    const at = titles.findIndex((title) => title === document.activeElement);
    const action = keyAction(event.key, { at, count: titles.length, singleKeys, manages });
    if (!action) return;
    if (typeof action === 'number') titles[action]?.focus();
    else {
      const shown = tasks[at];
      if (!shown || shown.gone || shown.row.status !== 'OPEN') return;
      setOpen({ task: shown.row, what: action });
    }
    event.preventDefault();
  };
  return (
    <>
      <ul ref={list} className="tasks" aria-label={labels.list} onKeyDown={onKey}>
        {tasks.map(({ row, gone }) => (
          <li key={row.id} className={gone ? 'task task-gone' : 'task'}>
            {onChoose && !gone && row.status === 'OPEN' && (
              <input
                type="checkbox"
                aria-label={labels.select(row.title)}
                checked={chosen?.has(row.id) ?? false}
                onChange={(event) => onChoose(row.id, event.target.checked)}
              />
            )}
            <div>
              <button type="button" className="task-title" onClick={() => setOpen({ task: row, what: 'detail' })}>
                {row.title}
              </button>
              {gone && <span className="visually-hidden"> ({labels.doneElsewhere})</span>}
              <p className="muted">
                {!ofPerson && row.person && <strong>{personName(row.person)} · </strong>}
                <TaskFacts task={row} />
                {!row.mine && row.status === 'OPEN' && <> · {row.owner.displayName}</>}
              </p>
            </div>
            {manages && !gone && row.status === 'OPEN' && (
              <Button
                kind="quiet"
                label={`${labels.done} : ${row.title}`}
                onPress={() => setOpen({ task: row, what: 'complete' })}
              >
                <Icon name="check" /> {labels.done}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'detail' && (
        <TaskDetail
          task={open.task}
          manages={manages}
          onClose={close}
          onAction={(what) => setOpen({ task: open.task, what })}
        />
      )}
      {open?.what === 'complete' && <CompleteTaskDialog task={open.task} onClose={close} />}
      {open?.what === 'postpone' && <PostponeDialog tasks={[open.task]} onClose={close} />}
      {open?.what === 'handOver' && <HandOverDialog tasks={[open.task]} onClose={close} />}
      {open?.what === 'await' && <AwaitTaskDialog task={open.task} onClose={close} />}
      {open?.what === 'cancel' && <CancelTaskDialog task={open.task} onClose={close} />}
    </>
  );
}
