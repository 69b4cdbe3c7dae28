import { expect, test } from 'vitest';
import { differing, modalityOf, optionOfKey, type Question, toggleFlag, wordsOf } from './grid';

const question = {
  code: 'FLAGS',
  label: 'Situation',
  why: null,
  kind: 'FLAGS',
  options: [
    { code: 'R32', label: 'Un', exclusive: false },
    { code: 'R15', label: 'Deux', exclusive: false },
    { code: 'GEN-365', label: 'Aucune', exclusive: true },
  ],
} as unknown as Question;

test('four adverbs said yes are A, four said no are C, any other mix is B', () => {
  expect(['1111', '0000', '1011', 'B', '111', ''].map(modalityOf)).toEqual(['A', 'C', 'B', 'B', undefined, undefined]);
});

test('an option that stands alone takes the others away, and goes with any other', () => {
  expect(toggleFlag(question, 'R32', 'R15')).toBe('R32,R15');
  expect(toggleFlag(question, 'R32,R15', 'GEN-365')).toBe('GEN-365');
  expect(toggleFlag(question, 'GEN-365', 'R15')).toBe('R15');
  expect(toggleFlag(question, 'R15', 'R15')).toBeNull();
});

test('a digit stands for an option, and only for one that there is', () => {
  expect(optionOfKey(question, '2')).toBe('R15');
  expect(optionOfKey(question, '4')).toBeUndefined();
  expect(optionOfKey(question, 'a')).toBeUndefined();
});

test('what differs is named on both sides, and answers have words', () => {
  expect(
    differing(
      new Map([
        ['A', '1'],
        ['B', '1'],
      ]),
      new Map([
        ['B', '2'],
        ['C', '1'],
      ]),
    ),
  ).toEqual(['A', 'B', 'C']);
  expect(wordsOf(question, 'R32,R15')).toBe('Un, Deux');
  expect(wordsOf(question, undefined)).toBeUndefined();
});
