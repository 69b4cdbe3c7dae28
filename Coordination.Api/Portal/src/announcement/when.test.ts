import { expect, test } from 'vitest';
import { momentPresets, readDay, readMoment, writeMoment } from './when';

// A Monday, 10:00 in Paris.
const now = new Date('2026-11-23T09:00:00Z');
const read = (text: string) => readMoment(text, now)?.toISOString();

test.each([
  ['demain 14h', '2026-11-24T13:00:00.000Z'],
  ['Demain matin', '2026-11-24T09:00:00.000Z'],
  ['après-demain 9h30', '2026-11-25T08:30:00.000Z'],
  ["aujourd'hui 18 h", '2026-11-23T17:00:00.000Z'],
  ['vendredi 15h', '2026-11-27T14:00:00.000Z'],
  ['ven. après-midi', '2026-11-27T14:00:00.000Z'],
  ['lundi 8h', '2026-11-30T07:00:00.000Z'],
  ['27/11 15:30', '2026-11-27T14:30:00.000Z'],
  ['ven. 27/11 à 15h', '2026-11-27T14:00:00.000Z'],
  ['3/1 10h', '2027-01-03T09:00:00.000Z'],
  ['27/11/2026 15:30', '2026-11-27T14:30:00.000Z'],
])('Given_%s_When_read_Then_it_is_that_moment_in_Paris', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each(['', 'demain', '15h', '31/02 10h', 'demain 25h', '27/11/2026', 'un jour', 'le'])(
  'Given_%s_When_read_Then_nothing_is_made_up',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test('Given_a_moment_When_written_Then_it_is_read_back_the_same', () => {
  const at = new Date('2026-12-01T08:30:00Z');
  expect(readMoment(writeMoment(at), now)).toEqual(at);
});

test('Given_a_birth_date_in_any_usual_form_When_read_Then_it_is_one_day', () => {
  expect(['3/5/1941', '03051941', '03.05.1941', '1941-05-03'].map(readDay)).toEqual(Array(4).fill('1941-05-03'));
  expect(['31/04/1941', '3/5/41', 'mai'].map(readDay)).toEqual([undefined, undefined, undefined]);
});

test('Given_a_Friday_When_presets_are_offered_Then_they_are_on_working_days_and_to_come', () => {
  const friday = new Date('2026-11-27T09:00:00Z');
  expect(momentPresets(friday).map((at) => at.toISOString())).toEqual([
    '2026-11-30T09:00:00.000Z',
    '2026-11-30T14:00:00.000Z',
    '2026-12-01T09:00:00.000Z',
    '2026-12-01T14:00:00.000Z',
    '2026-12-04T14:00:00.000Z',
  ]);
});
