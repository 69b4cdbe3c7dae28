import { useNavigate, useParams, useSearchParams } from 'react-router';
import { SeverityMark, statusText } from '../alerts/AlertStatusText';
import { Button } from '../ui/Button';
import { formatFull, formatMoment, formatRemaining, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AsOfForm } from './AsOfForm';
import { labels } from './labels.fr';
import { useDischarge } from './useDischarge';

/** One discharge: who, where, when, its alerts and every fact, now or as known at an instant. */
export default function DischargePage() {
  usePageTitle(labels.title);
  const id = useParams().id ?? '';
  const [params, setParams] = useSearchParams();
  const asOf = params.get('asOf');
  const navigate = useNavigate();
  const { data, error, retry } = useDischarge(id, asOf);
  const discharge = data?.discharge;
  if (error && !data) return <Problem heading={labels.title} retry={retry} />;
  return (
    <div className={`page discharge${asOf ? ' discharge-past' : ''}`}>
      <header className="page-head">
        <Button kind="quiet" onPress={() => void navigate(-1)}>
          <Icon name="back" /> {labels.back}
        </Button>
        <h1>{labels.title}</h1>
        <Button kind="quiet" onPress={() => window.print()}>
          <Icon name="print" /> {labels.print}
        </Button>
      </header>
      {discharge && (
        <p className="person-bar">
          <strong>{personName(discharge.subject)}</strong>
          <span>{personLine(discharge.subject)}</span>
          <span>
            {labels.identity[discharge.subject.identityStatus]}
            {discharge.subject.insMasked && ` · ${labels.ins} ${discharge.subject.insMasked}`}
          </span>
        </p>
      )}
      <AsOfForm
        key={asOf ?? ''}
        asOf={asOf}
        onAsk={(instant) => setParams(instant ? { asOf: instant } : {}, { replace: true })}
      />
      {asOf && (
        <p className="notice" role="status">
          {labels.past(formatFull(asOf))}
        </p>
      )}
      {!data && <Loading />}
      {data && !discharge && <Empty icon="search" text={asOf ? labels.unknownThen : labels.gone} />}
      {discharge && (
        <div className="discharge-panes">
          <div>
            <section className="panel">
              <h2>{labels.stay}</h2>
              <p>
                <span className={`status status-${discharge.status}`}>{labels.status[discharge.status]}</span>
              </p>
              <dl className="facts">
                <div>
                  <dt>{labels.establishment}</dt>
                  <dd>{discharge.establishment.name}</dd>
                </div>
                <div>
                  <dt>{labels.admitted}</dt>
                  <dd>{discharge.admittedAt ? formatFull(discharge.admittedAt) : labels.unknown}</dd>
                </div>
                <div>
                  <dt>{labels.expected}</dt>
                  <dd>
                    {discharge.expectedAt ? (
                      <>
                        <strong>{formatFull(discharge.expectedAt)}</strong>
                        {asOf === null && `, ${formatRemaining(discharge.expectedAt, new Date())}`}
                        {discharge.expectedAtReliability && (
                          <small>{labels.reliability[discharge.expectedAtReliability]}</small>
                        )}
                      </>
                    ) : (
                      labels.unknown
                    )}
                  </dd>
                </div>
                {discharge.announcedAt && (
                  <div>
                    <dt>{labels.announced}</dt>
                    <dd>{formatFull(discharge.announcedAt)}</dd>
                  </div>
                )}
              </dl>
            </section>
            <section className="panel">
              <h2>{labels.alerts}</h2>
              {discharge.alerts.length === 0 && <p className="muted">{labels.noAlert}</p>}
              <ul className="alert-cards">
                {discharge.alerts.map((alert) => (
                  <li key={alert.id}>
                    <SeverityMark severity={alert.severity} />
                    <strong>{alert.title}</strong>
                    <span className={`status status-${alert.status}`}>{statusText(alert)}</span>
                    <small>{formatMoment(alert.raisedAt)}</small>
                  </li>
                ))}
              </ul>
            </section>
          </div>
          <section className="panel">
            <h2>{labels.history}</h2>
            <HistoryList entries={discharge.history} />
          </section>
        </div>
      )}
    </div>
  );
}
