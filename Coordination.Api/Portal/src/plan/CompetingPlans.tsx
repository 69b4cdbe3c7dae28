import { useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { type CompetingPlanFragment, MergeCarePlanDocument, type PlanDetailFragment } from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { ModalDialog } from '../ui/ModalDialog';
import { labels } from './labels.fr';

type Item = CompetingPlanFragment['items'][number];

interface Props {
  recordId: string;
  plan: PlanDetailFragment | undefined;
  others: readonly CompetingPlanFragment[];
  leads: boolean;
}

/** Plans that came with an identity merged into the person's: one to bring into hers, or one that was, to be read. */
export function CompetingPlans({ recordId, plan, others, leads }: Props) {
  const [open, setOpen] = useState<string>();
  const merging = others.find((one) => one.id === open);
  return (
    <>
      {others.map((other) => (
        <section
          key={other.id}
          className="notice"
          aria-label={other.mergedInto ? labels.competingRead : labels.competing}
        >
          {other.mergedInto ? (
            <details>
              <summary>{labels.competingRead}</summary>
              <Items items={other.items} />
            </details>
          ) : (
            <>
              <strong>{labels.competing}</strong>
              <p>{labels.competingWhat(labels.versionTitle(other.number, other.statusLabel))}</p>
              {leads &&
                (!plan ? (
                  <p>{labels.competingFirst}</p>
                ) : plan.status === 'DRAFT' ? (
                  <Button onPress={() => setOpen(other.id)}>{labels.mergePlan}</Button>
                ) : (
                  <p>{labels.competingDraft}</p>
                ))}
              {(!leads || plan?.status !== 'DRAFT') && (
                <details>
                  <summary>{labels.mergeOther}</summary>
                  <Items items={other.items} />
                </details>
              )}
            </>
          )}
        </section>
      ))}
      {merging && plan && (
        <MergeDialog recordId={recordId} plan={plan} other={merging} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function Items({ items }: { items: readonly Pick<Item, 'id' | 'kind' | 'text'>[] }) {
  if (items.length === 0) return <p>{labels.mergeEmpty}</p>;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>{labels.textOf(labels.kinds[item.kind], item.text)}</li>
      ))}
    </ul>
  );
}

/** The kinds that an item of a kind may hang from. */
const parents: Partial<Record<Item['kind'], readonly Item['kind'][]>> = { ACTION: ['OBJECTIVE'] };

function MergeDialog({
  recordId,
  plan,
  other,
  onClose,
}: {
  recordId: string;
  plan: PlanDetailFragment;
  other: CompetingPlanFragment;
  onClose(): void;
}) {
  const announce = useAnnounce();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(other.items.map((item) => item.id)));
  const [under, setUnder] = useState<Readonly<Record<string, string>>>({});
  const [expectedVersion] = useState(plan.version);
  const [problem, setProblem] = useState<string>();
  const { send, busy } = useCommand(MergeCarePlanDocument, (data) => data.mergeCarePlan.errors);
  const merge = async () => {
    const keep = other.items
      .filter((item) => kept.has(item.id))
      .map((item) => ({ item: item.id, under: orphan(item) ? (under[item.id] ?? null) : null }));
    const outcome = await send({ recordId, from: other.id, keep, expectedVersion });
    if (outcome?.kind !== 'done') return setProblem(outcome && textOf(outcome));
    announce(labels.merged);
    onClose();
  };
  const toggle = (id: string) =>
    setKept((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  // An action kept without its objective needs one of the plan at hand.
  const orphan = (item: Item) => kept.has(item.id) && parents[item.kind] && !(item.parent && kept.has(item.parent));
  return (
    <ModalDialog title={labels.mergeTitle} open onClose={onClose}>
      <p>{labels.mergeWhat}</p>
      {problem && (
        <p className="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      <div className="plan-merge">
        <section aria-labelledby="merge-own">
          <h3 id="merge-own">{labels.mergeOwn}</h3>
          <Items items={plan.items} />
        </section>
        <section aria-labelledby="merge-other">
          <h3 id="merge-other">{labels.mergeOther}</h3>
          {other.items.length === 0 && <p>{labels.mergeEmpty}</p>}
          {other.items.map((item) => (
            <p key={item.id}>
              <label>
                <input type="checkbox" checked={kept.has(item.id)} onChange={() => toggle(item.id)} />{' '}
                {labels.textOf(labels.kinds[item.kind], item.text)}
              </label>
              {orphan(item) && (
                <select
                  aria-label={labels.mergeUnder(item.text)}
                  value={under[item.id] ?? ''}
                  onChange={(event) => setUnder({ ...under, [item.id]: event.target.value })}
                >
                  <option value="">{labels.mergeUnderNone}</option>
                  {plan.items
                    .filter((one) => parents[item.kind]?.includes(one.kind))
                    .map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.text}
                      </option>
                    ))}
                </select>
              )}
            </p>
          ))}
        </section>
      </div>
      <Button kind="primary" disabled={busy} onPress={() => void merge()}>
        {labels.merge}
      </Button>
    </ModalDialog>
  );
}
