import { type ReactNode, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useSingleKeys } from '../app/preferences';
import { MeDocument, OwnStaysDocument, type OwnStaysQuery } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { careLabels } from '../ui/care.labels.fr';
import { formatMoment, personLine, personName } from '../ui/format.fr';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { labels } from './labels.fr';
import { lastStep, type Step, stepsOf, stepText } from './steps';

type Stay = OwnStaysQuery['discharges']['nodes'][number];
type Request = OwnStaysQuery['requests']['nodes'][number];
const step = 50;
/** The most that one page of a list may hold. */
const most = 200;
const columns = labels.columns;

function Progress({ steps, children }: { steps: readonly Step[]; children?: ReactNode }) {
  const last = lastStep(steps);
  return (
    <td data-label={columns.progress}>
      {last ? (
        <>
          <span className={`status step-${last.name}`}>{stepText(last)}</span>
          {last.at && <small>{formatMoment(last.at)}</small>}
        </>
      ) : (
        <span className="status">{labels.stayOnly}</span>
      )}
      {children}
    </td>
  );
}

function StayRow({ stay }: { stay: Stay }) {
  const name = personName(stay.subject);
  const over = stay.status === 'DISCHARGED' || stay.status === 'CANCELLED';
  const announced = stay.status === 'ANNOUNCED';
  return (
    <tr>
      <th scope="row">
        <Link to={`/sorties/${encodeURIComponent(stay.id)}`}>{name}</Link>
        <small>{personLine(stay.subject)}</small>
      </th>
      <td data-label={columns.expected}>
        {stay.expectedAt ? formatMoment(stay.expectedAt) : labels.unknown}
        {stay.expectedAtReliability && <small>{careLabels.reliability[stay.expectedAtReliability]}</small>}
      </td>
      <td data-label={columns.destination}>
        {stay.destination ? careLabels.destinations[stay.destination] : labels.unknown}
      </td>
      <Progress steps={stepsOf(stay.receipt, stay)}>
        {stay.questions.length > 0 && !over && <span className="status to-specify">{labels.toSpecify}</span>}
        {stay.status === 'CANCELLED' && <span className="status">{labels.cancelled}</span>}
        {stay.onLeave && <span className="status">{labels.onLeave}</span>}
      </Progress>
      {!over && (
        <td data-label={columns.action} className="row-action">
          <Link
            to={`/annoncer?sortie=${encodeURIComponent(stay.id)}`}
            aria-label={announced ? labels.completeOf(name) : labels.announceOf(name)}
          >
            {announced ? labels.complete : labels.announceThis}
          </Link>
        </td>
      )}
    </tr>
  );
}

function RequestRow({ request }: { request: Request }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/demandes/${encodeURIComponent(request.id)}`}>
          {request.subject ? personName(request.subject) : labels.anonymous}
        </Link>
        <small>
          {request.subject ? personLine(request.subject) : `${request.commune.name}, ${labels.anonymousWhy}`}
        </small>
      </th>
      <td data-label={columns.expected}>
        {request.expectedAt && formatMoment(request.expectedAt)}
        <small>{request.dateReliability && careLabels.reliability[request.dateReliability]}</small>
      </td>
      <td data-label={columns.destination}>{request.destination && careLabels.destinations[request.destination]}</td>
      <Progress steps={stepsOf(request.receipt)}>
        {request.status === 'WITHDRAWN' && <span className="status">{labels.withdrawn}</span>}
      </Progress>
    </tr>
  );
}

function Rows({
  title,
  what,
  action,
  children,
}: {
  title: string;
  what?: string;
  action: boolean;
  children: ReactNode;
}) {
  const { action: last, ...others } = columns;
  return (
    <section className="own-list">
      <h2>{title}</h2>
      {what && <p className="muted">{what}</p>}
      <table className="list">
        <thead>
          <tr>
            {Object.entries(action ? { ...others, action: last } : others).map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** The discharges of the establishment and its requests for support, each with how far it has come. */
export default function StaysPage() {
  usePageTitle(labels.listTitle);
  const navigate = useNavigate();
  const [first, setFirst] = useState(step);
  const [{ data: who }] = useQuery({ query: MeDocument });
  const [singleKeys] = useSingleKeys(who?.me.id ?? '');
  const [{ data, error }, again] = useQuery({
    query: OwnStaysDocument,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: refetch, resync: refetch });
  useEffect(() => {
    if (!singleKeys) return;
    const key = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== labels.shortcut || event.ctrlKey || event.altKey || event.metaKey || typing) return;
      if (document.querySelector('.overlay')) return;
      // The letter that opens the form must not be typed into its first field.
      event.preventDefault();
      void navigate('/annoncer');
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [singleKeys, navigate]);
  if (error && !data) return <Problem heading={labels.listTitle} retry={refetch} />;
  const stays = data?.discharges;
  const requests = data?.requests;
  const done = data?.done.nodes ?? [];
  const none = stays?.nodes.length === 0 && requests?.nodes.length === 0 && done.length === 0;
  const total = Math.max(stays?.totalCount ?? 0, requests?.totalCount ?? 0);
  const next = stays?.pageInfo.hasNextPage || requests?.pageInfo.hasNextPage;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{labels.listTitle}</h1>
        <p className="muted">{labels.listWhat}</p>
        <div className="follow-actions">
          <Button kind="primary" keyShortcut={labels.shortcut} onPress={() => void navigate('/annoncer')}>
            {labels.announce}
          </Button>
        </div>
      </header>
      {!data && <Loading />}
      {none && <Empty icon="hospital" text={labels.listEmpty} />}
      {stays && stays.nodes.length > 0 && (
        <Rows title={labels.toPrepare} action>
          {stays.nodes.map((stay) => (
            <StayRow key={stay.id} stay={stay} />
          ))}
        </Rows>
      )}
      {requests && requests.nodes.length > 0 && (
        <Rows title={labels.requests} what={labels.requestsWhat} action={false}>
          {requests.nodes.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </Rows>
      )}
      {done.length > 0 && (
        <Rows title={labels.done} action={false}>
          {done.map((stay) => (
            <StayRow key={stay.id} stay={stay} />
          ))}
        </Rows>
      )}
      {next && first < most && <Button onPress={() => setFirst((n) => n + step)}>{labels.more}</Button>}
      {next && first >= most && <p className="muted">{labels.capped(most, total)}</p>}
    </div>
  );
}
