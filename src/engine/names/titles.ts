import { ADDRESS, COMPANIES, POSITIONS, UNITS } from './titles.data.ts';

export type WordRole = 'address' | 'position' | 'unit' | 'company';

interface Phrase { readonly words: readonly string[]; readonly role: WordRole }
/** First word → phrases, longest first, so that "phó giám đốc" is read before "phó". */
const PHRASES = new Map<string, Phrase[]>();

function learn(list: readonly string[], role: WordRole): void {
  for (const text of list) {
    const words = text.split(' ');
    const first = words[0] ?? '';
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { words, role }].sort((a, b) => b.words.length - a.words.length));
  }
}
learn(POSITIONS, 'position');
learn(ADDRESS, 'address');
learn(UNITS, 'unit');
learn(COMPANIES, 'company');

export interface Found { readonly length: number; readonly roles: readonly WordRole[] }

/** The longest title, unit or firm phrase that begins at word `at`; several lists may know it. */
export function phraseAt(folds: readonly string[], at: number): Found | null {
  const known = PHRASES.get(folds[at] ?? '');
  if (!known) return null;
  const fits = known.filter(({ words }) => words.every((w, k) => folds[at + k] === w));
  const length = fits[0]?.words.length ?? 0;
  return length === 0 ? null : { length, roles: fits.filter((p) => p.words.length === length).map((p) => p.role) };
}

const FIRM = new Set(COMPANIES);
/** Folded holder name of a firm or body? Trades that are also names ("Quan", "Quy") count only with a legal form behind them. */
export function isFirm(folds: readonly string[]): boolean {
  const strong = (text: string): boolean => FIRM.has(text) && !AMBIGUOUS_FIRM.has(text);
  for (let i = 0; i < folds.length; i += 1) {
    for (let n = 1; n <= 4 && i + n <= folds.length; n += 1) if (strong(folds.slice(i, i + n).join(' '))) return true;
  }
  return false;
}
const AMBIGUOUS_FIRM = new Set(['quan', 'quy', 'hoi', 'truong', 'vien', 'com', 'pho', 'bun', 'cp', 'auto', 'spa', 'mobile']);
