import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { WithdrawAnnouncementDocument } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { ReasonDialog } from '../ui/ReasonDialog';
import { labels } from './labels.fr';

/** Takes an announcement back, with a reason that everybody can read. */
export function WithdrawButton({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const announce = useAnnounce();
  const { send, busy } = useCommand(WithdrawAnnouncementDocument, (data) => data.withdrawAnnouncement.errors);
  const confirm = async (reason: string) => {
    const outcome = await send({ id, reason });
    if (!outcome) return;
    setProblem(textOf(outcome));
    if (outcome.kind !== 'done') return;
    setOpen(false);
    announce(labels.withdrawnNow);
  };
  return (
    <>
      <Button
        onPress={() => {
          setProblem(undefined);
          setOpen(true);
        }}
      >
        {labels.withdraw}
      </Button>
      {open && (
        <ReasonDialog
          title={labels.withdrawTitle}
          what={labels.withdrawWhat}
          reasonLabel={labels.withdrawReason}
          missing={labels.withdrawMissing}
          send={labels.withdraw}
          busy={busy}
          error={problem}
          onClose={() => setOpen(false)}
          onConfirm={(reason) => void confirm(reason)}
        />
      )}
    </>
  );
}
