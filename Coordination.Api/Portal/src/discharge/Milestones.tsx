import type { ReceiptStateFragment } from '../gql/graphql';
import { formatMoment } from '../ui/format.fr';
import { Icon } from '../ui/Icon';
import { labels } from './preparation.labels.fr';

interface Step {
  name: keyof typeof labels.milestone;
  at: string | null | undefined;
  by?: string | undefined;
}

/** How far an announcement has come, for a discharge or a request: one step after the other, with who and when. */
export function stepsOf(
  receipt: ReceiptStateFragment,
  discharge?: { dischargedAt?: string | null | undefined },
): Step[] {
  return [
    { name: 'sent', at: receipt.sentAt, by: receipt.sentBy?.displayName },
    { name: 'seen', at: receipt.seenAt, by: receipt.seenBy?.displayName },
    { name: 'taken', at: receipt.takenAt, by: receipt.takenBy?.displayName },
    ...(discharge
      ? [
          { name: 'covered' as const, at: receipt.coveredAt },
          { name: 'home' as const, at: discharge.dischargedAt },
        ]
      : []),
  ];
}

export function Milestones({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="milestones" aria-label={labels.milestones}>
      {steps.map(({ name, at, by }) => (
        <li key={name} className={at ? 'milestone-done' : ''}>
          <span className="milestone-mark">{at && <Icon name="check" />}</span>
          <strong>
            {labels.milestone[name]}
            {by && ` ${labels.by(by)}`}
          </strong>
          <small>{at ? formatMoment(at) : labels.ahead}</small>
        </li>
      ))}
    </ol>
  );
}
