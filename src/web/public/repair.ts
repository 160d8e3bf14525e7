/** Letters that people type, or a picture shows, for a digit. */
const LETTER_DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1', i: '1', S: '5', B: '8', Z: '2' };

/** The first letter that stands where a digit belongs, in something that is otherwise a number; null when it is no number. Positions count from 1, spaces left out. */
export function misreadDigit(value: string): { letter: string; position: number; digit: string } | null {
  const compact = value.slice(0, 64).replace(/[\s.\-()+]/g, '');
  const digits = compact.replace(/\D/g, '').length;
  if (digits < 5 || compact.length - digits > 3 || compact.length > 24) return null;
  for (const [i, letter] of [...compact].entries()) {
    if (/\d/.test(letter)) continue;
    const digit = LETTER_DIGIT[letter];
    return digit === undefined ? null : { letter, position: i + 1, digit };
  }
  return null;
}
