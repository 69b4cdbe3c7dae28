import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { RequestFollowUpDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { careLabels } from '../ui/care.labels.fr';
import { personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AnnouncedFacts, FollowUpHead } from './FollowUp';
import { labels } from './labels.fr';
import { Milestones } from './Milestones';
import { stepsOf } from './steps';
import { WithdrawButton } from './WithdrawButton';

/** What became of a request for support, live, for who asked. */
export default function RequestPage() {
  usePageTitle(labels.requestTitle);
  const id = useParams().id ?? '';
  const [{ data, error }, again] = useQuery({
    query: RequestFollowUpDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => item.nodeId === id && refetch(), resync: refetch });
  if (error && !data) return <Problem heading={labels.requestTitle} retry={refetch} />;
  const request = data?.request;
  if (!request)
    return (
      <div className="page">
        <FollowUpHead title={labels.requestTitle} />
        {data ? <Empty icon="search" text={labels.goneRequest} /> : <Loading />}
      </div>
    );
  const withdrawn = request.status === 'WITHDRAWN';
  return (
    <div className="page follow">
      <FollowUpHead title={labels.requestTitle}>{!withdrawn && <WithdrawButton id={id} />}</FollowUpHead>
      <p className="person-bar">
        {request.subject ? (
          <>
            <strong>{personName(request.subject)}</strong>
            <span>{personLine(request.subject)}</span>
          </>
        ) : (
          <strong>{labels.anonymous}</strong>
        )}
        <span>{careLabels.information[request.information]}</span>
        {withdrawn && <span className="status">{labels.withdrawn}</span>}
      </p>
      <Milestones steps={stepsOf(request.receipt)} />
      <p className="notice">{labels.afterTriage}</p>
      {!request.subject && (
        <section className="panel" aria-labelledby="leaving-title">
          <h2 id="leaving-title">{labels.leaving}</h2>
          <p>{labels.leavingAnonymous(request.commune.name)}</p>
        </section>
      )}
      <div className="follow-panes">
        <AnnouncedFacts
          expectedAt={request.expectedAt}
          reliability={request.dateReliability}
          over={withdrawn}
          destination={request.destination}
          needs={request.needs}
          serviceContact={request.serviceContact}
          relative={request.relative}
          commune={request.commune}
        />
        <section className="panel">
          <h2>{labels.history}</h2>
          <HistoryList entries={request.history} />
        </section>
      </div>
    </div>
  );
}
