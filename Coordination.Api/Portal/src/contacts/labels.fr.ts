import type { ContactChannel, ContactDirection, ContactOutcome, ContactParty } from '../gql/graphql';

const channels: Record<ContactChannel, string> = {
  CALL: 'Appel',
  HOME_VISIT: 'Visite à domicile',
  MEETING: 'Rencontre',
  MESSAGE: 'Message ou courrier',
  OTHER: 'Autre',
};
const parties: Record<ContactParty, string> = {
  PERSON: 'La personne',
  CARER: 'Un aidant ou un proche',
  PROFESSIONAL: 'Un professionnel',
  STRUCTURE: 'Une structure ou un service',
  OTHER: 'Quelqu’un d’autre',
};
const directions: Record<ContactDirection, string> = { OUTGOING: 'À notre initiative', INCOMING: 'Reçu' };
const outcomes: Record<ContactOutcome, string> = {
  REACHED: 'Échange abouti',
  NO_ANSWER: 'Pas de réponse',
  MESSAGE_LEFT: 'Message laissé',
  CALL_AGAIN: 'À rappeler',
  REFUSED: 'Échange refusé',
};

export const labels = {
  channels,
  parties,
  directions,
  outcomes,
  title: 'Échanges',
  none: 'Aucun échange consigné pour cette personne.',
  record: 'Consigner un appel',
  recordTitle: 'Consigner un échange',
  send: 'Consigner',
  recorded: 'Échange consigné',
  channel: 'Type d’échange',
  with: 'Avec',
  named: 'Nom ou précision (facultatif)',
  direction: 'Sens',
  at: 'Date et heure',
  minutes: 'Durée en minutes',
  outcome: 'Issue',
  text: 'Ce qui a été dit',
  next: 'Prévoir une suite',
  nextTitle: 'À faire ensuite',
  nextDay: 'Pour le',
  nextMissing: 'Dites ce qui est à faire ensuite.',
  atMissing: 'Indiquez la date et l’heure.',
  minutesMissing: 'Indiquez une durée de 0 à 1440 minutes.',
  length: (minutes: number) => `${minutes} min`,
  correct: 'Corriger',
  correctOf: (what: string) => `Corriger : ${what}`,
  correctTitle: 'Corriger l’échange',
  corrected: 'Échange corrigé',
  correctedTimes: (n: number) => (n === 1 ? 'corrigé 1 fois' : `corrigé ${n} fois`),
  withdraw: 'Retirer cet échange',
  withdrawWhat: 'L’échange n’a pas eu lieu ou n’est pas le bon : il ne compte plus, l’historique le garde.',
  withdrawn: 'retiré',
  withdrawnNow: 'Échange retiré',
  more: 'Afficher plus',
};
