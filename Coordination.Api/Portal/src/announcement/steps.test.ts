import { expect, test } from 'vitest';
import { lastStep, newSteps, stepsOf, stepText } from './steps';

const claire = { __typename: 'Professional' as const, id: 'p', displayName: 'Claire Demoncourt' };
const sent = {
  __typename: 'Receipt' as const,
  sentAt: '2026-11-23T09:00:00Z',
  sentBy: null,
  seenAt: null,
  seenBy: null,
  takenAt: null,
  takenBy: null,
  coveredAt: null,
};

test('Given_a_request_When_its_steps_are_told_Then_they_end_at_the_triage', () => {
  expect(stepsOf(sent).map((step) => step.name)).toEqual(['sent', 'seen', 'taken']);
  expect(stepsOf(sent, {}).map((step) => step.name)).toEqual(['sent', 'seen', 'taken', 'covered', 'home']);
});

test('Given_somebody_took_charge_When_told_Then_the_name_is_said_once', () => {
  const before = stepsOf(sent, {});
  const now = stepsOf({ ...sent, takenAt: '2026-11-23T09:05:00Z', takenBy: claire }, {});
  expect(newSteps(before, now).map(stepText)).toEqual(['Prise en charge par Claire Demoncourt']);
  expect(newSteps(now, now)).toEqual([]);
  expect(lastStep(now)?.name).toBe('taken');
});

test('Given_a_stay_that_nobody_announced_When_asked_Then_no_step_is_reached', () => {
  expect(lastStep(stepsOf({ ...sent, sentAt: null }, {}))).toBeUndefined();
});
