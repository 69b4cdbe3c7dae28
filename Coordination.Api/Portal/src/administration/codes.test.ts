import { expect, test } from 'vitest';
import { codesOf } from './codes';

test('Given_codes_in_a_text_When_read_Then_whatever_separates_them_each_comes_once', () => {
  expect(codesOf(' 47001, 47002;2a004\n47001 ')).toEqual(['47001', '47002', '2A004']);
});
test('Given_no_code_When_read_Then_there_is_none', () => {
  expect(codesOf(' , ')).toEqual([]);
});
