import { expect, test } from 'vitest';
import { firstWindow, learn, pageSize, pagesHeld, pagesOf, reach } from './pageWindow';

const known = (pages: number) =>
  Array.from({ length: pages - 1 }, (_, page) => page).reduce(
    (window, page) => learn(window, page, `c${page + 1}`),
    firstWindow,
  );

test('Given_a_new_list_When_nothing_is_known_Then_only_the_first_page_is_asked_for', () => {
  expect(pagesOf(firstWindow)).toEqual([0, undefined, undefined]);
});

test('Given_ten_known_pages_When_a_far_row_is_reached_Then_three_pages_are_held_around_it', () => {
  const window = reach(known(10), 7 * pageSize + 5);
  expect(pagesOf(window)).toEqual([5, 6, 7]);
  expect(pagesOf(window).length).toBe(pagesHeld);
});

test('Given_a_far_window_When_going_back_up_Then_the_rows_above_are_held_again', () => {
  const window = reach(reach(known(10), 9 * pageSize), 2 * pageSize);
  expect(pagesOf(window)).toEqual([1, 2, 3]);
});

test('Given_unknown_cursors_When_the_last_row_is_reached_Then_the_window_goes_only_as_far_as_known', () => {
  expect(pagesOf(reach(known(2), 99 * pageSize))).toEqual([0, 1, undefined]);
});

test('Given_a_cursor_that_changed_When_learned_Then_those_after_it_are_forgotten', () => {
  expect(learn(known(4), 0, 'other').cursors).toEqual([null, 'other']);
});
