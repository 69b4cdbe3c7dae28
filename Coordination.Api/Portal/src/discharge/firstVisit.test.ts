import { expect, test } from 'vitest';
import { homeAt, isLate, stillFits, visitPresets } from './firstVisit';

const friday15 = new Date('2026-11-27T14:00:00Z');
const iso = (presets: ReturnType<typeof visitPresets>) => presets.map((p) => [p.name, p.at.toISOString(), p.today]);

test('Given_a_discharge_days_ahead_When_visits_are_proposed_Then_they_follow_the_discharge_not_today', () => {
  expect(iso(visitPresets(friday15, new Date('2026-11-25T09:00:00Z')))).toEqual([
    ['evening', '2026-11-27T17:00:00.000Z', false],
    ['morning', '2026-11-28T07:00:00.000Z', false],
  ]);
});

test('Given_a_discharge_today_When_visits_are_proposed_Then_they_are_this_evening_and_tomorrow', () => {
  expect(iso(visitPresets(friday15, new Date('2026-11-27T09:00:00Z')))).toEqual([
    ['evening', '2026-11-27T17:00:00.000Z', true],
    ['morning', '2026-11-28T07:00:00.000Z', true],
  ]);
});

test('Given_the_evening_is_gone_When_visits_are_proposed_Then_only_the_next_morning_is', () => {
  expect(iso(visitPresets(friday15, new Date('2026-11-27T19:00:00Z')))).toEqual([
    ['morning', '2026-11-28T07:00:00.000Z', true],
  ]);
});

test('Given_the_clock_changes_overnight_When_the_next_morning_is_proposed_Then_it_is_8_in_Paris', () => {
  const saturday = new Date('2026-10-24T13:00:00Z');
  expect(visitPresets(saturday, saturday)[1]?.at.toISOString()).toBe('2026-10-25T07:00:00.000Z');
});

test('Given_a_limit_When_the_nurse_comes_at_it_or_after_Then_only_after_is_late_and_only_for_nursing', () => {
  const at = (hours: number) => new Date(friday15.getTime() + hours * 3_600_000);
  expect(isLate('NURSING', at(24), friday15, 24)).toBe(false);
  expect(isLate('NURSING', at(25), friday15, 24)).toBe(true);
  expect(isLate('MEALS', at(25), friday15, 24)).toBe(false);
});

test('Given_the_date_moved_When_the_promised_visit_is_looked_at_Then_it_fits_only_from_home_to_the_limit', () => {
  const visit = (firstVisitAt: string) => stillFits({ need: 'NURSING', firstVisitAt }, friday15, 24);
  expect(visit('2026-11-27T17:00:00Z')).toBe(true);
  expect(visit('2026-11-26T17:00:00Z')).toBe(false);
  expect(visit('2026-11-29T17:00:00Z')).toBe(false);
});

test('Given_a_discharge_that_took_place_When_asked_when_the_person_is_home_Then_it_is_the_real_one', () => {
  expect(homeAt({ expectedAt: '2026-11-27T14:00:00Z', dischargedAt: '2026-11-27T10:00:00Z' })?.getUTCHours()).toBe(10);
  expect(homeAt({})).toBeUndefined();
});
