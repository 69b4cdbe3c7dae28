import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  type DismissalReason,
  DismissDuplicateDocument,
  type IdentityTasksQuery,
  MeDocument,
  MergePersonsDocument,
  UnmergePersonsDocument,
} from '../gql/graphql';
import { Button } from '../ui/Button';
import { formatMoment } from '../ui/format.fr';
import { labels as common } from '../ui/labels.fr';
import { ComparisonTable } from './ComparisonTable';
import { dismissals, kinds, labels } from './labels.fr';

type Task = IdentityTasksQuery['identityTasks'][number];
type Answer = { errors?: readonly { message: string }[] | null } | undefined;

/** One pair: compare, then say whether they are one. */
export function TaskPanel({ task, onDone }: { task: Task; onDone(): void }) {
  const [failed, setFailed] = useState<string>();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [{ fetching: merging }, merge] = useMutation(MergePersonsDocument);
  const [{ fetching: parting }, unmerge] = useMutation(UnmergePersonsDocument);
  const [{ fetching: dismissing }, dismiss] = useMutation(DismissDuplicateDocument);
  const announce = useAnnounce();
  const busy = merging || parting || dismissing;
  const decides = who?.me.permissions.includes('VERIFY_IDENTITIES') ?? false;

  const finish = (payload: Answer, said: string) => {
    const refused = payload?.errors?.[0];
    if (!payload || refused) return setFailed(refused?.message ?? common.network);
    announce(said);
    onDone();
  };
  const join = async (survivor: string, merged: string) =>
    finish((await merge({ input: { survivor, merged } })).data?.mergePersons, labels.done.merged);
  const part = async (survivor: string, merged: string) =>
    finish((await unmerge({ input: { survivor, merged } })).data?.unmergePersons, labels.done.unmerged);
  const drop = async (reason: DismissalReason) =>
    finish((await dismiss({ input: { taskId: task.id, reason } })).data?.dismissDuplicate, labels.done.dismissed);

  const [one, other] = task.persons;
  return (
    <>
      <h2>{kinds[task.kind]}</h2>
      <p className="muted">{formatMoment(task.foundAt)}</p>
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      {task.persons.length > 0 && (
        <ComparisonTable
          caption={kinds[task.kind]}
          heads={task.persons.map((person) => `${person.birthName} ${person.givenNames[0] ?? ''}`)}
          persons={task.persons}
        />
      )}
      {task.status === 'OPEN' && !other && <p className="muted">{labels.hidden}</p>}
      {decides && task.status === 'OPEN' && one && other && (
        <>
          <p className="persons-actions">
            <Button kind="primary" disabled={busy} onPress={() => void join(one.id, other.id)}>
              {labels.keepFirst}
            </Button>
            <Button kind="primary" disabled={busy} onPress={() => void join(other.id, one.id)}>
              {labels.keepSecond}
            </Button>
          </p>
          <p className="persons-actions">
            <span>{labels.dismiss}</span>
            {(Object.entries(dismissals) as [DismissalReason, string][]).map(([reason, text]) => (
              <Button key={reason} disabled={busy} onPress={() => void drop(reason)}>
                {text}
              </Button>
            ))}
          </p>
        </>
      )}
      {decides && task.survivor && task.merged && (
        <p className="persons-actions">
          <Button disabled={busy} onPress={() => void part(task.survivor ?? '', task.merged ?? '')}>
            {labels.unmerge}
          </Button>
        </p>
      )}
    </>
  );
}
