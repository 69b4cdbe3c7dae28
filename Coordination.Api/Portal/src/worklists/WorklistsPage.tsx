import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { MeDocument, WorklistCountsDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Select } from '../records/Select';
import { Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AnswersList } from './AnswersList';
import { labels } from './labels.fr';
import { PlansList } from './PlansList';
import { StepsList } from './StepsList';
import '../records/records.css';

type View = keyof typeof labels.views;
type Whose = keyof typeof labels.whoses;
const lists = { plans: PlansList, answers: AnswersList, steps: StepsList };
const views = Object.keys(lists) as View[];
const isView = (text: string | null): text is View => views.some((view) => view === text);

/** What comes due by itself: plans to review, answers and agreements that do not come, steps of pathways. */
export default function WorklistsPage() {
  usePageTitle(labels.title);
  const [params, setParams] = useSearchParams();
  const asked = params.get('vue');
  const view = isView(asked) ? asked : 'plans';
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [reassessed, setReassessed] = useState(false);
  // Who follows nobody has nothing of his own to look at.
  const whose: Whose = (params.get('dossiers') as Whose | null) ?? (who?.me.role === 'COORDINATOR' ? 'mine' : 'team');
  const mine = whose === 'mine';
  const [{ data, error }, again] = useQuery({
    query: WorklistCountsDocument,
    variables: { mine },
    pause: !who,
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  if (error && !data) return <Problem heading={labels.title} retry={refetch} />;
  if (!data) return <Loading />;
  const counts = {
    plans: data.planReviewsDue.totalCount,
    answers: data.carePlanCounts.answersAwaited + data.carePlanCounts.agreementsAwaited,
    steps: data.pathwayStepsDue.totalCount,
  };
  const List = lists[view];
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      <nav className="views" aria-label={labels.viewsName}>
        <ul>
          {views.map((one) => (
            <li key={one}>
              <Link to={`?vue=${one}&dossiers=${whose}`} {...(one === view ? { 'aria-current': 'page' as const } : {})}>
                {labels.views[one]} <span className="count">{counts[one]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="record-filters">
        <Select
          label={labels.whose}
          value={whose}
          options={labels.whoses}
          onChange={(next) => setParams({ vue: view, dossiers: next }, { replace: true })}
        />
        {view === 'plans' && (
          <label>
            <input type="checkbox" checked={reassessed} onChange={(event) => setReassessed(event.target.checked)} />{' '}
            {labels.reassessedOnly(data.carePlanCounts.reassessed)}
          </label>
        )}
      </div>
      <List key={`${view} ${whose} ${reassessed}`} mine={mine} reassessed={reassessed} />
    </div>
  );
}
