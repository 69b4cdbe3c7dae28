import type { AnnouncedStepsFragment } from '../gql/graphql';
import { labels } from './labels.fr';

export interface Step {
  name: keyof typeof labels.steps;
  at: string | null | undefined;
  by?: string | undefined;
}

/** How far an announcement has come. A request for support stops at the DAC's triage. */
export function stepsOf(receipt: AnnouncedStepsFragment, stay?: { dischargedAt?: string | null | undefined }): Step[] {
  const steps: Step[] = [
    { name: 'sent', at: receipt.sentAt, by: receipt.sentBy?.displayName },
    { name: 'seen', at: receipt.seenAt, by: receipt.seenBy?.displayName },
    { name: 'taken', at: receipt.takenAt, by: receipt.takenBy?.displayName },
  ];
  if (!stay) return steps;
  return [...steps, { name: 'covered', at: receipt.coveredAt }, { name: 'home', at: stay.dischargedAt }];
}

/** « Prise en charge par Claire Demoncourt ». */
export const stepText = ({ name, by }: Step): string =>
  by ? `${labels.steps[name]} ${labels.by(by)}` : labels.steps[name];

/** The furthest step reached; undefined when nothing was sent yet. */
export const lastStep = (steps: readonly Step[]): Step | undefined => steps.findLast((step) => step.at);

/** The steps reached since: what has to be said to somebody who cannot see them change. */
export const newSteps = (before: readonly Step[], now: readonly Step[]): Step[] =>
  now.filter((step) => step.at && !before.find((old) => old.name === step.name)?.at);
