import { expect, test } from 'vitest';
import { withGone } from './lingering';

const row = (id: string) => ({ id });
const idsOf = (shown: ReturnType<typeof withGone<{ id: string }>>) =>
  shown.map((s) => (s.gone ? `-${s.row.id}` : s.row.id));

test('Given_a_row_that_left_When_read_again_Then_it_stays_struck_in_its_place', () => {
  const before = withGone([], [row('a'), row('b'), row('c')]);
  const after = withGone(before, [row('a'), row('c')]);
  expect(idsOf(after)).toEqual(['a', '-b', 'c']);
});

test('Given_a_struck_row_When_it_comes_back_Then_it_is_struck_no_longer', () => {
  const struck = withGone(withGone([], [row('a')]), []);
  expect(idsOf(struck)).toEqual(['-a']);
  expect(idsOf(withGone(struck, [row('a')]))).toEqual(['a']);
});

test('Given_new_rows_When_read_Then_they_are_there_and_nothing_is_struck', () => {
  expect(idsOf(withGone([], [row('a'), row('b')]))).toEqual(['a', 'b']);
});
