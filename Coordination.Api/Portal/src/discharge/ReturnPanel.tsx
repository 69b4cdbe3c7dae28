import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type PreparationFragment, TakeDischargeDocument } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ArrangementTable, standingOf } from './ArrangementTable';
import { needToConfirm } from './confirmation';
import { Milestones, stepsOf } from './Milestones';
import { labels } from './preparation.labels.fr';
import type { Preparation } from './usePreparation';

/** The return home: how far it is prepared, by whom, and what remains; without tools it is only read. */
export function ReturnPanel({ discharge, tools }: { discharge: PreparationFragment; tools: Preparation | undefined }) {
  const [refused, setRefused] = useState<string>();
  const command = useCommand(TakeDischargeDocument, (data) => data.takeDischarge.errors);
  const announce = useAnnounce();
  const take = async () => {
    const outcome = await command.send({ dischargeId: discharge.id });
    setRefused(outcome && textOf(outcome));
    if (outcome?.kind === 'done') announce(labels.taken);
  };
  const failed = refused ?? tools?.failed;
  // A promise for another date, or too late, is not what the person needs.
  const allStand =
    discharge.covered &&
    discharge.arrangements.length > 0 &&
    discharge.arrangements.every((arrangement) => standingOf(arrangement) === 'confirmed');
  return (
    <section className="panel return-panel">
      <Milestones steps={stepsOf(discharge.receipt, discharge)} />
      <h2>{labels.arrangements}</h2>
      {failed && (
        <p className="notice notice-error" role="alert">
          {failed}
        </p>
      )}
      <ArrangementTable discharge={discharge} tools={tools} />
      {allStand && (
        <p className="covered">
          <Icon name="check" /> {labels.allCovered}
        </p>
      )}
      {tools && (
        <p className="panel-actions">
          {!discharge.receipt.takenAt && (
            <Button kind="primary" disabled={command.busy} onPress={() => void take()}>
              {labels.take}
            </Button>
          )}
          <Button onPress={() => tools.confirm(needToConfirm(undefined, discharge))}>{labels.confirm}</Button>
          <Button onPress={tools.assess}>{discharge.needs ? labels.assessAgain : labels.assess}</Button>
        </p>
      )}
    </section>
  );
}
