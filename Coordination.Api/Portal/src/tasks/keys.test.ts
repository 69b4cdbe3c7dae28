import { expect, test } from 'vitest';
import { keyAction } from './keys';

const place = { at: 1, count: 3, singleKeys: true, manages: true };

test('Given_a_focused_row_When_keys_move_Then_within_the_list', () => {
  expect(['j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => keyAction(key, place))).toEqual([
    2, 0, 2, 0, 0, 2,
  ]);
  expect(keyAction('j', { ...place, at: 2 })).toBe(2);
  expect(keyAction('j', { ...place, at: -1 })).toBe(0);
  expect(keyAction('j', { ...place, count: 0 })).toBeUndefined();
});

test('Given_a_focused_row_When_a_letter_acts_Then_on_it', () => {
  expect(['e', 'h', 'a', 'z'].map((key) => keyAction(key, place))).toEqual([
    'complete',
    'postpone',
    'handOver',
    undefined,
  ]);
});

test('Given_letters_off_or_a_reader_When_pressed_Then_nothing', () => {
  expect(['j', 'e'].map((key) => keyAction(key, { ...place, singleKeys: false }))).toEqual([undefined, undefined]);
  expect(keyAction('e', { ...place, manages: false })).toBeUndefined();
  expect(keyAction('e', { ...place, at: -1 })).toBeUndefined();
});
