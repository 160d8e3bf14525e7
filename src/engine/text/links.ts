import { readEmail, readLink } from '#engine/identifiers/index.ts';
import type { Found, Taken } from './found.ts';

/** Links, profiles and e-mail addresses on folded text (case kept: ids of share links tell case apart). */

/** Read outward from each "@": a pattern that begins before it would be tried at every letter. RFC 5321 lengths. */
const LOCAL = /[a-z0-9][a-z0-9._%+-]*$/i;
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z0-9@-])/i;
/** Endings without which "anh.em" or "v.v" would be hosts. Cheap endings that criminals buy stand beside the usual ones. */
const TLD = 'com|net|org|vn|info|top|xyz|vip|club|online|site|shop|store|live|life|app|cc|me|io|co|tv|us|asia|pro|icu|win|fun|link|click|space|website|tech|cloud|world|today|work|mobi|biz|ly|gl|la|in|to|ws|pw|tk|ml|ga|cf|gq|buzz|cyou|cfd|sbs|lol|monster|quest|rest|bond|one|page|dev|zone|center|support|help|news|network|group|finance|money|loan|bid|trade|date|download|gd|st|im|id|eu|cn|hk|jp|kr|tw|sg|th|kh|ph|my|uk|de|fr|ru|edu|gov|name|int|host|press|fit|run|plus|mom|autos|beauty|hair|skin|makeup|boats|homes|yachts|motorcycles|art|bar|cam|cash|chat|city|deals|digital|email|express|fan|fans|global|gold|guru|ink|ltd|market|media|menu|ninja|party|photos|pics|race|red|review|rocks|science|show|social|software|stream|studio|team|tips|tools|uno|video|vote|wang|wiki|academy|agency|bank|credit|capital|cards|care|chatgpt|fund|games|game|express|ai|gg|so|sh|re|rip|ee|be|at|is|ink|kim|land|law|ltda|ngo|nhl';
const URL_LIKE = new RegExp(`(?<![a-z0-9@._-])(?:https?:\\/\\/[^\\s<>"'()]{3,500}|tg:\\/\\/resolve\\?[^\\s<>"']{3,200}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}(?:${TLD})(?![a-z0-9-])(?!\\.[a-z0-9])(?::\\d{2,5})?(?:[/?#][^\\s<>"'()]{0,400})?)`, 'gi');
const TRAILING = /[.,;:!?)\]}>"'”…]+$/;

/** Comparing a host with all genuine ones costs a fifth of a millisecond; no message has fifty links. */
const MOST_LINKS = 50;

export function findLinks(cased: string, taken: Taken): Found[] {
  const out: Found[] = [];
  let tried = 0;
  const add = (start: number, raw: string, read: (text: string) => Reads | null): void => {
    const text = raw.replace(TRAILING, '');
    const end = start + text.length;
    if (taken.has(start, end) || (tried += 1) > MOST_LINKS) return;
    const found = read(text);
    if (!found) return;
    taken.add(start, end);
    out.push(...found.map((f) => ({ ...f, start, end })));
  };
  for (let at = cased.indexOf('@'), seen = 0; at >= 0 && seen < MOST_LINKS * 10; at = cased.indexOf('@', at + 1), seen += 1) {
    const local = LOCAL.exec(cased.slice(Math.max(0, at - 64), at));
    const domain = local && DOMAIN.exec(cased.slice(at + 1, at + 256));
    if (local && domain) add(at - local[0].length, `${local[0]}@${domain[0]}`, emailAt);
  }
  if (/\.\w|:\/\//.test(cased)) for (const m of cased.matchAll(URL_LIKE)) if (isHost(m[0])) add(m.index, m[0], linkAt);
  return out;
}

type Reads = readonly Pick<Found, 'type' | 'value'>[];

function emailAt(raw: string): Reads | null {
  const read = readEmail(raw);
  return read ? [{ type: 'email', value: read.value }] : null;
}

/** "xong.cho em": a full stop without a space is no host. Bare hosts need a digit, a hyphen, a path, several labels or four letters before an ending that is no Vietnamese word. */
function isHost(raw: string): boolean {
  if (raw.includes('://')) return true;
  const host = raw.split(/[/?#:]/)[0] ?? '';
  const labels = host.toLowerCase().split('.');
  const ending = labels.at(-1) ?? '';
  if (/^\d+$/.test(labels[0] ?? '') && labels.length === 2) return false;
  if (!/^(?:me|co|la|to|in|so|is|at|be|im|re|tin|ai|st|th|my|vote|chat|party|show|team|mom|bar|red|one|kim|bank|fan|land|sh)$/.test(ending)) return true;
  return /[/?]/.test(raw) || /[\d-]/.test(host) || (labels.length > 2);
}

/** A profile is both: "platform:id" as the register knows it, and the address as written, without its scheme. */
function linkAt(raw: string): Reads | null {
  const read = readLink(raw);
  if (!read) return null;
  const address = raw.replace(/^https?:\/\//i, '').replace(/^www\./i, '').replace(/\/$/, '');
  const at = address.search(/[/?#:]/);
  const url = at < 0 ? address.toLowerCase() : address.slice(0, at).toLowerCase() + address.slice(at);
  const link = { type: 'url' as const, value: url };
  return read.type === 'profile' ? [{ type: 'profile', value: read.value }, link] : [link];
}
