import type { ArrangementLineFragment, CareNeed, ConfirmationChannel, PreparationFragment } from '../gql/graphql';
import { fromParisField, toParisField } from '../ui/parisTime';
import { labels } from './preparation.labels.fr';
import { providerName } from './provider';

/** What is being said of a confirmation, as typed. */
export interface Draft {
  need: CareNeed;
  providerText: string;
  /** Chosen from the directory; else the text itself is the number. */
  providerNumber: string | undefined;
  confirmedBy: string;
  channel: ConfirmationChannel;
  /** As the field holds it: Paris time, without seconds. */
  firstVisit: string;
}
export type DraftErrors = Partial<Record<'need' | 'provider' | 'confirmedBy' | 'channel' | 'firstVisitAt', string>>;

/** The fields of the form in their order, by the names the server gives them. */
export const draftFields = ['need', 'provider', 'confirmedBy', 'channel', 'firstVisitAt'] as const;

/** The confirmation to begin with: the one that stands for this need, else an empty one. */
export function draftOf(need: CareNeed, standing: ArrangementLineFragment | undefined): Draft {
  if (!standing)
    return { need, providerText: '', providerNumber: undefined, confirmedBy: '', channel: 'PHONE', firstVisit: '' };
  return {
    need,
    providerText: providerName(standing.provider),
    providerNumber: standing.provider.number,
    confirmedBy: standing.confirmedBy,
    channel: standing.channel,
    firstVisit: toParisField(new Date(standing.firstVisitAt)),
  };
}

const spaces = /[\s.]/g;
const number = /^(\d[\dAB]\d{7}|\d{11})$/i;

/** The number meant: the one chosen, or the one typed with or without spaces; undefined when it is neither. */
export function providerNumberOf({ providerText, providerNumber }: Draft): string | undefined {
  const typed = providerText.replaceAll(spaces, '').toUpperCase();
  return providerNumber ?? (number.test(typed) ? typed : undefined);
}

/** What is missing, before anything is sent; whether a number has its key right is the server's to say. */
export function missingIn(draft: Draft, required: string): DraftErrors {
  return {
    ...(providerNumberOf(draft) ? {} : { provider: labels.providerMissing }),
    ...(draft.confirmedBy.trim() ? {} : { confirmedBy: required }),
    ...(fromParisField(draft.firstVisit) ? {} : { firstVisitAt: labels.firstVisitMissing }),
  };
}

/** The need that a confirmation is most likely about: the one an alert names, else the first that waits. */
export function needToConfirm(ruleCode: string | undefined, discharge: PreparationFragment): CareNeed {
  if (ruleCode === 'AL01') return 'NURSING';
  const again = discharge.arrangements.find((arrangement) => arrangement.toReconfirm || arrangement.late)?.need;
  if (ruleCode === 'AL09' && again) return again;
  return discharge.unconfirmedNeeds[0] ?? again ?? discharge.needs?.[0] ?? 'NURSING';
}
