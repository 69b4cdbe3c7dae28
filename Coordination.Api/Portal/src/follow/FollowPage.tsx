import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import {
  type FollowedPlanFragment,
  PathwayStepsDueDocument,
  PlanAnswersAwaitedDocument,
  PlanReviewsDueDocument,
} from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { reassessedText } from '../plan/PlanLinks';
import { today } from '../records/days';
import { TableScroll } from '../records/TableScroll';
import { Button } from '../ui/Button';
import { formatDay, formatMoment, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import '../records/records.css';

type View = keyof typeof labels.views;
const views = Object.keys(labels.views) as View[];
const step = 50;
const most = 200;

interface ListProps {
  mine: boolean;
}
const lists: Record<View, (props: ListProps) => ReactNode> = {
  revisions: ReviewsDue,
  reponses: AnswersAwaited,
  parcours: StepsDue,
};

/** What comes due in plans and pathways, whoever's turn it is: one list each. */
export default function FollowPage() {
  usePageTitle(labels.title);
  const [params] = useSearchParams();
  const asked = params.get('vue');
  const view = views.find((one) => one === asked) ?? 'revisions';
  const [mine, setMine] = useState(false);
  const List = lists[view];
  return (
    <div className="page">
      <h1>{labels.title}</h1>
      <nav className="views" aria-label={labels.viewsName}>
        <ul>
          {views.map((one) => (
            <li key={one}>
              <Link to={`?vue=${one}`} {...(one === view ? { 'aria-current': 'page' as const } : {})}>
                {labels.views[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="record-filters">
        <Check label={labels.mine} checked={mine} onChange={setMine} />
      </div>
      <List mine={mine} />
    </div>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange(now: boolean): void }) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}

/** What changed in a record may end a line or begin one. */
function useReread(again: (options: { requestPolicy: 'network-only' }) => void) {
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.type === 'RECORD_CHANGED' && refetch(), resync: refetch });
  return refetch;
}

function ReviewsDue({ mine }: ListProps) {
  const [first, setFirst] = useState(step);
  const [reassessed, setReassessed] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: PlanReviewsDueDocument,
    variables: { first, mine, reassessed },
    requestPolicy: 'cache-and-network',
  });
  const refetch = useReread(again);
  return (
    <>
      <div className="record-filters">
        <Check label={labels.reassessedOnly} checked={reassessed} onChange={setReassessed} />
      </div>
      <Page
        view="revisions"
        page={data?.planReviewsDue}
        failed={error !== undefined}
        retry={refetch}
        shown={first}
        onMore={setFirst}
        columns={[labels.state, labels.reviewOn, labels.reason]}
        row={(plan) => (
          <tr key={plan.id}>
            <PersonCell record={plan} part="plan" />
            <StateCell plan={plan} />
            <td>
              {formatDay(plan.reviewOn)} {plan.reviewDue && <span className="record-mark">{labels.due}</span>}
            </td>
            <td>
              {plan.reviewReason}
              {plan.reassessed.map((one) => (
                <div key={one.grid}>{reassessedText(one)}</div>
              ))}
            </td>
          </tr>
        )}
      />
    </>
  );
}

function AnswersAwaited({ mine }: ListProps) {
  const [first, setFirst] = useState(step);
  const [{ data, error }, again] = useQuery({
    query: PlanAnswersAwaitedDocument,
    variables: { first, mine },
    requestPolicy: 'cache-and-network',
  });
  const refetch = useReread(again);
  return (
    <Page
      view="reponses"
      page={data?.planAnswersAwaited}
      failed={error !== undefined}
      retry={refetch}
      shown={first}
      onMore={setFirst}
      columns={[labels.state, labels.awaited, labels.since]}
      row={(plan) => (
        <tr key={plan.id}>
          <PersonCell record={plan} part="plan" />
          <StateCell plan={plan} />
          <td>
            {plan.answersAwaited > 0 && <div>{labels.answers(plan.answersAwaited)}</div>}
            {plan.agreementAwaited && <div>{labels.agreement}</div>}
          </td>
          <td>{plan.awaitedSince ? formatMoment(plan.awaitedSince) : ''}</td>
        </tr>
      )}
    />
  );
}

function StepsDue({ mine }: ListProps) {
  const [first, setFirst] = useState(step);
  const [{ data, error }, again] = useQuery({
    query: PathwayStepsDueDocument,
    variables: { first, mine },
    requestPolicy: 'cache-and-network',
  });
  const refetch = useReread(again);
  const now = today();
  return (
    <Page
      view="parcours"
      page={data?.pathwayStepsDue}
      failed={error !== undefined}
      retry={refetch}
      shown={first}
      onMore={setFirst}
      columns={[labels.pathway, labels.steps, labels.dueOn]}
      row={(pathway) => (
        <tr key={pathway.id}>
          <PersonCell record={pathway} part="parcours" />
          <td>{pathway.title}</td>
          <td>
            {pathway.steps
              .filter(({ status, dueOn }) => (status === 'DUE' || status === 'PLANNED') && dueOn <= now)
              .map((one) => (
                <div key={one.code}>{labels.stepOn(one.title, formatDay(one.dueOn))}</div>
              ))}
          </td>
          <td>{pathway.nextDueOn ? formatDay(pathway.nextDueOn) : ''}</td>
        </tr>
      )}
    />
  );
}

interface PageProps<Line> {
  view: View;
  page: { totalCount: number; nodes: readonly Line[] } | undefined;
  failed: boolean;
  retry(): void;
  shown: number;
  onMore(first: number): void;
  columns: readonly string[];
  row(line: Line): ReactNode;
}

function Page<Line>({ view, page, failed, retry, shown, onMore, columns, row }: PageProps<Line>) {
  if (!page) return failed ? <Problem retry={retry} /> : <Loading />;
  if (page.nodes.length === 0) return <Empty icon="check" text={labels.none[view]} />;
  const more = page.totalCount > page.nodes.length;
  return (
    <>
      <p role="status">{labels.count(page.totalCount)}</p>
      <TableScroll label={labels.views[view]}>
        <table className="table">
          <thead>
            <tr>
              {[labels.person, ...columns].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{page.nodes.map(row)}</tbody>
        </table>
      </TableScroll>
      {more &&
        (shown < most ? (
          <Button onPress={() => onMore(shown + step)}>{labels.more}</Button>
        ) : (
          <p className="muted">{labels.most(most)}</p>
        ))}
    </>
  );
}

function PersonCell({ record, part }: { record: Pick<FollowedPlanFragment, 'recordId' | 'person'>; part: string }) {
  return (
    <th scope="row">
      <Link to={`/personnes/${encodeURIComponent(record.recordId)}/${part}`}>{personName(record.person)}</Link>
      <br />
      <span className="muted">{personLine(record.person)}</span>
    </th>
  );
}

function StateCell({ plan }: { plan: FollowedPlanFragment }) {
  return <td>{labels.version(plan.statusLabel, plan.number)}</td>;
}
