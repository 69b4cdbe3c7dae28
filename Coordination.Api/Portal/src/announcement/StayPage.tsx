import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { SeverityMark, statusText } from '../alerts/AlertStatusText';
import { StayFollowUpDocument } from '../gql/graphql';
import { useFeed } from '../graphql/ConnectionContext';
import { Button } from '../ui/Button';
import { formatMoment, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AnnouncedFacts, FollowUpHead } from './FollowUp';
import { HelpTable } from './HelpTable';
import { labels } from './labels.fr';
import { Milestones } from './Milestones';
import { QuestionList } from './QuestionList';
import { stepsOf } from './steps';
import { WithdrawButton } from './WithdrawButton';

/** What became of an announcement, live, for who announced. */
export default function StayPage() {
  usePageTitle(labels.followTitle);
  const id = useParams().id ?? '';
  const navigate = useNavigate();
  const [{ data, error }, again] = useQuery({
    query: StayFollowUpDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refetch = () => again({ requestPolicy: 'network-only' });
  useFeed({ item: (item) => (item.nodeId === id || item.type === 'ALERT_CHANGED') && refetch(), resync: refetch });
  if (error && !data) return <Problem heading={labels.followTitle} retry={refetch} />;
  const stay = data?.discharge;
  if (!stay)
    return (
      <div className="page">
        <FollowUpHead title={labels.followTitle} />
        {data ? <Empty icon="search" text={labels.gone} /> : <Loading />}
      </div>
    );
  const over = stay.status === 'DISCHARGED' || stay.status === 'CANCELLED';
  const announced = stay.status === 'ANNOUNCED';
  const { subject } = stay;
  return (
    <div className="page follow">
      <FollowUpHead title={labels.followTitle}>
        {!over && (
          <Button
            kind={announced ? 'plain' : 'primary'}
            onPress={() => void navigate(`/annoncer?sortie=${encodeURIComponent(id)}`)}
          >
            {announced ? labels.change : labels.announce}
          </Button>
        )}
        {announced && <WithdrawButton id={id} />}
      </FollowUpHead>
      <p className="person-bar">
        <strong>{personName(subject)}</strong>
        <span>{personLine(subject)}</span>
        {subject.identityStatus === 'PROVISIONAL' && <span className="status">{labels.identityProvisional}</span>}
        {stay.onLeave && <span className="status">{labels.onLeave}</span>}
        {stay.status === 'CANCELLED' && <span className="status">{labels.cancelled}</span>}
      </p>
      <Milestones steps={stepsOf(stay.receipt, stay)} />
      {!over && <QuestionList stay={stay} />}
      <section className="panel">
        <h2>{labels.arrangements}</h2>
        <HelpTable stay={stay} />
      </section>
      <div className="follow-panes">
        <AnnouncedFacts
          expectedAt={stay.expectedAt}
          reliability={stay.expectedAtReliability}
          over={over}
          destination={stay.destination}
          needs={stay.needs}
          serviceContact={stay.serviceContact}
          relative={stay.relative}
          admittedAt={stay.admittedAt}
          commune={subject.commune ? { name: subject.commune } : undefined}
        />
        <div>
          {stay.alerts.length > 0 && (
            <section className="panel">
              <h2>{labels.alerts}</h2>
              <ul className="alert-cards">
                {stay.alerts.map((alert) => (
                  <li key={alert.id}>
                    <SeverityMark severity={alert.severity} />
                    <strong>{alert.title}</strong>
                    <span className={`status status-${alert.status}`}>{statusText(alert)}</span>
                    <small>{formatMoment(alert.raisedAt)}</small>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel">
            <h2>{labels.history}</h2>
            <HistoryList entries={stay.history} />
          </section>
        </div>
      </div>
    </div>
  );
}
