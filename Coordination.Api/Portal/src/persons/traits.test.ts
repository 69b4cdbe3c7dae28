import { describe, expect, it } from 'vitest';
import type { StrictFragment } from '../gql/graphql';
import { bornText, compare, identityText, namesOf } from './traits';

const person: StrictFragment = {
  __typename: 'Person',
  id: '1',
  birthName: 'DURAND',
  usedName: null,
  givenNames: ['Jeanne'],
  sex: 'FEMALE',
  birthDate: '1942-06-01',
  birthDateText: null,
  birthPlace: '47001',
  age: 84,
  commune: 'Agen',
  phone: null,
  identityStatus: 'PROVISIONAL',
  identityAttributes: [],
  insMasked: null,
  insRejection: null,
  insTraits: null,
};

describe('identities side by side', () => {
  it('says what differs', () => {
    const lines = compare([person, { ...person, birthName: 'DURANT' }]);
    expect(lines.filter((line) => line.differs).map((line) => line.values)).toEqual([['DURAND', 'DURANT']]);
  });
  it('writes a birth date as it is known', () => {
    expect(bornText(person)).toBe('01/06/1942');
    expect(bornText({ birthDate: null, birthDateText: '1942-06-00' })).toBe('00/06/1942');
    expect(bornText({ birthDate: null, birthDateText: null })).toBe('');
  });
  it('says the status with its attributes', () => {
    expect(identityText({ identityStatus: 'RETRIEVED', identityAttributes: ['DOUBTFUL'] })).toBe(
      'Récupérée · Douteuse',
    );
  });
  it('reads given names', () => {
    expect(namesOf(' Jeanne, Marie-Claude ,')).toEqual(['Jeanne', 'Marie-Claude']);
  });
});
