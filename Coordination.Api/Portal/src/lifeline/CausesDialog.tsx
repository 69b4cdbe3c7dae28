import { useQuery } from 'urql';
import { FactCausesDocument, type LifeFactFragment } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { ModalDialog } from '../ui/ModalDialog';
import { Loading } from '../ui/States';
import { labels } from './labels.fr';

/** The chain of a fact: what set it off, what led to it, what it led to. */
export function CausesDialog({ id, fact, onClose }: { id: string; fact: LifeFactFragment; onClose(): void }) {
  const [{ data, fetching }] = useQuery({
    query: FactCausesDocument,
    variables: { id, eventId: fact.eventId },
    requestPolicy: 'network-only',
  });
  const chain = data?.careRecord?.causes;
  return (
    <ModalDialog title={labels.whyTitle} open onClose={onClose}>
      {chain ? (
        <>
          <p>
            <strong>{chain.originLabel}</strong>, {formatMoment(chain.startedAt)}
          </p>
          <ol className="chain">
            {chain.steps.map((step) => (
              <li key={step.eventId} {...(step.asked ? { 'aria-current': 'step' as const } : {})}>
                <strong>{step.label}</strong>{' '}
                <span className="muted">
                  {step.kindLabel}, {step.author}, {formatMoment(step.recordedAt)}
                  {step.asked && ` (${labels.asked})`}
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : fetching ? (
        <Loading />
      ) : (
        <p>{labels.whyNone}</p>
      )}
    </ModalDialog>
  );
}
