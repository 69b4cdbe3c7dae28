import { expect, test } from 'vitest';
import { backoff } from './backoff';

test('Given_the_first_retry_When_drawn_at_either_end_Then_it_waits_half_a_second', () => {
  expect(backoff(0, () => 0)).toBe(500);
  expect(backoff(0, () => 1)).toBe(500);
});

test('Given_many_failures_When_retrying_Then_the_wait_stays_between_15_and_30_seconds', () => {
  expect(backoff(40, () => 0)).toBe(30_000);
  expect(backoff(40, () => 1)).toBe(15_000);
});
