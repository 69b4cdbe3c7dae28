import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  type ArrangementLineFragment,
  type CareNeed,
  ConfirmArrangementDocument,
  MeDocument,
  type PreparationFragment,
  TerritorySettingsDocument,
} from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { careLabels } from '../ui/care.labels.fr';
import { homeAt, stillFits } from './firstVisit';
import { labels } from './preparation.labels.fr';
import { WithdrawDialog } from './WithdrawDialog';

const ConfirmDialog = lazy(() => import('./ConfirmDialog'));
const NeedsDialog = lazy(() => import('./NeedsDialog'));

type Open =
  | { kind: 'confirm'; need: CareNeed }
  | { kind: 'withdraw'; arrangement: ArrangementLineFragment }
  | { kind: 'assess' };

export interface Preparation {
  /** Whether the reader may prepare a return home; else nothing is offered. */
  allowed: boolean;
  busy: boolean;
  /** Why the last action without a dialog was not done. */
  failed: string | undefined;
  confirm(need: CareNeed): void;
  /** Confirms again what was promised for another date; asks for the first visit when the promised one no longer fits. */
  reconfirm(arrangement: ArrangementLineFragment): void;
  withdraw(arrangement: ArrangementLineFragment): void;
  assess(): void;
  /** The dialog that is open, to be drawn somewhere. */
  dialog: ReactNode;
}

/** What a coordinator does about the return home of one discharge, the same wherever it is offered. */
export function usePreparation(discharge: PreparationFragment | undefined): Preparation {
  const [open, setOpen] = useState<Open>();
  const [failed, setFailed] = useState<string>();
  const [{ data: who }] = useQuery({ query: MeDocument });
  const allowed = who?.me.permissions.includes('PREPARE_RETURN') ?? false;
  const [{ data: settings }] = useQuery({ query: TerritorySettingsDocument, pause: !allowed });
  const again = useCommand(ConfirmArrangementDocument, (data) => data.confirmArrangement.errors);
  const announce = useAnnounce();

  const reconfirm = async (arrangement: ArrangementLineFragment) => {
    if (!discharge) return;
    setFailed(undefined);
    const limit = settings?.territorySettings.firstVisitWithinHours ?? 0;
    if (!stillFits(arrangement, homeAt(discharge), limit)) return setOpen({ kind: 'confirm', need: arrangement.need });
    const { need, channel, confirmedBy, firstVisitAt, provider } = arrangement;
    const input = { dischargeId: discharge.id, need, provider: provider.number, confirmedBy, channel, firstVisitAt };
    const outcome = await again.send(input);
    if (outcome?.kind === 'done') announce(labels.confirmed(careLabels.needs[need]));
    else if (outcome) setFailed(textOf(outcome));
  };
  const close = () => setOpen(undefined);
  return {
    allowed,
    busy: again.busy,
    failed,
    confirm: (need) => setOpen({ kind: 'confirm', need }),
    reconfirm: (arrangement) => void reconfirm(arrangement),
    withdraw: (arrangement) => setOpen({ kind: 'withdraw', arrangement }),
    assess: () => setOpen({ kind: 'assess' }),
    dialog: discharge && open && (
      <Suspense fallback={null}>
        {open.kind === 'confirm' && <ConfirmDialog discharge={discharge} need={open.need} onClose={close} />}
        {open.kind === 'withdraw' && (
          <WithdrawDialog dischargeId={discharge.id} arrangement={open.arrangement} onClose={close} />
        )}
        {open.kind === 'assess' && <NeedsDialog discharge={discharge} onClose={close} />}
      </Suspense>
    ),
  };
}
