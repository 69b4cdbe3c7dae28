import { expect, test } from 'vitest';
import { figure, isPeriod, periodOf } from './figures';

const measure = {
  code: 'X',
  label: 'x',
  unit: 'COUNT',
  numerator: 3,
  denominator: null,
  value: 3,
  masked: false,
} as const;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a figure is French, and a masked one says so in words', () => {
  expect(figure({ ...measure, numerator: null, value: null, masked: true }, 11)).toBe('n < 11, masqué');
  expect(plain(figure({ ...measure, unit: 'PERCENT', numerator: 17, denominator: 40, value: 42.5 }, 11))).toBe(
    '42,5 % (17/40)',
  );
  expect(plain(figure({ ...measure, value: 1234.5 }, 11))).toBe('1 234,5');
  expect(figure({ ...measure, value: null }, 11)).toBe('rien à compter');
});

test('a period is what the server reads', () => {
  expect(periodOf('month', '2026-11-23')).toBe('2026-11');
  expect(periodOf('year', '2026-11-23')).toBe('2026');
  expect(periodOf('recent', '2026-11-23')).toBe('2026-08-24/2026-11-23');
  expect(isPeriod('century')).toBe(false);
});
