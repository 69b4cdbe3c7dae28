import { expect, test } from 'vitest';
import { contactRows, daysOf, duration } from './activity';

const by = (id: string, displayName: string) => ({
  __typename: 'ContactMeasure' as const,
  professional: { __typename: 'Professional' as const, id, displayName },
});

test('contacts are summed by professional, who did most first', () => {
  const rows = contactRows([
    { ...by('1', 'Paul Aubert'), channel: 'CALL', count: 2, minutes: 30, reached: 1 },
    { ...by('2', 'Anne Noël'), channel: 'CALL', count: 4, minutes: 50, reached: 4 },
    { ...by('1', 'Paul Aubert'), channel: 'HOME_VISIT', count: 1, minutes: 95, reached: 1 },
  ]);
  expect(rows.map((row) => [row.name, row.count, row.minutes, row.reached])).toEqual([
    ['Anne Noël', 4, 50, 4],
    ['Paul Aubert', 3, 125, 2],
  ]);
  expect(rows[1]?.channels).toEqual({ CALL: 2, HOME_VISIT: 1 });
});

test('minutes are read as hours from one on', () => {
  expect([duration(0), duration(59), duration(60), duration(125)]).toEqual(['0 min', '59 min', '1 h 00', '2 h 05']);
});

test('a period ends today', () => {
  expect(daysOf('month', '2026-03-01')).toEqual({ from: '2026-01-30', to: '2026-03-01' });
});
