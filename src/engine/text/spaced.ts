import { CUES, SETS } from './cues.data.ts';

/**
 * Words whose letters are set apart to pass filters: "c.h.u.y.ể.n", "c h u y ể n  k h o ả n", "e m c h u y ể n 2 0 t r". The commonest separator stands
 * between letters, any other between words; where there is no other, syllables are told apart by what Vietnamese can say.
 */

/** A stretch of single letters and digits, each with one to three separators before the next. Linear: no part can match in two ways. */
const STRETCH = /(?<![A-Za-z0-9])[A-Za-z0-9](?:[.\-_*·~^ ]{1,3}[A-Za-z0-9](?![A-Za-z0-9])){3,}/g;
const LEAST_LETTERS = 4;
/** A longer stretch is no message; its letters are joined and not parted into syllables. */
const MOST_LETTERS = 2000;

/** What becomes of folded text: ranges to keep as they are, and places where one space stands for a separator. */
export interface Joined { readonly out: string; readonly from: Uint32Array }

/** Returns null when nothing is set apart. `from[i]` is the index in `text` that character i of the result came from. */
export function joinSpaced(text: string): Joined | null {
  const parts: string[] = [];
  // Joining only takes away: the result is never longer.
  let from: Uint32Array | null = null;
  let size = 0;
  let done = 0;
  const add = (part: string, at: number): void => { parts.push(part); from ??= new Uint32Array(text.length); for (let i = 0; i < part.length; i += 1) from[size++] = at + i; };
  for (const match of text.matchAll(STRETCH)) {
    const words = wordsOf(match[0], /^\.[a-z]{2}/i.test(text.slice(match.index + match[0].length, match.index + match[0].length + 3)));
    if (!words) continue;
    add(text.slice(done, match.index), done);
    words.forEach((word, i) => {
      if (i > 0) add(' ', match.index + (word[0] ?? 1) - 1);
      for (const at of word) add(match[0].charAt(at), match.index + at);
    });
    done = match.index + match[0].length;
  }
  if (done === 0) return null;
  add(text.slice(done), done);
  return { out: parts.join(''), from: (from ?? new Uint32Array()).subarray(0, size) };
}

/** Offsets of the letters of each word, or null when the stretch is no disguise: initials, an enumeration, short forms of chat. */
function wordsOf(raw: string, isHostLike: boolean): number[][] | null {
  const parts: { readonly at: number; readonly letter: string; readonly mark: string }[] = [];
  let letters = 0;
  for (let at = 0, next = 1; at < raw.length; at = next, next += 1) {
    while (next < raw.length && isSeparator(raw.charCodeAt(next))) next += 1;
    const letter = raw.charAt(at).toLowerCase();
    if (letter > '9') letters += 1;
    parts.push({ at, letter, mark: raw.slice(at + 1, next) });
  }
  if (letters < LEAST_LETTERS) return null;
  const inner = commonest(parts.slice(0, -1).map((p) => p.mark));
  if (inner === null) return null;
  const groups: (typeof parts)[] = [[]];
  for (const part of parts) {
    groups.at(-1)?.push(part);
    if (part.mark !== '' && part.mark !== inner) groups.push([]);
  }
  const plain = groups.map((g) => g.map((p) => p.at));
  if (parts.length > MOST_LETTERS) return plain;
  const readable = groups.map((g) => split(g.map((p) => p.letter).join('')));
  // Single letters with plain spaces are also how chat is written ("a e k c"), with dots the labels of a host: only what can be read is a word.
  if ((inner === ' ' || isHostLike) && groups.length < 3 && readable.some((r) => r === null)) return null;
  return plain.flatMap((given, k) => { let start = 0; return (readable[k] ?? [given.length]).map((n) => { const part = given.slice(start, start + n); start += n; return part; }); });
}

/** In a stretch whatever is no ASCII letter or digit. */
const isSeparator = (c: number): boolean => c < 48 || (c > 57 && c < 65) || (c > 90 && c < 97) || c > 122;

/** What stands between most letters: one character, or nothing is set apart. */
function commonest(marks: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [inner = '', often = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return inner.length === 1 && often * 2 >= marks.length ? inner : null;
}

const RIMES = 'a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et enh ech eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oet oi om on ong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yeu';
const SYLLABLE = new RegExp(`^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?(?:${RIMES.replaceAll(' ', '|')})$`);
const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
/** Words of the cues, and what stands beside them: likelier than syllables that merely exist. */
const KNOWN: ReadonlySet<string> = new Set([...Object.values(SETS), ...Object.values(CUES)].flat().flatMap((p) => strip(p).split(/[^a-z]+/)).filter((w) => w.length > 1).concat('dong ong ba thay sep ngan hang tai khoan trieu nghin tr stk otp zalo bank ck tk tinh so huyen xa'.split(' ')));
const LONGEST = 11;

/** Lengths of the words that a run of letters is made of, at least cost; null when it cannot be read. */
function split(run: string): number[] | null {
  const cost = new Float64Array(run.length + 1).fill(Infinity);
  const back = new Int32Array(run.length + 1);
  cost[0] = 0;
  for (let i = 0; i < run.length; i += 1) {
    const so = cost[i] ?? Infinity;
    if (so === Infinity) continue;
    const reach = (end: number, price: number): void => { if (so + price < (cost[end] ?? Infinity)) { cost[end] = so + price; back[end] = i; } };
    const digits = /^\d+/.exec(run.slice(i, i + 20))?.[0].length ?? 0;
    if (digits > 0) { reach(i + digits, 1); continue; }
    for (let n = 1; n <= LONGEST && i + n <= run.length; n += 1) {
      const word = run.slice(i, i + n);
      if (KNOWN.has(word)) reach(i + n, 1);
      else if (n > 1 && n <= 7 && SYLLABLE.test(word)) reach(i + n, 2.5);
    }
  }
  if (cost[run.length] === Infinity) return null;
  const lengths: number[] = [];
  for (let at = run.length; at > 0; at = back[at] ?? 0) lengths.unshift(at - (back[at] ?? 0));
  return lengths;
}
