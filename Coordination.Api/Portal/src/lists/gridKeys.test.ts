import { expect, test } from 'vitest';
import { gridAction } from './gridKeys';

const at = { index: 3, count: 10, screen: 4, singleKeys: true };

test('Given_a_row_When_moving_keys_are_pressed_Then_the_row_moves_within_the_list', () => {
  expect(
    ['j', 'k', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => gridAction(key, at)),
  ).toEqual([4, 2, 4, 2, 7, 0, 0, 9].map((move) => ({ move })));
});

test('Given_nothing_selected_When_j_is_pressed_Then_the_first_row_is_selected', () => {
  expect(gridAction('j', { ...at, index: -1 })).toEqual({ move: 0 });
});

test('Given_letters_switched_off_When_pressed_Then_they_do_nothing_and_arrows_still_move', () => {
  const off = { ...at, singleKeys: false };
  expect(['e', 'x', 'c', 'b', 'r', 'j', 'k'].map((key) => gridAction(key, off))).toEqual(Array(7).fill(undefined));
  expect(gridAction('ArrowDown', off)).toEqual({ move: 4 });
});

test('Given_a_row_When_a_letter_is_pressed_Then_it_is_what_the_list_of_shortcuts_says', () => {
  expect(['e', 'x', 'c', 'b', 'r', 'd', 'h', 'a', 'z', ' ', 'q'].map((key) => gridAction(key, at))).toEqual([
    'take',
    'close',
    'confirm',
    'assess',
    'refresh',
    'duplicate',
    'snooze',
    'assign',
    'undo',
    'pick',
    undefined,
  ]);
});
