import { expect, test } from 'vitest';
import { codeOf } from './typology';

test.each([
  ['Aucun transport adapté', 'AUCUN_TRANSPORT_ADAPTE'],
  ['  Maître d’œuvre – n° 2 ! ', 'MAITRE_D_OEUVRE_N_2'],
  ['24 h sans aide', 'H_SANS_AIDE'],
  ['', ''],
  ['…', ''],
])('Given_the_word_%s_When_a_code_is_suggested_Then_it_is_%s', (word, code) => {
  expect(codeOf(word)).toBe(code);
});

test('Given_a_long_word_When_a_code_is_suggested_Then_it_ends_within_forty_characters_and_not_with_an_underscore', () => {
  expect(codeOf(`${'a'.repeat(39)} b`)).toBe('A'.repeat(39));
});
