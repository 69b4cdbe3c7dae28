import { useCallback, useState } from 'react';
import { useMutation } from 'urql';
import { useAnnounce } from '../app/Announcer';
import { AcknowledgeAlertDocument, TakeAlertDocument } from '../gql/graphql';
import type { Refusal } from '../ui/RefusalDialog';
import { type AlertCommand, lostOnTheWay, refusalOf } from './alertCommands';
import { labels } from './labels.fr';

/** Sends decisions; a refused or lost one is kept so that it can be explained or sent again as it was. */
export function useAlertCommands(onDone: (alertId: string) => void) {
  const [, take] = useMutation(TakeAlertDocument);
  const [, acknowledge] = useMutation(AcknowledgeAlertDocument);
  const [failed, setFailed] = useState<{ command: AlertCommand; refusal: Refusal }>();
  const [busy, setBusy] = useState(false);
  const announce = useAnnounce();

  const send = useCallback(
    async (command: AlertCommand) => {
      const input = { id: command.alertId, commandId: command.commandId, expectedVersion: command.expectedVersion };
      setBusy(true);
      setFailed(undefined);
      const errors = async () => {
        if (command.kind === 'take') {
          const { data, error } = await take({ input });
          return { lost: error, errors: data?.takeAlert.errors };
        }
        const { data, error } = await acknowledge({ input: { ...input, reason: command.reason ?? '' } });
        return { lost: error, errors: data?.acknowledgeAlert.errors };
      };
      const result = await errors();
      setBusy(false);
      const refused = result.errors?.[0];
      if (result.lost) setFailed({ command, refusal: lostOnTheWay });
      else if (refused) setFailed({ command, refusal: refusalOf(refused) });
      else announce(command.kind === 'take' ? labels.taken : labels.closedNow);
      onDone(command.alertId);
    },
    [take, acknowledge, announce, onDone],
  );
  return { send, busy, failed, dismiss: () => setFailed(undefined) };
}
