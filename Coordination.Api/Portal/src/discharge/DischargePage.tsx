import { useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { SeverityMark, statusText } from '../alerts/AlertStatusText';
import { Button } from '../ui/Button';
import { formatFull, formatMoment, personLine, personName } from '../ui/format.fr';
import { HistoryList } from '../ui/HistoryList';
import { Icon } from '../ui/Icon';
import { Empty, Loading, Problem } from '../ui/States';
import { usePageTitle } from '../ui/usePageTitle';
import { AsOfForm } from './AsOfForm';
import { labels } from './labels.fr';
import { Questions } from './Questions';
import { ReturnPanel } from './ReturnPanel';
import { StayPanel } from './StayPanel';
import { useDischarge } from './useDischarge';
import { usePreparation } from './usePreparation';
import { useSeen } from './useSeen';

/** One discharge: who, where, when, its alerts and every fact, now or as known at an instant. */
export default function DischargePage() {
  usePageTitle(labels.title);
  const id = useParams().id ?? '';
  const [params, setParams] = useSearchParams();
  const asOf = params.get('asOf');
  const navigate = useNavigate();
  const { data, error, retry } = useDischarge(id, asOf);
  const discharge = data?.discharge;
  const tools = usePreparation(discharge ?? undefined);
  // What is past, or cancelled, can only be read.
  const acting = tools.allowed && asOf === null && discharge?.status !== 'CANCELLED' ? tools : undefined;
  const person = useRef<HTMLParagraphElement>(null);
  const announced = acting && discharge?.status === 'ANNOUNCED';
  useSeen(person, announced ? { id: discharge.id, seen: !!discharge.receipt.seenAt } : undefined);
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
        <p className="person-bar" ref={person}>
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
      {discharge && <ReturnPanel discharge={discharge} tools={acting} />}
      {discharge && (
        <div className="discharge-panes">
          <div>
            <StayPanel discharge={discharge} past={asOf !== null} />
            <Questions discharge={discharge} tools={acting} />
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
      {tools.dialog}
    </div>
  );
}
