import { useState } from 'react';
import { useQuery } from 'urql';
import { useSingleKeys } from '../app/preferences';
import { ContactDialog } from '../contacts/ContactDialog';
import { ContactList } from '../contacts/ContactList';
import { labels as contacts } from '../contacts/labels.fr';
import { MeDocument, RecordFollowUpDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import type { PartProps } from '../records/parts';
import { Button } from '../ui/Button';
import { Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';
import { CreateTaskDialog } from './TaskDialogs';
import { TaskList } from './TaskList';
import { useLingering } from './useLingering';

const step = 20;

/** What is to be done for the person and every contact about her; a call is recorded from here in one window. */
export default function FollowUpTab({ id, permissions }: PartProps) {
  const [shown, setShown] = useState(step);
  const [dialog, setDialog] = useState<'call' | 'task'>();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const [{ data, error }, again] = useQuery({
    query: RecordFollowUpDocument,
    variables: { id, first: shown },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  const record = data?.careRecord;
  useFeed({
    item: (item) =>
      (item.type === 'TASK_CHANGED' || (item.type === 'RECORD_CHANGED' && item.nodeId === record?.id)) && refetch(),
    resync: refetch,
  });
  const open = useLingering(id, record?.tasks?.nodes);
  if (!record) return error ? <Problem retry={refetch} /> : <Loading />;
  const manages = permissions.includes('MANAGE_WORK');
  const closed = record.closedTasks?.nodes ?? [];
  return (
    <>
      {manages && (
        <div className="record-actions follow-up">
          <Button kind="primary" onPress={() => setDialog('call')}>
            {contacts.record}
          </Button>
          <Button onPress={() => setDialog('task')}>{labels.create}</Button>
        </div>
      )}
      <section className="record-part" aria-labelledby="record-tasks">
        <h2 id="record-tasks">{labels.ofPerson}</h2>
        {open.length === 0 ? (
          <p>{labels.noneOfPerson}</p>
        ) : (
          <TaskList tasks={open} manages={manages} singleKeys={singleKeys} ofPerson />
        )}
        {closed.length > 0 && (
          <details>
            <summary>{labels.closedOfPerson}</summary>
            <TaskList
              tasks={closed.map((row) => ({ row, gone: false }))}
              manages={manages}
              singleKeys={singleKeys}
              ofPerson
            />
          </details>
        )}
      </section>
      <ContactList
        recordId={record.id}
        contacts={record.contacts?.nodes ?? []}
        manages={manages}
        more={record.contacts?.pageInfo.hasNextPage && shown < 200 ? () => setShown(shown + step) : undefined}
      />
      {dialog === 'call' && <ContactDialog recordId={record.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'task' && <CreateTaskDialog recordId={record.id} onClose={() => setDialog(undefined)} />}
    </>
  );
}
