import type {
  AnnounceDischargeInput,
  CareNeed,
  DateReliability,
  DischargeDestination,
  PersonInformation,
  Sex,
  StaysByNameQuery,
} from '../gql/graphql';
import { readDay, readMoment, writeMoment } from './when';

export type Stay = StaysByNameQuery['discharges']['nodes'][number];
export interface Commune {
  insee: string;
  name: string;
}
/** A patient entered by hand, as typed. */
export interface Identity {
  birthName: string;
  givenName: string;
  birthDate: string;
  sex: Sex | '';
  ipp: string;
  ins: string;
  commune?: Commune;
}
export const emptyIdentity: Identity = { birthName: '', givenName: '', birthDate: '', sex: '', ipp: '', ins: '' };

/** The six fields, as filled: the patient is a stay of the establishment, else an identity. */
export interface Announcement {
  stay?: Stay;
  identity?: Identity;
  information: PersonInformation | '';
  when: string;
  reliability: DateReliability;
  destination: DischargeDestination | '';
  needs: readonly CareNeed[];
  /** « Aucun besoin » was ticked: nothing ticked at all is something forgotten. */
  noNeed: boolean;
  serviceContact: string;
  relative: string;
}
export const emptyAnnouncement: Announcement = {
  information: '',
  when: '',
  reliability: 'ANNOUNCED',
  destination: '',
  needs: [],
  noNeed: false,
  serviceContact: '',
  relative: '',
};

/** What is known of a stay goes into the form; what the patient was told is always asked. */
export function announcementOf(stay: Stay, filled: Announcement = emptyAnnouncement): Announcement {
  const { identity: _, ...rest } = filled;
  return {
    ...rest,
    stay,
    when: filled.when || (stay.expectedAt ? writeMoment(new Date(stay.expectedAt)) : ''),
    reliability: stay.expectedAtReliability === 'PROBABLE' ? 'PROBABLE' : filled.reliability,
    destination: filled.destination || (stay.destination ?? ''),
    needs: filled.needs.length > 0 ? filled.needs : (stay.needs ?? []),
    noNeed: filled.noNeed || stay.needs?.length === 0,
    serviceContact: filled.serviceContact || (stay.serviceContact ?? ''),
    relative: filled.relative || (stay.relative ?? ''),
  };
}

/** The fields that can be wrong, in the order of the page: the first one takes the focus. */
export const fields = [
  'patient',
  'birthName',
  'givenNames',
  'birthDate',
  'sex',
  'commune',
  'ipp',
  'ins',
  'information',
  'expectedAt',
  'dateReliability',
  'destination',
  'needs',
  'serviceContact',
  'relative',
] as const;
export type FieldName = (typeof fields)[number];
export type Faults = Partial<Record<FieldName, string>>;

/** The field of the page that the server speaks of; undefined when it is none of them. */
export const fieldOf = (name: string | undefined): FieldName | undefined => {
  const last = name
    ?.split('.')
    .at(-1)
    ?.replace(/\[\d+\]$/, '');
  return fields.find((field) => field === last);
};

interface Texts {
  patient: string;
  required: string;
  birthDate: string;
  sex: string;
  commune: string;
  information: string;
  expectedAt: string;
  destination: string;
  needs: string;
}

/** What is missing or cannot be read, before anything is sent. */
export function faultsOf(form: Announcement, now: Date, texts: Texts): Faults {
  const faults: Faults = {};
  const { identity } = form;
  if (!form.stay && !identity) faults.patient = texts.patient;
  if (identity && form.information !== 'OPPOSED') {
    if (!identity.birthName.trim()) faults.birthName = texts.required;
    if (!identity.givenName.trim()) faults.givenNames = texts.required;
    if (!readDay(identity.birthDate)) faults.birthDate = texts.birthDate;
    if (!identity.sex) faults.sex = texts.sex;
  }
  if (identity && !identity.commune) faults.commune = texts.commune;
  if (!form.information) faults.information = texts.information;
  if (!readMoment(form.when, now)) faults.expectedAt = texts.expectedAt;
  if (!form.destination) faults.destination = texts.destination;
  if (form.needs.length === 0 && !form.noNeed) faults.needs = texts.needs;
  return faults;
}

const given = (text: string) => text.trim() || null;

/** The form as the server takes it; undefined as long as something is missing. */
export function toInput(form: Announcement, now: Date): Omit<AnnounceDischargeInput, 'commandId'> | undefined {
  const { stay, identity, information, destination } = form;
  const expectedAt = readMoment(form.when, now);
  if (!expectedAt || !information || !destination) return undefined;
  const input = {
    expectedAt: expectedAt.toISOString(),
    dateReliability: form.reliability,
    destination,
    needs: [...form.needs],
    information,
    serviceContact: given(form.serviceContact),
    relative: given(form.relative),
  };
  if (stay) return { ...input, dischargeId: stay.id };
  if (!identity?.commune) return undefined;
  // Somebody who opposes: what was typed of her stays in this page.
  if (information === 'OPPOSED')
    return { ...input, serviceContact: null, relative: null, commune: identity.commune.insee };
  const birthDate = readDay(identity.birthDate);
  if (!identity.sex || !birthDate) return undefined;
  return {
    ...input,
    commune: identity.commune.insee,
    patient: {
      birthName: identity.birthName.trim(),
      givenNames: identity.givenName.split(/[\s,]+/).filter(Boolean),
      birthDate,
      sex: identity.sex,
      ipp: given(identity.ipp),
      ins: given(identity.ins.replace(/\s/g, '')),
    },
  };
}
