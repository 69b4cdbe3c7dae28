import { expect, test } from 'vitest';
import { type Item, placeOf, under } from './tree';

const item = (id: string, kind: Item['kind'] = 'PROBLEM', parent: string | null = null) =>
  ({ id, kind, parent }) as Item;

test('Given_siblings_When_one_is_moved_Then_it_is_said_before_which', () => {
  const all = [item('a'), item('b'), item('c')];
  expect(placeOf(all, item('b'), -1)).toEqual({ before: 'a' });
  expect(placeOf(all, item('a'), 1)).toEqual({ before: 'c' });
  expect(placeOf(all, item('b'), 1)).toEqual({ before: null });
  expect(placeOf(all, item('a'), -1)).toBeUndefined();
  expect(placeOf(all, item('c'), 1)).toBeUndefined();
});

test('Given_an_item_whose_parent_is_hidden_When_listed_Then_it_stands_among_those_without', () => {
  const all = [item('p'), item('o', 'OBJECTIVE', 'p'), item('h', 'OBJECTIVE', 'hidden'), item('n', 'OBJECTIVE')];
  expect(under(all, 'OBJECTIVE', 'p').map((one) => one.id)).toEqual(['o']);
  expect(under(all, 'OBJECTIVE', null).map((one) => one.id)).toEqual(['h', 'n']);
});
