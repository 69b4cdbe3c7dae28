import { expect, test } from 'vitest';
import type { RequestLineFragment } from '../gql/graphql';
import { belongs, filterOf, readAsked, statusText, viewNames, writeAsked } from './views';

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
const request = { status: 'RECEIVED', snoozedUntil: null, awaiting: null, assignee: null, receipt } as const;
const camille = { __typename: 'Professional', id: 'p', displayName: 'Camille Roussel' } as const;
const today = '2026-11-23';
const viewsOf = (changed: object, me = 'p') =>
  viewNames.filter((view) => belongs(view, { ...request, ...changed }, me, today));

test('Given_where_a_request_stands_When_it_changes_Then_it_is_in_the_views_of_the_server', () => {
  expect(viewsOf({})).toEqual(['toTreat']);
  expect(viewsOf({ status: 'TAKEN', assignee: camille })).toEqual(['mine', 'team']);
  expect(viewsOf({ status: 'TAKEN', assignee: camille }, 'q')).toEqual(['team']);
  expect(viewsOf({ snoozedUntil: '2026-11-30' })).toEqual(['snoozed']);
  expect(viewsOf({ status: 'TAKEN', assignee: camille, snoozedUntil: '2026-11-30', awaiting: 'PHYSICIAN' })).toEqual([
    'awaiting',
  ]);
  expect(viewsOf({ snoozedUntil: today })).toEqual(['toTreat']);
  for (const status of ['ANSWERED', 'ACCEPTED', 'WITHDRAWN']) expect(viewsOf({ status })).toEqual(['closed']);
});

test('Given_a_request_When_shown_Then_it_says_by_whom_or_until_when', () => {
  expect(statusText({ ...request, status: 'TAKEN', assignee: camille }, today)).toBe(
    'Prise en charge par Camille Roussel',
  );
  expect(statusText(request, today)).toBe('À traiter');
  expect(statusText({ ...request, snoozedUntil: '2026-11-30' }, today)).toBe('reportée au 30/11/2026');
});

test('Given_a_view_with_filters_When_its_address_is_read_again_Then_it_is_the_same_and_names_nobody', () => {
  const asked = readAsked(new URLSearchParams('view=team&urgence=CRITICAL&motif=HOUSING&retard=oui&tri=DUE_AT'));
  expect(readAsked(new URLSearchParams(writeAsked(asked).split('?')[1]))).toEqual(asked);
  expect(filterOf(asked, 'mor').where).toEqual({
    view: 'TEAM',
    urgency: ['CRITICAL'],
    reason: ['HOUSING'],
    overdue: true,
    text: 'mor',
  });
  expect(writeAsked(readAsked(new URLSearchParams('view=nonsense&urgence=x')))).toBe('/demandes');
});
