import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  AwaitTaskDocument,
  CancelTaskDocument,
  CompleteTaskDocument,
  CoordinatorsDocument,
  CreateTaskDocument,
  HandOverTaskDocument,
  HandOverTasksDocument,
  type PostponeReason,
  PostponeTaskDocument,
  PostponeTasksDocument,
  type TaskCancellation,
  type TaskKind,
  type TaskLineFragment,
  type TaskOutcome,
} from '../gql/graphql';
import { type Outcome, useCommand } from '../graphql/useCommand';
import { today } from '../records/days';
import { FormDialog } from '../records/FormDialog';
import { Line, Select } from '../records/Select';
import { CoordinatorField } from '../synthesis/CoordinatorField';
import { Field } from '../ui/Field';
import { fromParisField } from '../ui/parisTime';
import { labels } from './labels.fr';

interface Props {
  onClose(): void;
}
interface TaskProps extends Props {
  task: TaskLineFragment;
}
interface BatchProps extends Props {
  tasks: readonly TaskLineFragment[];
}

const endOfWork = '17:30';
const dueOf = (day: string, time: string) => fromParisField(`${day}T${time || endOfWork}`)?.toISOString() ?? null;

function TimeField({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <Field label={labels.taskTime}>
      {(control) => <input {...control} type="time" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** A new task: about a person when it is made in her record, else the DAC's own. */
export function CreateTaskDialog({ recordId, onClose }: Props & { recordId?: string }) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<TaskKind>('CALL');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [remindOn, setRemindOn] = useState('');
  const [owner, setOwner] = useState('');
  const [{ data }] = useQuery({ query: CoordinatorsDocument });
  const command = useCommand(CreateTaskDocument, (result) => result.createTask.errors);
  return (
    <FormDialog
      title={labels.create}
      send={labels.createSend}
      done={labels.created}
      onClose={onClose}
      run={() =>
        title.trim()
          ? command.send({
              kind,
              title: title.trim(),
              dueAt: dueOf(day, time),
              remindOn: remindOn || null,
              owner: owner || null,
              recordId: recordId ?? null,
            })
          : labels.titleMissing
      }
    >
      <Line label={labels.taskTitle} value={title} onChange={setTitle} />
      <Select label={labels.kind} value={kind} options={labels.kinds} onChange={setKind} />
      <Line type="date" label={labels.taskDay} value={day} onChange={setDay} />
      <TimeField value={time} onChange={setTime} />
      <Line type="date" label={labels.taskRemind} value={remindOn} onChange={setRemindOn} />
      <Field label={labels.owner}>
        {(control) => (
          <select {...control} value={owner} onChange={(event) => setOwner(event.target.value)}>
            <option value="">{labels.me}</option>
            {data?.coordinators.map((one) => (
              <option key={one.id} value={one.id}>
                {one.displayName}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}

/** What came of a task. */
export function CompleteTaskDialog({ task, onClose }: TaskProps) {
  const [outcome, setOutcome] = useState<TaskOutcome>('ACHIEVED');
  const [note, setNote] = useState('');
  const command = useCommand(CompleteTaskDocument, (data) => data.completeTask.errors);
  return (
    <FormDialog
      title={`${labels.doneTitle} : ${task.title}`}
      send={labels.doneSend}
      done={labels.doneNow}
      onClose={onClose}
      run={() => command.send({ id: task.id, outcome, note: note.trim() || null })}
    >
      <Select label={labels.outcome} value={outcome} options={labels.outcomes} onChange={setOutcome} />
      <Line label={labels.note} value={note} onChange={setNote} />
    </FormDialog>
  );
}

/** Why a task is not to be done any more. */
export function CancelTaskDialog({ task, onClose }: TaskProps) {
  const [reason, setReason] = useState<TaskCancellation>('NOT_NEEDED');
  const command = useCommand(CancelTaskDocument, (data) => data.cancelTask.errors);
  return (
    <FormDialog
      title={`${labels.cancelTitle} : ${task.title}`}
      send={labels.cancelTask}
      done={labels.cancelledNow}
      onClose={onClose}
      run={() => command.send({ id: task.id, reason, expectedVersion: task.version })}
    >
      <Select label={labels.reason} value={reason} options={labels.cancellations} onChange={setReason} />
    </FormDialog>
  );
}

/** Whose answer is awaited, and until when. */
export function AwaitTaskDialog({ task, onClose }: TaskProps) {
  const [named, setNamed] = useState('');
  const [until, setUntil] = useState('');
  const command = useCommand(AwaitTaskDocument, (data) => data.awaitTask.errors);
  return (
    <FormDialog
      title={labels.awaitTitle}
      send={labels.await}
      done={labels.awaitedNow}
      onClose={onClose}
      run={() =>
        named.trim() && until
          ? command.send({ id: task.id, named: named.trim(), until, expectedVersion: task.version })
          : labels.awaitMissing
      }
    >
      <p className="muted">{labels.awaitHow}</p>
      <Line label={labels.awaitNamed} value={named} onChange={setNamed} />
      <Line type="date" label={labels.awaitUntil} value={until} onChange={setUntil} />
    </FormDialog>
  );
}

type Lines = readonly { done: boolean; message?: string | null | undefined }[] | undefined;

// Lines that were not done are told in words; the others are done.
function outcomeOf(lines: Lines, refused: string | undefined): Outcome {
  const failed = lines?.filter((line) => !line.done) ?? [];
  if (!lines && refused === undefined) return { kind: 'lost' };
  if (!lines || failed.length > 0)
    return {
      kind: 'refused',
      error: { code: 'BATCH', message: refused ?? labels.batchFailed(failed.length, failed[0]?.message ?? '') },
    };
  return { kind: 'done' };
}

/** Put one or several tasks off, to tomorrow unless another day is chosen. */
export function PostponeDialog({ tasks, onClose }: BatchProps) {
  const [day, setDay] = useState(today(new Date(Date.now() + 86_400_000)));
  const [time, setTime] = useState('');
  const [reason, setReason] = useState<PostponeReason>('NO_ANSWER');
  const one = useCommand(PostponeTaskDocument, (data) => data.postponeTask.errors);
  const [, several] = useMutation(PostponeTasksDocument);
  const [first] = tasks;
  const run = async (dueAt: string): Promise<Outcome | undefined> => {
    if (tasks.length === 1 && first) return one.send({ id: first.id, dueAt, reason, expectedVersion: first.version });
    const { data } = await several({ input: { ids: tasks.map((task) => task.id), dueAt, reason } });
    return outcomeOf(data?.postponeTasks.batch?.lines, data?.postponeTasks.errors?.[0]?.message);
  };
  return (
    <FormDialog
      title={tasks.length === 1 ? `${labels.postponeTitle} : ${first?.title}` : labels.selected(tasks.length)}
      send={labels.postpone}
      done={labels.postponedNow}
      onClose={onClose}
      run={() => {
        const dueAt = dueOf(day, time);
        return dueAt ? run(dueAt) : labels.dayMissing;
      }}
    >
      <Line type="date" label={labels.taskDay} value={day} onChange={setDay} />
      <TimeField value={time} onChange={setTime} />
      <Select label={labels.reason} value={reason} options={labels.postponements} onChange={setReason} />
    </FormDialog>
  );
}

/** Give one or several tasks to another coordinator. */
export function HandOverDialog({ tasks, onClose }: BatchProps) {
  const [professional, setProfessional] = useState('');
  const one = useCommand(HandOverTaskDocument, (data) => data.handOverTask.errors);
  const [, several] = useMutation(HandOverTasksDocument);
  const [first] = tasks;
  const run = async (): Promise<Outcome | undefined> => {
    if (tasks.length === 1 && first) return one.send({ id: first.id, professional, expectedVersion: first.version });
    const { data } = await several({ input: { ids: tasks.map((task) => task.id), professional } });
    return outcomeOf(data?.handOverTasks.batch?.lines, data?.handOverTasks.errors?.[0]?.message);
  };
  return (
    <FormDialog
      title={labels.handOverTitle}
      send={labels.handOver}
      done={labels.handedOver}
      onClose={onClose}
      run={() => (professional ? run() : labels.ownerMissing)}
    >
      <CoordinatorField
        value={professional}
        without={tasks.length === 1 ? [first?.owner.id] : []}
        onChange={setProfessional}
      />
    </FormDialog>
  );
}
