import { expect, test } from 'vitest';
import type { AlertLineFragment } from '../gql/graphql';
import { effectOf } from '../lists/useArrivals';
import { statusText } from './AlertStatusText';
import { refusalOf } from './alertCommands';
import { belongs } from './views';

const at = '2026-11-22T10:00:00Z';
const by = { __typename: 'Professional' as const, id: 'me', displayName: 'Camille Roussel' };
type Standing = Pick<AlertLineFragment, 'status' | 'taken' | 'closure'>;
const raised: Standing = { status: 'RAISED', taken: null, closure: null };
const taken: Standing = { ...raised, status: 'TAKEN', taken: { __typename: 'AlertTake', at, by } };

test('Given_an_alert_When_taken_by_me_Then_it_is_mine_and_the_teams_and_no_longer_to_treat', () => {
  expect((['toTreat', 'mine', 'team', 'closed'] as const).map((view) => belongs(view, taken, 'me'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(belongs('mine', taken, 'another')).toBe(false);
});

test('Given_a_change_When_compared_with_the_list_Then_it_arrives_leaves_or_stays', () => {
  expect([effectOf(false, true), effectOf(true, false), effectOf(true, true), effectOf(false, false)]).toEqual([
    'arrival',
    'departure',
    'none',
    'none',
  ]);
});

test('Given_each_status_When_shown_Then_it_is_said_in_words_with_a_name', () => {
  expect(statusText(raised)).toBe('À traiter');
  expect(statusText(taken)).toBe('Prise en charge par Camille Roussel');
  expect(statusText({ ...raised, status: 'RESOLVED' })).toBe('Résolue');
});

test('Given_an_alert_taken_first_by_another_When_refused_Then_the_reader_learns_by_whom_and_when', () => {
  const refusal = refusalOf({
    __typename: 'AlertAlreadyTakenError',
    code: 'ALERT_ALREADY_TAKEN',
    takenAt: at,
    takenBy: by,
  });
  expect(refusal).toEqual({ text: 'Déjà prise en charge par Camille Roussel, dim. 22 nov., 11:00.', retriable: false });
});
