import { BRANDS, FILLERS, HONEST_NAMES, LURES, NEAR_NAMES, PROVINCES } from './brands.data.ts';
import { BANK_HOSTS, CHEAP_ENDINGS, OTHER_HOSTS, PLATFORM_HOSTS, PUBLIC_SUFFIXES, SHORTENERS, STATE_HOSTS, STATE_SUFFIXES } from './domains.data.ts';
import { decodePunycode } from './punycode.ts';
import { editDistance, foldLatin, skeleton } from './skeleton.ts';
import type { IdentifierWarning } from './types.ts';

const OFFICIAL = new Set([...STATE_SUFFIXES, ...STATE_HOSTS, ...BANK_HOSTS]);
const TARGETS: readonly string[] = [...STATE_HOSTS, ...BANK_HOSTS, ...PLATFORM_HOSTS];
const GENUINE = new Set([...OFFICIAL, ...PLATFORM_HOSTS, ...OTHER_HOSTS]);
/** A look-alike rule looks at names, not at pages; longer hosts do not exist (RFC 1035 §2.3.4). */
const MAX_HOST = 253;

/** Run by the state, a bank or a wallet. */
export const isOfficialHost = (host: string): boolean => parents(host).some((p) => OFFICIAL.has(p));
/** Official, or a platform, newspaper or other host known by name. */
export const isGenuineHost = (host: string): boolean => parents(host).some((p) => GENUINE.has(p));

function parents(host: string): string[] {
  if (host.length > MAX_HOST) return [];
  const labels = host.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** Letters of the Vietnamese alphabet with marks, digits and the dash: an honest Vietnamese domain name (VNNIC hands them out) is no disguise by itself. */
const VIETNAMESE = /^[a-z0-9\-àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/;
const isMixed = (label: string): boolean => /[a-z]/i.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label);

/** What is suspicious about a host as such. `host` lower case, ASCII (punycode kept). */
export function hostWarnings(host: string): IdentifierWarning[] {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('[')) return [{ code: 'ip-address' }];
  if (host.length > MAX_HOST) return [];
  const out: IdentifierWarning[] = [];
  const labels = host.split('.').map((l) => (l.startsWith('xn--') ? (decodePunycode(l.slice(4)) ?? l).normalize('NFC') : l));
  const unicode = labels.join('.');
  if (labels.some((l) => !VIETNAMESE.test(l) && !/^[\w-]+$/.test(l) || l.startsWith('xn--'))) out.push({ code: 'punycode', detail: unicode });
  if (labels.some(isMixed)) out.push({ code: 'confusable-characters', detail: unicode });
  if (host !== 'maps.app.goo.gl' && parents(host).some((p) => SHORTENERS.has(p))) return [...out, { code: 'shortener', detail: host }];
  if (isGenuineHost(host)) return out;
  const imitated = imitates(unicode);
  if (imitated) out.push({ code: 'lookalike-domain', detail: imitated });
  return out;
}

/** The genuine domain that a foreign host imitates, or null. `host` with its Unicode letters. */
export function imitates(host: string): string | null {
  if (host.length > MAX_HOST || isGenuineHost(host)) return null;
  const folded = foldLatin(host).replace(/\.$/, '');
  const state = stateInside(folded) ?? genuineInside(folded);
  if (state) return state;
  // Other countries' governments and their e-government words ("e-gov.go.jp") are theirs.
  if (/(?:^|\.)(?:gov|mil|edu)$|\.(?:gov|go|gob|gouv|govt|gub)\.(?!vn$|cc$|tk$|ml$)[a-z]{2}$/.test(folded)) return null;
  const labels = ownLabels(folded);
  if (labels.length === 0) return null;
  const shapes = labels.map((label) => [...new Set([label, withoutNumbers(label), ...label.split('-'), undoubled(label)].map(shape))]);
  return sameShape(labels) ?? brandIn(shapes) ?? nearName(shapes) ?? madeOfWords(labels, folded);
}

/** "congan.quangtri.gov.vn.xyz.top", "gov-vn.com", "dichvucong.gov.vn-xacthuc.com", "bocongan.govn.vn": the state's ending anywhere but at the end, or misspelt there. */
function stateInside(host: string): string | null {
  if (/(?:^|[.-])g[o0]v[.-]?vn(?:[.-]|$)/.test(host) || /(?:^|[.-])g[o0]v\.(?!vn$)[a-z]{2,4}\.?vn(?:[.-]|$)/.test(host)) return 'gov.vn';
  return /[^.]+\.(?:g[o0]{1,2}[wyvu]{1,2}|g0v|q[o0]v|gvo|gcv|gpv|govn|govt|gov[0-9])\.vn$/.test(host) && !/^www\.[^.]+\.vn$/.test(host) ? 'gov.vn' : null;
}

/** "vietcombank.com.vn.xyz.top": a whole genuine host as the front of another. */
function genuineInside(host: string): string | null {
  return TARGETS.find((g) => {
    const at = host.indexOf(g);
    return at >= 0 && (at === 0 || /[.-]/.test(host[at - 1] ?? '')) && /[.-]/.test(host[at + g.length] ?? '');
  }) ?? null;
}

/** The labels somebody chose: all in front of the public suffix. "login.vietcombank.com.vn" → login, vietcombank. */
export function ownLabels(host: string): string[] {
  const labels = host.split('.').filter(Boolean);
  for (let i = 1; i < labels.length - 1; i += 1) if (PUBLIC_SUFFIXES.has(labels.slice(i).join('.'))) return labels.slice(0, i);
  const isSecond = labels.length > 2 && /^(?:com|net|org|edu|info|biz|name|pro|health|gov|ac|int|io|id|ai|co)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(0, isSecond ? -2 : -1);
}

/** Skeleton without dashes, with the usual misspellings of "bank" put right: "mb-bamk" → "mbbank". */
function shape(label: string): string {
  return skeleton(label).replace(/-/g, '').replace(/b(?:amk|annk|nak|akn|aank|ankk|anck|anlk|amnk)(?![a-z]*bank)/g, 'bank');
}
/** "vneid2", "mbbank88", "vietcombank24h": a number at an end is no disguised letter. */
const withoutNumbers = (label: string): string => label.replace(/24h|24-?7/g, '').replace(/^\d{1,63}|\d{1,63}$/g, '');

/** "vnneid", "bidvv": a letter struck twice. */
const undoubled = (label: string): string => label.replace(/([a-z])\1/g, '$1');

const GENUINE_SHAPES = new Map(TARGETS.flatMap((g) => { const name = ownLabels(g).at(-1) ?? ''; return name.length >= 4 ? [[skeleton(name), { name, host: g }] as const] : []; }));
const GENUINE_NAMES = new Set([...TARGETS, ...OTHER_HOSTS].map((g) => ownLabels(g).at(-1) ?? ''));

/** Only look-alike characters away from a genuine name: "faceb00k", "bldv", "viẹtcombank". */
function sameShape(labels: readonly string[]): string | null {
  const own = labels.at(-1) ?? '';
  const found = GENUINE_SHAPES.get(skeleton(own));
  return found && own !== found.name && !GENUINE_NAMES.has(own) ? found.host : null;
}

const SHAPED = BRANDS.map(([word, of, use]) => ({ word: skeleton(word), of, use }));
const ANYWHERE = SHAPED.filter((b) => b.use === 'anywhere');
const EDGE = SHAPED.filter((b) => b.use === 'edge');
const BY_WORD = new Map(SHAPED.filter((b) => b.use !== 'anywhere').map((b) => [b.word, b]));

function brandIn(shapes: readonly (readonly string[])[]): string | null {
  for (const label of shapes.flat()) {
    const found = ANYWHERE.find((b) => label.includes(b.word)) ?? EDGE.find((b) => label.startsWith(b.word) && (b.word.length > 4 || goesOn(label.slice(b.word.length))));
    if (found) return found.of;
  }
  return null;
}

/** A short word needs another word behind it: "bidv-smart", "ubndxa…", not "bidvietnam". */
const goesOn = (rest: string): boolean => rest === '' || /^\d/.test(rest) || Array.from({ length: Math.min(LONGEST, rest.length) - 1 }, (_, i) => rest.slice(0, i + 2)).some((w) => WORDS.has(w));

const HONEST = new Set(HONEST_NAMES.map(skeleton));
const NEAR = NEAR_NAMES.map((name) => ({ name: skeleton(name), of: TARGETS.find((g) => ownLabels(g).at(-1) === name) ?? 'bocongan.gov.vn' }));

/** One wrong letter, two in long names: "sacombnk", "argibank", "faceboook". */
function nearName(shapes: readonly (readonly string[])[]): string | null {
  for (const label of shapes.flat()) {
    if (label.length < 7 || HONEST.has(label)) continue;
    for (const { name, of } of NEAR) {
      const limit = name.length >= 10 ? 2 : 1;
      const distance = editDistance(label, name, limit);
      // Two edits that also change an end make another word: "techcombine".
      if (distance <= 1 || distance <= limit && label[0] === name[0] && label.at(-1) === name.at(-1)) return of;
    }
  }
  return null;
}

type Role = 'lure' | 'filler' | 'province' | 'brand';
const WORDS = new Map<string, Role>([
  ...FILLERS.map((w) => [skeleton(w), 'filler'] as const), ...PROVINCES.map((w) => [skeleton(w), 'province'] as const), ...LURES.map((w) => [skeleton(w), 'lure'] as const), ...Array.from(BY_WORD.keys(), (w) => [w, 'brand'] as const),
]);
const LONGEST = Math.max(...Array.from(WORDS.keys(), (w) => w.length));

/** "conganquangtri", "vcb-digihuy", "acb.khoataikhoan": a name made of nothing but an agency's or bank's word and words of the trade. */
function madeOfWords(labels: readonly string[], host: string): string | null {
  // Names under edu.vn and ac.vn are given to schools only.
  if (/\.(?:edu|ac)\.vn$/.test(host)) return null;
  const isCheap = CHEAP_ENDINGS.has(host.slice(host.lastIndexOf('.') + 1)) || PUBLIC_SUFFIXES.has(host.split('.').slice(labels.length).join('.'));
  for (const text of [...labels, labels.join('')]) for (const joined of [shape(text), shape(withoutNumbers(text))]) {
    const words = HONEST.has(joined) ? null : split(joined);
    const brand = words && firstBrand(words);
    if (brand && isBorrowed(words, brand, { isCheap, isFront: text !== labels.at(-1), isDashed: text.includes('-') })) return brand.of;
  }
  return null;
}

/** An agency's word with any other word is borrowed. A company's needs a lure, a cheap ending, or dashes as in "app-mbbank"; agents use its name with a province ("viettel-hanoi"). */
function isBorrowed(words: readonly string[], brand: (typeof SHAPED)[number], at: { readonly isCheap: boolean; readonly isFront: boolean; readonly isDashed: boolean }): boolean {
  const isAlone = words.length === 1;
  if (brand.use === 'state') return !isAlone || brand.word.length > 4 || at.isCheap;
  if (isAlone) return at.isCheap && brand.word.length > (at.isFront ? 2 : 3);
  const roles = words.map((w) => WORDS.get(w));
  return roles.includes('lure') || (at.isCheap || at.isDashed) && !roles.includes('province');
}

function firstBrand(words: readonly string[]): (typeof SHAPED)[number] | undefined {
  const brands = words.flatMap((w) => BY_WORD.get(w) ?? []);
  return brands.find((b) => b.use === 'state') ?? brands[0];
}

/** The words a name is made of, with as many agency words as can be, or null when something is left over. Dynamic programme over at most 253 characters. */
function split(text: string): string[] | null {
  if (text === '' || text.length > MAX_HOST) return null;
  const best: (readonly [score: number, from: number] | undefined)[] = [[0, -1]];
  for (let end = 1; end <= text.length; end += 1) for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
    const before = best[from];
    const role = before && WORDS.get(text.slice(from, end));
    if (!before || !role) continue;
    // Fewer words are likelier; an agency's word counts, so that it is seen where two readings exist.
    const score = before[0] - 2 + (role === 'brand' ? 1 : 0);
    const known = best[end];
    if (!known || score > known[0]) best[end] = [score, from];
  }
  if (!best[text.length]) return null;
  const words: string[] = [];
  for (let end = text.length; end > 0;) { const from = best[end]?.[1] ?? 0; words.unshift(text.slice(from, end)); end = from; }
  return words;
}
