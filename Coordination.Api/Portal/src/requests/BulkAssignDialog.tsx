import { useState } from 'react';
import { useMutation } from 'urql';
import { AssignRequestDocument, type RequestLineFragment } from '../gql/graphql';
import { CoordinatorField } from '../synthesis/CoordinatorField';
import { Button } from '../ui/Button';
import { labels as common } from '../ui/labels.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';
import { whoText } from './RequestCells';

interface Props {
  requests: readonly RequestLineFragment[];
  onClose(): void;
  onDone(): void;
}

/** Gives several requests to one colleague: shown first, then done one after the other; those that could not be are named. */
export function BulkAssignDialog({ requests: chosen, onClose, onDone }: Props) {
  // Those that were chosen when it opened: what is done with them meanwhile leaves the choice.
  const [requests] = useState(chosen);
  const [, assign] = useMutation(AssignRequestDocument);
  const [professional, setProfessional] = useState('');
  const [missing, setMissing] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [failed, setFailed] = useState<readonly { who: string; why: string }[]>();
  const run = async () => {
    if (!professional) return setMissing(true);
    const refused: { who: string; why: string }[] = [];
    for (const [index, request] of requests.entries()) {
      setProgress(index);
      const { data, error } = await assign({
        input: { id: request.id, professional, expectedVersion: request.version, commandId: crypto.randomUUID() },
      });
      const why = error || !data ? common.network : data.assignRequest.errors?.[0]?.message;
      if (why) refused.push({ who: whoText(request), why });
    }
    setProgress(requests.length);
    setFailed(refused);
    onDone();
  };
  const done = failed !== undefined;
  return (
    <ModalDialog title={labels.bulkTitle(requests.length)} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (done) onClose();
          else if (progress === undefined) void run();
        }}
      >
        {missing && !professional && (
          <p className="notice notice-error" role="alert">
            {labels.missing.coordinator}
          </p>
        )}
        {!done && (
          <>
            <CoordinatorField value={professional} without={[]} onChange={setProfessional} />
            <ul className="bulk-preview">
              {requests.map((request) => (
                <li key={request.id}>
                  {whoText(request)}, {labels.reasons[request.reason]}
                </li>
              ))}
            </ul>
          </>
        )}
        {progress !== undefined && (
          <p role="status">
            <progress max={requests.length} value={progress} aria-label={labels.actions.assign} />{' '}
            {labels.bulkProgress(progress, requests.length)}
          </p>
        )}
        {done && (
          <div role="status">
            <p>{labels.bulkDone(requests.length - failed.length)}</p>
            {failed.length > 0 && (
              <>
                <p>{labels.bulkFailed(failed.length)}</p>
                <ul>
                  {failed.map(({ who, why }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes
                    <li key={index}>
                      {who} : {why}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
        <footer className="dialog-foot">
          {!done && <Button onPress={onClose}>{common.cancel}</Button>}
          <Button kind="primary" type="submit" disabled={progress !== undefined && !done}>
            {done ? labels.close : labels.actions.assign}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
