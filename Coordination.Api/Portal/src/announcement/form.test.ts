import { expect, test } from 'vitest';
import {
  type Announcement,
  announcementOf,
  emptyAnnouncement,
  emptyIdentity,
  type Faults,
  faultsOf,
  fieldOf,
  type Stay,
  toInput,
} from './form';
import { labels } from './labels.fr';
import { helpsOf } from './standing';
import { onlyNamed } from './useRoute';

const now = new Date('2026-11-23T09:00:00Z');
const faults = (form: Announcement): Faults => faultsOf(form, now, labels.faults);
const complete: Announcement = {
  ...emptyAnnouncement,
  identity: {
    ...emptyIdentity,
    birthName: ' Essai ',
    givenName: 'Anne Marie',
    birthDate: '03/05/1941',
    sex: 'FEMALE',
    commune: { insee: '72181', name: 'Le Mans' },
    ins: '2 41 05 72181 001 23',
  },
  information: 'INFORMED',
  when: 'vendredi 15h',
  destination: 'HOME',
  needs: ['NURSING'],
};
const stay = {
  id: 'stay',
  expectedAt: '2026-11-27T14:00:00Z',
  expectedAtReliability: 'PROBABLE',
  destination: 'HOME',
  needs: ['NURSING'],
  serviceContact: null,
  relative: null,
} as unknown as Stay;

test('Given_an_empty_form_When_checked_Then_each_thing_that_is_missing_is_named', () => {
  expect(Object.keys(faults(emptyAnnouncement))).toEqual([
    'patient',
    'information',
    'expectedAt',
    'destination',
    'needs',
  ]);
});

test('Given_nothing_is_needed_When_it_is_said_Then_nothing_is_missing', () => {
  expect(faults({ ...complete, needs: [] })).toEqual({ needs: labels.faults.needs });
  expect(faults({ ...complete, needs: [], noNeed: true })).toEqual({});
});

test('Given_an_identity_typed_by_hand_When_sent_Then_it_is_read_and_cleaned', () => {
  expect(toInput(complete, now)).toMatchObject({
    commune: '72181',
    expectedAt: '2026-11-27T14:00:00.000Z',
    patient: {
      birthName: 'Essai',
      givenNames: ['Anne', 'Marie'],
      birthDate: '1941-05-03',
      ins: '241057218100123',
      ipp: null,
    },
  });
});

test('Given_a_known_stay_When_sent_Then_no_identity_goes_with_it', () => {
  const input = toInput({ ...announcementOf(stay), information: 'INFORMED' }, now);
  expect(input).toMatchObject({ dischargeId: 'stay', needs: ['NURSING'], dateReliability: 'PROBABLE' });
  expect(input).not.toHaveProperty('patient');
});

test('Given_an_opposition_When_sent_Then_nothing_that_names_anybody_goes_with_it', () => {
  const opposed = { ...complete, information: 'OPPOSED' as const, serviceContact: 'Poste 4312', relative: 'Sa fille' };
  const input = toInput(opposed, now);
  expect(input).toMatchObject({ commune: '72181', serviceContact: null, relative: null });
  expect(input).not.toHaveProperty('patient');
  const unnamed = opposed.identity && {
    ...opposed.identity,
    birthName: '',
    givenName: '',
    birthDate: '',
    sex: '' as never,
  };
  expect(faults({ ...opposed, identity: unnamed })).toEqual({});
});

test('Given_a_stay_chosen_late_When_it_fills_the_form_Then_what_was_typed_stays', () => {
  const filled = announcementOf(stay, { ...complete, when: 'demain 14h', destination: 'CARE_HOME' });
  expect(filled).toMatchObject({ when: 'demain 14h', destination: 'CARE_HOME' });
  expect(filled.identity).toBeUndefined();
});

test('Given_a_field_named_by_the_server_When_looked_for_Then_its_own_field_is_found', () => {
  expect([
    fieldOf('patient.birthDate'),
    fieldOf('patient.givenNames[0]'),
    fieldOf('commandId'),
    fieldOf(undefined),
  ]).toEqual(['birthDate', 'givenNames', undefined, undefined]);
});

test('Given_needs_and_confirmations_When_listed_Then_each_says_how_it_stands', () => {
  const given = (late: boolean, toReconfirm: boolean) => ({ need: 'MEALS', late, toReconfirm }) as never;
  const standing = (arrangements: never[]) => helpsOf({ needs: ['MEALS'], arrangements }).map((help) => help.standing);
  expect(standing([])).toEqual(['missing']);
  expect(standing([given(false, false)])).toEqual(['confirmed']);
  expect(standing([given(true, false)])).toEqual(['late']);
  expect(standing([given(true, true)])).toEqual(['reconfirm']);
  expect(helpsOf({ needs: null, arrangements: [] })).toEqual([]);
});

test('Given_two_communes_of_one_name_When_one_is_looked_for_Then_none_is_guessed', () => {
  const communes = [{ name: 'Saint-Ouen' }, { name: 'Saint-Ouen' }, { name: 'La Ferté-Bernard' }];
  expect(onlyNamed(communes, 'La Ferte-Bernard')).toBe(communes[2]);
  expect(onlyNamed(communes, 'Saint-Ouen')).toBeUndefined();
});
