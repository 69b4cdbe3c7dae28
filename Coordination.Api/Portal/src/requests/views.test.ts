import { expect, test } from 'vitest';
import type { RequestLineFragment } from '../gql/graphql';
import { belongs, filterOf, statusText, viewNames } from './views';

const receipt: RequestLineFragment['receipt'] = {
  __typename: 'Receipt',
  sentAt: '2026-11-23T08:00:00Z',
  sentBy: null,
  seenAt: null,
  seenBy: null,
  takenAt: null,
  takenBy: null,
  coveredAt: null,
};

test('Given_each_status_When_a_request_changes_Then_it_is_in_one_view_only', () => {
  for (const status of ['RECEIVED', 'TAKEN', 'WITHDRAWN'] as const)
    expect(viewNames.filter((view) => belongs(view, { status }))).toHaveLength(1);
  expect(filterOf('taken')).toEqual({ status: ['TAKEN'] });
});

test('Given_a_request_taken_by_somebody_When_shown_Then_it_says_by_whom', () => {
  const takenBy = { __typename: 'Professional' as const, id: 'p', displayName: 'Camille Roussel' };
  expect(statusText({ status: 'TAKEN', receipt: { ...receipt, takenBy } })).toBe('Prise en charge par Camille Roussel');
  expect(statusText({ status: 'RECEIVED', receipt })).toBe('À traiter');
});
