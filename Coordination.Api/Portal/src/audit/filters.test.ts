import { expect, test } from 'vitest';
import { csvAddress, noFilters, startOfDay, whereOf } from './filters';

test('Given no filter, nothing narrows', () => {
  expect(whereOf(noFilters)).toEqual({});
  expect(csvAddress(noFilters)).toBe('/audit/trail.csv');
});

test('Given days, they are meant in Paris and both included, in winter and in summer', () => {
  expect(startOfDay('2026-11-23')).toBe('2026-11-22T23:00:00.000Z');
  expect(startOfDay('2026-07-14')).toBe('2026-07-13T22:00:00.000Z');
  expect(whereOf({ ...noFilters, from: '2026-10-24', to: '2026-10-25' })).toEqual({
    from: '2026-10-23T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
});

test('Given a pseudonym and an action, the spreadsheet is of the same rows', () => {
  expect(csvAddress({ ...noFilters, action: 'open-record', person: ' P-0a ' })).toBe(
    '/audit/trail.csv?action=open-record&person=P-0a',
  );
});
