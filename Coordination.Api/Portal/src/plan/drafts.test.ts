import { expect, test } from 'vitest';
import { hasLines, keepLine } from './drafts';

test('Given_a_line_begun_When_asked_Then_it_is_unsent_until_it_is_sent_or_emptied', () => {
  expect(hasLines('plan 1 ')).toBe(false);
  keepLine('plan 1 problem', 'Chutes');
  expect(hasLines('plan 1 ')).toBe(true);
  expect(hasLines('plan 2 ')).toBe(false);
  keepLine('plan 1 problem', '');
  expect(hasLines('plan 1 ')).toBe(false);
});
