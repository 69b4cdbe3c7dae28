/** The code that a word suggests: its letters without accents and its digits, in capitals, a letter first; at most 40 characters. */
export function codeOf(word: string): string {
  const plain = word.replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return plain
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+/, '')
    .slice(0, 40)
    .replace(/_+$/, '');
}
