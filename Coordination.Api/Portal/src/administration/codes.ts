/** The INSEE codes of a text: separated by anything that is in none, each once, in the order written. */
export function codesOf(text: string): string[] {
  return [...new Set(text.toUpperCase().split(/[^0-9A-Z]+/))].filter((code) => code !== '');
}
