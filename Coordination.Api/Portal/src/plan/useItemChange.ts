import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { ChangePlanItemDocument, type ChangePlanItemInput } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import type { Conflict } from './ConflictDialog';
import { labels } from './labels.fr';

type Change = Omit<ChangePlanItemInput, 'recordId' | 'item' | 'seenVersion' | 'commandId'>;

/** Changes fields of one item; when somebody else changed the same one, both values are kept for the reader to choose. */
export function useItemChange(recordId: string, item: string) {
  const [conflict, setConflict] = useState<{ change: Change; mine: string; told: Conflict }>();
  const [problem, setProblem] = useState<string>();
  const announce = useAnnounce();
  const { send } = useCommand(ChangePlanItemDocument, (data) => data.changePlanItem.errors);
  /** True once the change stands. */
  const change = async (fields: Change, seenVersion: number, mine: string): Promise<boolean> => {
    setProblem(undefined);
    const outcome = await send({ recordId, item, seenVersion, ...fields });
    if (!outcome) return false;
    if (outcome.kind === 'done') {
      setConflict(undefined);
      announce(labels.saved);
      return true;
    }
    if (outcome.kind === 'refused' && 'currentVersion' in outcome.error && 'fieldLabel' in outcome.error)
      setConflict({ change: fields, mine, told: outcome.error as unknown as Conflict });
    else setProblem(textOf(outcome));
    return false;
  };
  return {
    change,
    problem,
    conflict,
    keepMine: () =>
      conflict ? change(conflict.change, conflict.told.currentVersion, conflict.mine) : Promise.resolve(false),
    takeTheirs: () => setConflict(undefined),
  };
}
