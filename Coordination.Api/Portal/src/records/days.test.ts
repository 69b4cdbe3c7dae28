import { expect, test } from 'vitest';
import { endOfDay, today } from './days';

test('a day ends at midnight in Paris, in winter and in summer', () => {
  expect(endOfDay('2026-12-01')).toBe('2026-12-01T22:59:59.000Z');
  expect(endOfDay('2026-07-01')).toBe('2026-07-01T21:59:59.000Z');
  expect(endOfDay('')).toBeNull();
});

test('today is the day of Paris, whatever the zone of the machine', () => {
  expect(today(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
});
