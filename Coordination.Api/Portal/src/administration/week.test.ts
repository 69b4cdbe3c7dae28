import { expect, test } from 'vitest';
import { linesOf, weekOf } from './week';

const decided = {
  week: [
    { day: 'MONDAY' as const, opens: '08:30', closes: '18:00' },
    { day: 'SATURDAY' as const, opens: '09:00', closes: '12:00' },
  ],
  relays: [{ day: 'SUNDAY' as const, relay: 'Astreinte' }],
};

test('Given_a_week_When_it_is_edited_Then_it_has_seven_lines_from_Monday_open_where_there_are_hours', () => {
  const lines = linesOf(decided);
  expect(lines.map((line) => line.day)[0]).toBe('MONDAY');
  expect(lines.filter((line) => line.open).map((line) => line.day)).toEqual(['MONDAY', 'SATURDAY']);
  expect(lines[6]?.relay).toBe('Astreinte');
});
test('Given_lines_left_as_they_are_When_sent_Then_they_are_what_was_decided', () => {
  expect(weekOf(linesOf(decided))).toEqual({ days: decided.week, relays: decided.relays });
});
