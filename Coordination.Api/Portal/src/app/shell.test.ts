import { expect, test } from 'vitest';
import { connectionText } from './ConnectionStatus';
import { pagesOf } from './navigation';

test('Given_each_state_of_the_line_When_shown_Then_it_says_how_old_the_data_are', () => {
  const dataOf = new Date('2026-11-22T09:42:00Z');
  expect(connectionText({ kind: 'live' })).toBe('En direct');
  expect(connectionText({ kind: 'reconnecting', dataOf })).toBe('Reconnexion… (données de 10:42)');
  expect(connectionText({ kind: 'offline', dataOf })).toMatch(/^Hors connexion.*10:42/);
});

test('Given_each_role_When_signed_in_Then_its_own_screen_comes_first_and_no_other_is_offered', () => {
  const paths = (user: Parameters<typeof pagesOf>[0]) => pagesOf(user).map((page) => page.path);
  expect(paths({ role: 'COORDINATOR', permissions: ['READ_ALERTS', 'READ_DISCHARGES', 'READ_REQUESTS'] })).toEqual([
    '/alerts',
    '/discharges',
    '/demandes',
    '/regles',
  ]);
  expect(paths({ role: 'MANAGER', permissions: ['READ_ALERTS', 'READ_DISCHARGES', 'READ_REQUESTS'] })).toEqual([
    '/alerts',
    '/discharges',
    '/demandes',
    '/indicateurs',
    '/regles',
    '/administration',
  ]);
  expect(paths({ role: 'ADMIN', permissions: [] })).toEqual(['/administration', '/regles']);
  expect(paths({ role: 'AUDITOR', permissions: [] })).toEqual(['/administration']);
  expect(paths({ role: 'SOCIAL_WORKER', permissions: ['READ_DISCHARGES', 'ANNOUNCE_DISCHARGE'] })).toEqual([
    '/sorties',
    '/annoncer',
  ]);
  expect(paths({ role: 'ANALYST', permissions: [] })).toEqual(['/analysis']);
  expect(paths({ role: 'INTERFACE', permissions: ['READ_QUARANTINE'] })).toEqual(['/quarantine']);
  expect(paths({ role: 'AUDITOR', permissions: ['READ_TRAIL'] })).toEqual(['/journal', '/administration']);
});
