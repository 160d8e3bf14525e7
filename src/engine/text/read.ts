import { isGenuineHost } from '#engine/identifiers/index.ts';
import { findClaimedName } from './claims.ts';
import { findEntities } from './entities.ts';
import { fold, originalSpan, type Folded } from './fold.ts';
import type { Found } from './found.ts';
import { judge } from './judge.ts';
import { ownVoice, quotedScore } from './quoted.ts';
import { findRoles, withRoleWords, type Role } from './roles.ts';
import { findCues, findSigns, type Cues, type FoundSign } from './signs.ts';
import type { Entity, Reading, SignCode } from './types.ts';
import { splitWords, type Words } from './words.ts';

/** How many entities and signs a reading carries at most: a text with more is a list, and an answer of megabytes helps nobody. */
const MOST_ENTITIES = 500;
const MOST_SIGNS = 200;

/** Two different warning words, or one and a teller; below that a criminal's own "coi chừng lừa đảo" would silence the reader. */
const QUOTED = 1;

/** What the probability rests on; bench and training see the same as `read`. */
export interface Inside {
  readonly folded: Folded;
  readonly words: Words;
  readonly cues: Cues;
  readonly found: readonly Found[];
  readonly signs: readonly FoundSign[];
  readonly quotedScore: number;
  readonly isQuoted: boolean;
  readonly hasPersonHolder: boolean;
  /** The sender names himself or his office: "giám đốc đây", "tôi là …". */
  readonly saysWho: boolean;
  readonly hasForeignUrl: boolean;
}

export function readInside(text: string): Inside {
  const folded = fold(text);
  const stage = findEntities(folded, text);
  const plainWords = splitWords(folded, text, stage.found.map((f) => ({ start: f.start, end: f.end, kind: SLOT[f.type] ?? f.type })));
  const roles = findRoles(plainWords);
  const words = withRoleWords(plainWords, roles);
  const name = findClaimedName(words, folded, text);
  const cues = findCues(words);
  const found = [...stage.found, ...roleEntities(roles, plainWords), ...(name ? [name] : [])].sort((a, b) => a.start - b.start || b.end - a.end);
  const hasAccount = found.some((f) => f.type === 'bank_account');
  const score = quotedScore(words, cues, /["“”«»]/.test(text)) - ownVoice(words, cues, hasAccount, name?.start ?? null);
  // A notice that brings a code ("tuyệt đối không chia sẻ") warns about itself and tells of nobody.
  const isQuoted = score >= QUOTED && !(found.some((f) => f.type === 'otp') && !cues.has('reported'));
  const holder = found.find((f) => f.type === 'holder_name');
  const hasForeignUrl = found.some((f) => f.type === 'url' && !isStateOrShop(String(f.value)));
  const signs = findSigns({
    words, cues, entities: found, hasPersonHolder: stage.hasPersonHolder, holderIsSender: name !== null && holder !== undefined && sameGiven(String(name.value), String(holder.value)),
    hasForeignUrl, isQuoted,
  });
  return { folded, words, cues, found, signs, quotedScore: score, isQuoted, hasPersonHolder: stage.hasPersonHolder, hasForeignUrl, saysWho: name !== null || roles.some((r) => saysToBe(plainWords, r)) };
}

/** Hosts below the state's endings, banks, shops and platforms; a page of theirs is opened every day. */
function isStateOrShop(url: string): boolean {
  return isGenuineHost(url.split(/[/:?#]/)[0] ?? '') && !/^(?:t\.me|zalo\.me|facebook\.com|m\.me)/.test(url);
}

const SLOT: Readonly<Record<string, string>> = { bank_account: 'account', holder_name: 'holder', national_id: 'id' };

/** The office a message speaks for: the one it says to be; else the first head of an office it invokes. Others that it mentions are nobody's claim. */
function roleEntities(roles: readonly Role[], words: Words): Found[] {
  const rank = (role: Role): number => (saysToBe(words, role) ? 0 : !role.isLeader ? 4 : VAGUE.has(role.value) ? 2 : /^(?:thủ trưởng|tổ trưởng|chủ nhiệm)$/.test(role.value) ? 3 : 1);
  let best: Role | undefined;
  let least = Infinity;
  for (const role of roles) { const r = rank(role); if (r < least) { best = role; least = r; } if (r === 0) break; }
  if (!best || (least === 4 && MENTIONED.has(best.value)) || (VAGUE.has(best.value) && isGeneral(words, best))) return [];
  const start = words.list[best.from]?.start ?? 0;
  return [{ type: 'claimed_role', value: best.value, start, end: words.list[best.to - 1]?.end ?? start }];
}
const VAGUE = new Set(['sếp', 'lãnh đạo']);
/** Clerks and teachers are mostly addressed or mentioned; they are claims only where the sender says "là" or "đây". */
const MENTIONED = new Set(['kế toán', 'văn thư', 'thủ quỹ', 'giáo viên', 'bác sĩ', 'nhân viên ngân hàng']);

/** "sếp mà nhắn …", "sếp dặn mai …": the word for any superior. */
function isGeneral(words: Words, role: Role): boolean {
  return ['ma', 'dan', 'nao', 'bao', 'khong', 'cua'].includes(words.list[role.to]?.plain ?? '');
}

/** "giám đốc đây", "em là thư ký …", and neither "ở đây" nor "giám đốc ơi". */
function saysToBe(words: Words, role: Role): boolean {
  if (['la'].includes(words.list[role.from - 1]?.plain ?? '') && role.from > 0) return true;
  for (let i = role.to; i < Math.min(role.to + 6, words.list.length); i += 1) {
    const word = words.list[i];
    if (!word || word.gap === 2 || ['oi', 'a'].includes(word.plain)) return false;
    if (word.plain === 'day') return !['o', 'tai', 'vao', 'qua', 'den'].includes(words.list[i - 1]?.plain ?? '');
  }
  return false;
}

function sameGiven(name: string, holder: string): boolean {
  const last = (text: string): string => fold(text).text.trim().split(/\s+/).at(-1) ?? '';
  return last(name) === last(holder);
}

/** Reads one message. Linear in its length; offsets are UTF-16 on the text given. */
export function read(text: string): Reading {
  const inside = readInside(text);
  const { folded } = inside;
  const { probability, band } = judge(inside);
  return {
    entities: inside.found.slice(0, MOST_ENTITIES).map((f) => toEntity(f, folded, text)),
    signs: inside.signs.slice(0, MOST_SIGNS).map((s) => ({ code: s.code, ...originalSpan(folded, s.start, s.end) })),
    quoted: inside.isQuoted, probability, band,
  };
}

function toEntity(found: Found, folded: Folded, original: string): Entity {
  const { start, end } = originalSpan(folded, found.start, found.end);
  return {
    type: found.type, value: found.value, ...(found.e164 ? { e164: found.e164 } : {}), text: original.slice(start, end), start, end,
    ...(found.alternatives && found.alternatives.length > 0 ? { alternatives: found.alternatives } : {}),
  };
}

const REQUESTS: ReadonlySet<SignCode> = new Set(['request_money', 'request_credentials', 'link_or_app', 'hijack_hook']);

/** Does the message want something dangerous: money, codes, a link or app – or is it the hook before that? Never when it only tells of one. */
export function hasRequest(reading: Reading): boolean {
  if (reading.quoted) return false;
  const has = (code: SignCode): boolean => reading.signs.some((s) => s.code === code);
  // First contact: a new number to be saved, whoever says so, or somebody of rank who must not be called. The money comes in the next message.
  const isFirstContact = has('new_account_or_number') || (has('claims_leader') && (has('avoids_call') || has('secrecy')));
  return isFirstContact || reading.signs.some((s) => REQUESTS.has(s.code));
}
