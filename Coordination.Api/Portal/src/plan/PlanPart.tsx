import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useAnnounce } from '../app/Announcer';
import {
  DraftCarePlanDocument,
  type PlanDetailFragment,
  type PlanLinksFragment,
  RecordPlanDocument,
  RecordPlanVersionDocument,
} from '../gql/graphql';
import { useConnection, useFeed } from '../graphql/ConnectionContext';
import { textOf, useCommand } from '../graphql/useCommand';
import type { PartProps } from '../records/parts';
import { Button } from '../ui/Button';
import { formatDay } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { ActionSheet, type SheetProps, UnachievedSheet } from './ActionSheet';
import { CompetingPlans } from './CompetingPlans';
import { InfoSheet } from './InfoSheet';
import { LeaveGuard } from './LeaveGuard';
import { labels } from './labels.fr';
import { PlanPathways, Reassessed } from './PlanLinks';
import { PlainPage, PlanPrint } from './PlanPrint';
import { PlanSide } from './PlanSide';
import './plan.css';
import { today } from '../records/days';
import { SynthesisSheet } from './SynthesisSheet';

type Sheet = keyof typeof labels.sheets;
const sheets: Record<Sheet, (props: SheetProps) => React.ReactNode> = {
  infos: InfoSheet,
  synthese: SynthesisSheet,
  actions: ActionSheet,
  nonrealises: UnachievedSheet,
};

/** The person's care plan in its four parts, written together: each line is saved as it is left, in whichever order people write. */
export default function PlanPart({ id, record, permissions }: PartProps) {
  const [{ data, error }, again] = useQuery({
    query: RecordPlanDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({
    item: (item) => item.type === 'RECORD_CHANGED' && item.nodeId === record.id && refetch(),
    resync: refetch,
  });
  const found = data?.careRecord;
  if (!found) return error ? <Problem retry={refetch} /> : <Loading />;
  const { carePlan, competingPlans, mayChangePlan, planReviewLimits } = found;
  return (
    <>
      <CompetingPlans recordId={record.id} plan={carePlan ?? undefined} others={competingPlans} leads={mayChangePlan} />
      {carePlan ? (
        <Plan
          id={id}
          record={record}
          now={carePlan}
          limits={planReviewLimits}
          leads={mayChangePlan}
          answers={permissions.includes('ANSWER_PLAN')}
        />
      ) : (
        <Empty icon="next" text={labels.none}>
          {mayChangePlan && <Begin recordId={record.id} proposed={planReviewLimits.proposed} />}
        </Empty>
      )}
      {carePlan?.status === 'CLOSED' && mayChangePlan && (
        <Begin recordId={record.id} proposed={planReviewLimits.proposed} />
      )}
    </>
  );
}

function Begin({ recordId, proposed }: { recordId: string; proposed: string }) {
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string>();
  const { send, busy } = useCommand(DraftCarePlanDocument, (data) => data.draftCarePlan.errors);
  const begin = async () => {
    const outcome = await send({ recordId });
    if (outcome?.kind === 'done') announce(labels.begun);
    else if (outcome) setProblem(textOf(outcome));
  };
  return (
    <>
      {problem && (
        <p className="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      <p className="muted">{labels.beginWhat(formatDay(proposed))}</p>
      <Button kind="primary" disabled={busy} onPress={() => void begin()}>
        {labels.begin}
      </Button>
    </>
  );
}

interface PlanProps extends Pick<PartProps, 'id' | 'record'> {
  now: PlanDetailFragment & PlanLinksFragment;
  limits: { proposed: string; latest: string };
  leads: boolean;
  answers: boolean;
}

function Plan({ id, record, now, limits, leads, answers }: PlanProps) {
  const [version, setVersion] = useState<number>();
  const [paper, setPaper] = useState<'plan' | 'person'>('plan');
  const [printing, setPrinting] = useState(false);
  const past = usePastVersion(id, version);
  const [search] = useSearchParams();
  const asked = search.get('volet');
  const sheet: Sheet = asked && asked in sheets ? (asked as Sheet) : 'actions';
  const Content = sheets[sheet];
  const plan = past ?? now;
  const edits = leads && !past && plan.status === 'DRAFT';
  useEffect(() => {
    if (!printing) return;
    setPrinting(false);
    window.print();
  }, [printing]);
  const print = (which: 'plan' | 'person') => {
    setPaper(which);
    setPrinting(true);
  };
  return (
    <>
      <LeaveGuard prefix={`${record.id} `} />
      <div className="plan">
        <section className="plan-main" aria-labelledby="plan-heading">
          <h2 id="plan-heading">{labels.heading}</h2>
          {past && (
            <p className="notice" role="status">
              {labels.past(past.number, past.statusLabel)}{' '}
              <Button kind="quiet" onPress={() => setVersion(undefined)}>
                {labels.now}
              </Button>
            </p>
          )}
          {!edits && !past && leads && plan.status !== 'CLOSED' && <p className="muted">{labels.notDraft}</p>}
          {!past && <Reassessed plan={now} />}
          {plan.hidden > 0 && <p className="muted">{labels.hidden(plan.hidden)}</p>}
          <nav className="views" aria-label={labels.sheetsName}>
            <ul>
              {(Object.keys(sheets) as Sheet[]).map((name) => (
                <li key={name}>
                  <Link to={`?volet=${name}`} replace {...(name === sheet ? { 'aria-current': 'page' as const } : {})}>
                    {labels.sheets[name]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Content record={record} plan={plan} edits={edits} leads={leads && !past} />
        </section>
        <div>
          <PlanSide
            id={id}
            record={record}
            plan={plan}
            limits={limits}
            today={today()}
            leads={leads}
            answers={answers}
            past={past !== undefined}
            onVersion={setVersion}
          />
          {!past && <PlanPathways id={id} recordId={record.id} plan={now} edits={edits} />}
          <p className="record-actions">
            <Button onPress={() => print('plan')}>{labels.print}</Button>
            <Button onPress={() => print('person')}>{labels.printPerson}</Button>
          </p>
        </div>
      </div>
      {paper === 'plan' ? (
        <PlanPrint record={record} plan={plan} pathways={past ? [] : now.pathways} />
      ) : (
        <PlainPage record={record} plan={plan} />
      )}
    </>
  );
}

/** An earlier version as it was; past what the cache knows, since its items have the ids of today's. */
function usePastVersion(id: string, version: number | undefined): PlanDetailFragment | undefined {
  const { past } = useConnection();
  const [plan, setPlan] = useState<PlanDetailFragment>();
  useEffect(() => {
    if (version === undefined) return setPlan(undefined);
    let wanted = true;
    void past
      .query(RecordPlanVersionDocument, { id, version })
      .toPromise()
      .then(({ data }) => {
        if (wanted) setPlan(data?.careRecord?.carePlan ?? undefined);
      });
    return () => {
      wanted = false;
    };
  }, [past, id, version]);
  return version === undefined ? undefined : plan;
}
