import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { AnswerTaskDocument, ReopenTaskDocument, TaskHistoryDocument, type TaskLineFragment } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatMoment, personLine, personName } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';
import { TaskFacts } from './TaskList';

export type TaskAction = 'complete' | 'postpone' | 'handOver' | 'await' | 'cancel';

interface Props {
  task: TaskLineFragment;
  manages: boolean;
  onAction(action: TaskAction): void;
  onClose(): void;
}

/** One task with everything that may be done with it, and what was done. */
export function TaskDetail({ task, manages, onAction, onClose }: Props) {
  const [{ data }] = useQuery({
    query: TaskHistoryDocument,
    variables: { id: task.id },
    requestPolicy: 'network-only',
  });
  const announce = useAnnounce();
  const reopen = useCommand(ReopenTaskDocument, (result) => result.reopenTask.errors);
  const answer = useCommand(AnswerTaskDocument, (result) => result.answerTask.errors);
  const run = async (command: typeof reopen, said: string) => {
    const outcome = await command.send({ id: task.id, expectedVersion: task.version });
    if (!outcome) return;
    announce(textOf(outcome) ?? said);
    onClose();
  };
  return (
    <ModalDialog title={task.title} open onClose={onClose}>
      {task.person && (
        <p>
          <strong>{personName(task.person)}</strong>, {personLine(task.person)}
          {task.recordId && (
            <>
              <br />
              <Link to={`/personnes/${encodeURIComponent(task.recordId)}/suivi`}>{labels.record}</Link>
            </>
          )}
        </p>
      )}
      <p>
        <TaskFacts task={task} />
      </p>
      {task.note && <p>{task.note}</p>}
      {manages && (
        <div className="record-actions">
          {task.status === 'OPEN' ? (
            <>
              <Button kind="primary" onPress={() => onAction('complete')}>
                {labels.done}
              </Button>
              <Button onPress={() => onAction('postpone')}>{labels.postpone}</Button>
              <Button onPress={() => onAction('handOver')}>{labels.handOver}</Button>
              {task.awaiting ? (
                <Button onPress={() => void run(answer, labels.answeredNow)}>{labels.answer}</Button>
              ) : (
                <Button onPress={() => onAction('await')}>{labels.await}</Button>
              )}
              <Button onPress={() => onAction('cancel')}>{labels.cancelTask}</Button>
            </>
          ) : (
            <Button onPress={() => void run(reopen, labels.reopenedNow)}>{labels.reopen}</Button>
          )}
        </div>
      )}
      <h3>{labels.history}</h3>
      {data?.task ? (
        <ul>
          {data.task.history.map((fact) => (
            <li key={fact.eventId}>
              {fact.label} – {fact.author}, {formatMoment(fact.occurredAt)}
            </li>
          ))}
        </ul>
      ) : (
        <Loading lines={2} />
      )}
    </ModalDialog>
  );
}
