import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  NamePlanPathwaysDocument,
  type PlanDetailFragment,
  type PlanLinksFragment,
  RecordRunningPathwaysDocument,
} from '../gql/graphql';
import { textOf, useCommand } from '../graphql/useCommand';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading, Problem } from '../ui/States';
import { labels } from './labels.fr';

type Reassessment = PlanLinksFragment['reassessed'][number];

/** What an assessment says that the plan in force did not know. */
export const reassessedText = ({ gridTitle, on, girBefore, girNow, girChanged }: Reassessment): string =>
  labels.reassessed(
    girChanged && girBefore != null && girNow != null ? { before: girBefore, now: girNow } : undefined,
    gridTitle,
    formatDay(on),
  );

export function Reassessed({ plan }: { plan: PlanLinksFragment }) {
  return plan.reassessed.map((one) => (
    <p key={one.grid} className="notice" role="status">
      {reassessedText(one)}
    </p>
  ));
}

interface Props {
  id: string;
  recordId: string;
  plan: PlanDetailFragment & PlanLinksFragment;
  edits: boolean;
}

/** The care pathways that the plan carries out, chosen among the person's own. */
export function PlanPathways({ id, recordId, plan, edits }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="plan-pathways">
      <h3 id="plan-pathways">{labels.pathways}</h3>
      {plan.pathways.length === 0 ? (
        <p className="muted">{labels.pathwaysNone}</p>
      ) : (
        <ul>
          {plan.pathways.map((pathway) => (
            <li key={pathway.id}>
              <Link to={`/personnes/${encodeURIComponent(recordId)}/parcours`}>{pathway.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {edits && <Button onPress={() => setOpen(true)}>{labels.pathwaysChoose}</Button>}
      {open && <PathwaysDialog id={id} recordId={recordId} plan={plan} onClose={() => setOpen(false)} />}
    </section>
  );
}

function PathwaysDialog({ id, recordId, plan, onClose }: Omit<Props, 'edits'> & { onClose(): void }) {
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(plan.pathways.map((one) => one.id)));
  // What the writer had before the eyes when the choice began.
  const [seenVersion] = useState(plan.version);
  const [problem, setProblem] = useState<string>();
  const { send, busy } = useCommand(NamePlanPathwaysDocument, (data) => data.namePlanPathways.errors);
  const [{ data, error }, again] = useQuery({
    query: RecordRunningPathwaysDocument,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const running = data?.careRecord && (data.careRecord.pathways ?? []).filter((one) => !one.exit);
  const save = async () => {
    const pathways = (running ?? []).filter((one) => chosen.has(one.id)).map((one) => one.id);
    const outcome = await send({ recordId, pathways, seenVersion });
    if (outcome?.kind !== 'done') return setProblem(outcome && textOf(outcome));
    announce(labels.saved);
    onClose();
  };
  const toggle = (pathway: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(pathway)) after.add(pathway);
      return after;
    });
  return (
    <ModalDialog title={labels.pathwaysChoose} open onClose={onClose}>
      {problem && (
        <p className="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      {!running ? (
        error ? (
          <Problem retry={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Loading />
        )
      ) : running.length === 0 ? (
        <p>{labels.pathwaysEmpty}</p>
      ) : (
        running.map((one) => (
          <p key={one.id}>
            <label>
              <input type="checkbox" checked={chosen.has(one.id)} onChange={() => toggle(one.id)} />{' '}
              {labels.pathwayOf(one.title, formatDay(one.enteredOn))}
            </label>
          </p>
        ))
      )}
      <Button kind="primary" disabled={busy || !running} onPress={() => void save()}>
        {labels.save}
      </Button>
    </ModalDialog>
  );
}
