import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type ArrangementLineFragment, WithdrawArrangementDocument } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { careLabels } from '../ui/care.labels.fr';
import { ReasonDialog } from '../ui/ReasonDialog';
import { labels } from './preparation.labels.fr';
import { providerName } from './provider';

interface Props {
  dischargeId: string;
  arrangement: ArrangementLineFragment;
  onClose(): void;
}

/** A confirmation no longer stands, and why. */
export function WithdrawDialog({ dischargeId, arrangement, onClose }: Props) {
  const [error, setError] = useState<string>();
  const command = useCommand(WithdrawArrangementDocument, (data) => data.withdrawArrangement.errors);
  const announce = useAnnounce();
  const send = async (reason: string) => {
    const outcome = await command.send({ dischargeId, need: arrangement.need, reason });
    if (!outcome) return;
    if (outcome.kind !== 'done') return setError(textOf(outcome));
    announce(labels.withdrawn);
    onClose();
  };
  return (
    <ReasonDialog
      title={labels.withdrawTitle}
      what={labels.withdrawWhat(careLabels.needs[arrangement.need], providerName(arrangement.provider))}
      reasonLabel={labels.withdrawReason}
      missing={labels.withdrawReasonMissing}
      send={labels.withdrawSend}
      busy={command.busy}
      error={error}
      onClose={onClose}
      onConfirm={(reason) => void send(reason)}
    />
  );
}
