import type {
  ConsentMeans,
  IdentityInput,
  KnownBenefit,
  PersonInformation,
  RequestChannel,
  RequestOrigin,
  RequestReason,
  RequestUrgency,
  Sex,
  StrictFragment,
  SubmitRequestInput,
  Whereabouts,
} from '../gql/graphql';

/** An identity as it is typed. */
export interface Typed {
  birthDate: string;
  birthName: string;
  givenName: string;
  sex: Sex;
  phone: string;
}
export const emptyTyped: Typed = { birthDate: '', birthName: '', givenName: '', sex: 'UNKNOWN', phone: '' };

/** A request as it is typed, step after step. */
export interface Draft {
  origin: RequestOrigin;
  channel: RequestChannel;
  requesterName: string;
  requesterPhone: string;
  anonymous: boolean;
  typed: Typed;
  person: StrictFragment | undefined;
  commune: string;
  communeName: string;
  reason: RequestReason;
  urgency: RequestUrgency;
  narrative: string;
  wantedBy: string;
  livesAlone: '' | 'yes' | 'no';
  gir: string;
  whereabouts: Whereabouts | '';
  benefits: readonly KnownBenefit[];
  information: PersonInformation;
  informedOn: string;
  means: ConsentMeans;
}
export const emptyDraft: Draft = {
  origin: 'INDEPENDENT_PROFESSIONAL',
  channel: 'PHONE',
  requesterName: '',
  requesterPhone: '',
  anonymous: false,
  typed: emptyTyped,
  person: undefined,
  commune: '',
  communeName: '',
  reason: 'STAYING_HOME',
  urgency: 'NORMAL',
  narrative: '',
  wantedBy: '',
  livesAlone: '',
  gir: '',
  whereabouts: '',
  benefits: [],
  information: 'NOT_COLLECTED',
  informedOn: '',
  means: 'ORAL',
};

let kept: { user: string; draft: Draft } | undefined;
/** What was left half typed; it lives in the memory of the page and nowhere else. */
export const draftOf = (user: string): Draft => (kept?.user === user ? kept.draft : emptyDraft);
export const keepDraft = (user: string, draft: Draft): void => {
  kept = { user, draft };
};
export const forgetDraft = (): void => {
  kept = undefined;
};

/** Whether a day is written whole: 12/03/1931, 00/03/1931 or 1931-03-12. */
export const isDay = (text: string): boolean => /^(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})$/.test(text.trim());

export const identityOf = (typed: Typed, commune: string): IdentityInput => ({
  birthName: typed.birthName,
  givenNames: typed.givenName
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
  sex: typed.sex,
  birthDate: typed.birthDate,
  phone: typed.phone || null,
  commune: commune || null,
});

/** Whether the request will name nobody: asked for, or because the person opposes. */
export const namesNobody = (draft: Draft): boolean => draft.anonymous || draft.information === 'OPPOSED';

/** What is sent. A coordinator names a person who is known, a professional describes one; whoever opposes is not named. */
export function inputOf(draft: Draft, professional: boolean): Omit<SubmitRequestInput, 'commandId'> {
  const nobody = namesNobody(draft);
  const informed = draft.information === 'INFORMED';
  return {
    reason: draft.reason,
    urgency: draft.urgency,
    information: draft.information,
    commune: draft.commune,
    origin: professional ? null : draft.origin,
    channel: professional ? null : draft.channel,
    person: nobody || professional ? null : (draft.person?.id ?? null),
    identity: nobody || !professional ? null : identityOf(draft.typed, draft.commune),
    requesterName: draft.requesterName || null,
    requesterPhone: draft.requesterPhone || null,
    livesAlone: draft.livesAlone === '' ? null : draft.livesAlone === 'yes',
    estimatedGir: draft.gir ? Number(draft.gir) : null,
    whereabouts: draft.whereabouts || null,
    knownBenefits: [...draft.benefits],
    narrative: draft.narrative || null,
    informedOn: informed && draft.informedOn ? draft.informedOn : null,
    means: informed ? draft.means : null,
    wantedBy: draft.wantedBy || null,
  };
}

export type Step = 'requester' | 'person' | 'reason' | 'information' | 'check';
export const steps: readonly Step[] = ['requester', 'person', 'reason', 'information', 'check'];

/** What is still missing, and in which step. */
export function missingIn(
  draft: Draft,
  professional: boolean,
): { step: Step; what: 'commune' | 'person' | 'identity' | 'narrative' } | undefined {
  if (!draft.commune) return { step: 'person', what: 'commune' };
  if (!namesNobody(draft)) {
    const { birthDate, birthName, givenName } = draft.typed;
    if (!professional && !draft.person) return { step: 'person', what: 'person' };
    if (professional && !(isDay(birthDate) && birthName.trim() && givenName.trim()))
      return { step: 'person', what: 'identity' };
  }
  return draft.reason === 'OTHER' && !draft.narrative.trim() ? { step: 'reason', what: 'narrative' } : undefined;
}
