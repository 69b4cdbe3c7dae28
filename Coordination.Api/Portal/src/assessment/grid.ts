import type { AssessmentGridsQuery } from '../gql/graphql';

export type Grid = AssessmentGridsQuery['assessmentGrids'][number];
export type Question = Grid['groups'][number]['questions'][number];

/** A, B or C of an answer to an activity: four adverbs said yes are A, four said no are C. */
export function modalityOf(value: string | undefined): 'A' | 'B' | 'C' | undefined {
  if (value === 'A' || value === 'B' || value === 'C') return value;
  if (!value || !/^[01]{4}$/.test(value)) return undefined;
  return value === '1111' ? 'A' : value === '0000' ? 'C' : 'B';
}

/** The option of a question that a digit key stands for. */
export function optionOfKey(question: Question, key: string): string | undefined {
  return /^[1-9]$/.test(key) ? question.options[Number(key) - 1]?.code : undefined;
}

/** A flag more or less: one that stands alone takes the others away. */
export function toggleFlag(question: Question, value: string | undefined, code: string): string | null {
  const chosen = new Set((value ?? '').split(',').filter(Boolean));
  const alone = (one: string) => question.options.find((option) => option.code === one)?.exclusive === true;
  if (chosen.has(code)) chosen.delete(code);
  else {
    for (const other of chosen) if (alone(code) || alone(other)) chosen.delete(other);
    chosen.add(code);
  }
  const kept = question.options.map((option) => option.code).filter((one) => chosen.has(one));
  return kept.length ? kept.join(',') : null;
}

/** Questions of which the answer is not the same on both sides. */
export function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((question) => one.get(question) !== other.get(question));
}

/** The words of an answer, as the grid has them. */
export function wordsOf(question: Question, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const label = (code: string | undefined) => question.options.find((option) => option.code === code)?.label;
  if (question.kind === 'ACTIVITY') return label(modalityOf(value));
  return value
    .split(',')
    .map((code) => label(code) ?? code)
    .join(', ');
}
