import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatRemaining, formatSpan, personLine, personName } from './format.fr';
import { fromParisField, toParisField } from './parisTime';

const minute = 60_000;

test('Given_an_instant_When_shown_Then_it_is_in_Paris_on_both_sides_of_the_clock_change', () => {
  expect(formatMoment('2026-10-24T06:00:00Z')).toBe('sam. 24 oct., 08:00');
  expect(formatMoment('2026-11-24T07:00:00Z')).toBe('mar. 24 nov., 08:00');
});

test('Given_a_birth_date_When_shown_Then_no_time_zone_moves_it', () => {
  expect(formatDay('1941-05-03')).toBe('03/05/1941');
});

test('Given_lengths_of_time_When_said_Then_two_units_are_enough', () => {
  expect(
    [45, 20 * 60 + 5, 51 * 60, 72 * 60].map((minutes) => formatSpan(minutes * minute).replaceAll('\u00a0', ' ')),
  ).toEqual(['45 min', '20 h 05', '2 j 3 h', '3 j']);
});

test('Given_a_deadline_When_it_is_past_Then_it_says_by_how_much', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  expect(formatRemaining('2026-11-22T10:30:00Z', now)).toBe('dans 30\u00a0min');
  expect(formatRemaining('2026-11-22T09:30:00Z', now)).toBe('dépassée de 30\u00a0min');
});

test('Given_a_person_When_named_Then_the_name_in_use_comes_first_in_capitals', () => {
  expect(personName({ birthName: 'Hélie', usedName: null, givenNames: ['Anne', 'Marie'] })).toBe('HÉLIE Anne');
  expect(personName({ birthName: 'Hélie', usedName: 'Roux', givenNames: ['Anne'] })).toBe('ROUX Anne');
});

test('Given_little_is_known_of_a_person_When_described_Then_the_line_says_so', () => {
  expect(personLine({ sex: 'UNKNOWN' })).toBe('date de naissance inconnue');
  expect(personLine({ sex: 'FEMALE', birthDate: '1941-05-03', age: 85, commune: 'Le Mans' })).toBe(
    'née le 03/05/1941, 85 ans · Le Mans',
  );
});

test('Given_a_time_typed_When_read_as_Paris_Then_it_comes_back_the_same_in_summer_and_winter', () => {
  expect(fromParisField('2026-07-01T09:30')?.toISOString()).toBe('2026-07-01T07:30:00.000Z');
  expect(fromParisField('2026-12-01T09:30')?.toISOString()).toBe('2026-12-01T08:30:00.000Z');
  expect(toParisField(new Date('2026-12-01T08:30:00Z'))).toBe('2026-12-01T09:30');
  expect(fromParisField('nonsense')).toBeUndefined();
});
