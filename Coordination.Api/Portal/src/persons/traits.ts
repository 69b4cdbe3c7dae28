import type { StrictFragment } from '../gql/graphql';
import { attributes, labels, sexes, statuses } from './labels.fr';

/** One line of a comparison. */
export interface Trait {
  name: string;
  values: string[];
  differs: boolean;
}

/** A birth date as French writes it, 00 where it is not known. */
export function bornText(person: Pick<StrictFragment, 'birthDate' | 'birthDateText'>): string {
  const [year, month, day] = (person.birthDateText ?? person.birthDate ?? '').slice(0, 10).split('-');
  return year && month && day ? `${day}/${month}/${year}` : '';
}

/** The status in words, with what else is said of the identity. */
export const identityText = (person: Pick<StrictFragment, 'identityStatus' | 'identityAttributes'>): string =>
  [statuses[person.identityStatus], ...person.identityAttributes.map((one) => attributes[one])].join(' · ');

const rows: [keyof typeof labels.traits, (person: StrictFragment) => string][] = [
  ['birthName', (p) => p.birthName],
  ['givenNames', (p) => p.givenNames.join(', ')],
  ['usedName', (p) => p.usedName ?? ''],
  ['sex', (p) => sexes[p.sex]],
  ['birthDate', bornText],
  ['birthPlace', (p) => p.birthPlace ?? ''],
  ['commune', (p) => p.commune ?? ''],
  ['phone', (p) => p.phone ?? ''],
  ['ins', (p) => p.insMasked ?? ''],
  ['status', identityText],
];

/** Identities side by side: what differs is said, not only coloured. */
export const compare = (persons: readonly StrictFragment[]): Trait[] =>
  rows.map(([name, read]) => {
    const values = persons.map(read);
    return { name: labels.traits[name], values, differs: new Set(values).size > 1 };
  });

/** Names typed in one field, the first one first. */
export const namesOf = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
