import { hostWarnings, isGenuineHost } from './domains.ts';
import { readPhone } from './phones.ts';
import type { Identifier, IdentifierWarning, Platform } from './types.ts';

/** Links and profiles. Facebook, Zalo and the others reduce to "platform:id"; everything else is a normalised URL. */

const MAX_LINK = 2048;
/** Punctuation of the sentence around a link. */
const TRAILING = /[.,;:!?)\]}>"'”/]+$/;
/** Parameters that only track the reader; two links that differ in them are one. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igshid|mibextid|__tn__|__cft__.*|ref|refsrc|_rdr|rdid|share_url|sfnsn|si|feature|locale|_t|_r|is_from_webapp|sender_device)$/i;

/** Reads a link with or without scheme ("fb.com/x"); null when it is none. */
export function readLink(raw: string): Identifier | null {
  const text = raw.normalize('NFKC').replace(/\p{Cf}/gu, '').trim().replace(TRAILING, '');
  if (text.length < 4 || text.length > MAX_LINK || /\s/.test(text)) return null;
  if (/^tg:\/\/resolve\?/i.test(text)) return telegramScheme(text);
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && (/^[a-z][\w+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) || text.includes('@') && !text.includes('/'))) return null;
  const url = parse(hasScheme ? text : `https://${text}`);
  if (!url || !/^(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}-]+$|^\d+\.\d+\.\d+\.\d+$|^\[/u.test(url.hostname)) return null;
  // "1.250.000" and "12.30": digits with dots are no host unless a scheme says so.
  if (!hasScheme && /^[\d.]+$/.test(url.hostname)) return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  return profileOf(host, url) ?? plainUrl(host, url);
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function plainUrl(host: string, url: URL): Identifier {
  for (const name of Array.from(url.searchParams.keys())) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.hash = '';
  // "http://vietcombank.com.vn@evil.top": the part before @ is decoration, and a lie.
  const hadUser = url.username !== '' || url.password !== '';
  const pretended = url.username.toLowerCase();
  url.username = '';
  url.password = '';
  const warnings = hostWarnings(host);
  if (hadUser) warnings.push({ code: 'lookalike-domain', detail: isGenuineHost(pretended) ? pretended : '' });
  const value = url.href.replace(TRAILING, '');
  return { type: 'url', value, display: value.replace(/^https:\/\//, ''), kind: warnings.some((w) => w.code === 'shortener') ? 'shortener' : isGenuineHost(host) ? 'official-domain' : 'web', warnings };
}

function profile(platform: Platform, id: string, kind: string, warnings: readonly IdentifierWarning[] = []): Identifier {
  return { type: 'profile', value: `${platform}:${id}`, display: DISPLAY[platform]?.(id) ?? `${platform}:${id}`, kind, warnings };
}
const DISPLAY: Partial<Record<Platform, (id: string) => string>> = {
  facebook: (id) => (/^\d+$/.test(id) ? `facebook.com/profile.php?id=${id}` : `facebook.com/${id}`),
  messenger: (id) => `m.me/${id}`, zalo: (id) => `zalo.me/${/^84\d{9}$/.test(id) ? `0${id.slice(2)}` : id}`, telegram: (id) => `t.me/${id}`, tiktok: (id) => `tiktok.com/${id}`, youtube: (id) => `youtube.com/${id}`, viber: (id) => `viber:${id}`,
};

function profileOf(host: string, url: URL): Identifier | null {
  const bare = host === 'm.me' ? host : host.replace(/^(?:www|m|web|mbasic|touch|vi-vn|en-gb|l|lm|business|chat|mobile)\./, '');
  const path = url.pathname.split('/').filter(Boolean).map(decode);
  switch (bare) {
    case 'facebook.com': case 'fb.com': case 'fb.me': case 'fb.watch': case 'facebook.com.vn': return bare === 'facebook.com.vn' ? null : facebook(path, url);
    case 'm.me': case 'messenger.com': return messenger(path);
    case 'zalo.me': case 'chat.zalo.me': case 'oa.zalo.me': return zalo(path);
    case 't.me': case 'telegram.me': case 'telegram.dog': return telegram(path);
    case 'tiktok.com': return tiktok(path);
    case 'vm.tiktok.com': case 'vt.tiktok.com': return path[0] ? profile('tiktok', path[0], 'share', [{ code: 'opaque-share-link' }]) : null;
    case 'youtube.com': case 'youtu.be': return youtube(path);
    default: return null;
  }
}
function decode(part: string): string {
  try { return decodeURIComponent(part); } catch { return part; }
}

/** First path segments that are functions of the site, not people. */
const NOT_A_NAME = new Set(['watch', 'login', 'login.php', 'help', 'marketplace', 'events', 'gaming', 'hashtag', 'search', 'settings', 'notifications', 'photo', 'photo.php', 'permalink.php', 'home.php', 'ads', 'policies', 'privacy', 'recover', 'checkpoint', 'l.php', 'dialog', 'sharer', 'sharer.php', 'plugins', 'tr']);

function facebook(path: string[], url: URL): Identifier | null {
  const id = url.searchParams.get('id');
  const [first = '', second = '', third = ''] = path;
  const head = first.toLowerCase();
  if (['profile.php', 'story.php', 'permalink.php'].includes(head) && id && /^\d{5,20}$/.test(id)) return profile('facebook', id, 'person');
  if ((head === 'people' || head === 'pages') && /^\d{5,20}$/.test(third)) return profile('facebook', third, head === 'people' ? 'person' : 'page');
  if (head === 'pg' && second && !isBadNumber(name(second))) return profile('facebook', name(second), 'page');
  if (head === 'p' && second) { const number = /(\d{8,20})$/.exec(second)?.[1]; return isBadNumber(number ?? name(second)) ? null : profile('facebook', number ?? name(second), 'page'); }
  if (head === 'groups' && second) return profile('facebook', `groups/${name(second)}`, 'group');
  if (['share', 's', 'reel', 'stories', 'watch'].includes(head)) return profile('facebook', [head, second, third].filter(Boolean).join('/').slice(0, 120), 'share', [{ code: 'opaque-share-link' }]);
  if (head === '' || NOT_A_NAME.has(head) || !/^[\p{L}\p{N}.\-_]{2,80}$/u.test(first) || isBadNumber(name(first))) return null;
  return profile('facebook', name(first), 'person');
}
/** Facebook ignores case and dots in names: "Le.Trong.Khue" and "letrongkhue" are one account. */
function name(text: string): string {
  return text.toLowerCase().replaceAll('.', '').slice(0, 80) || text.slice(0, 80);
}

/** A name of digits only is an account number, and those have five to twenty. */
const isBadNumber = (id: string): boolean => /^\d+$/.test(id) && !/^\d{5,20}$/.test(id);

function messenger(path: string[]): Identifier | null {
  const id = path[0] === 't' ? path[1] : path[0];
  // The Messenger name is the Facebook account's name, so both are one identifier.
  return id && /^[\w.-]{2,80}$/.test(id) && !isBadNumber(name(id)) ? profile('facebook', name(id), 'messenger') : null;
}

function zalo(path: string[]): Identifier | null {
  const [first = '', second = ''] = path;
  if ((first === 'g' || first === 's') && second) return profile('zalo', `${first}/${second.slice(0, 60)}`, first === 'g' ? 'group' : 'app');
  const phone = readPhone(first);
  if (phone?.kind === 'mobile' || phone?.kind === 'foreign') return profile('zalo', phone.value, 'phone');
  return /^[\w.-]{3,60}$/.test(first) ? profile('zalo', first.toLowerCase(), /^\d{15,20}$/.test(first) ? 'official-account' : 'name') : null;
}

function telegram(path: string[]): Identifier | null {
  const [first = '', second = ''] = path;
  if (first === 'joinchat' && second) return profile('telegram', `+${second.slice(0, 40)}`, 'invite');
  if (first.startsWith('+')) { const phone = readPhone(first); return profile('telegram', phone ? `+${phone.value}` : first.slice(0, 40), phone ? 'phone' : 'invite'); }
  const of = first === 's' ? second : first;
  return /^\w{4,40}$/.test(of) ? profile('telegram', of.toLowerCase(), 'person') : null;
}
function telegramScheme(text: string): Identifier | null {
  const query = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  return telegram([query.get('domain') ?? (query.get('phone') ? `+${query.get('phone')?.replace(/\D/g, '')}` : '')]);
}

function tiktok(path: string[]): Identifier | null {
  const [first = ''] = path;
  return /^@[\w.]{2,40}$/.test(first) ? profile('tiktok', first.toLowerCase(), 'person') : null;
}
function youtube(path: string[]): Identifier | null {
  const [first = '', second = ''] = path;
  if (/^@[\p{L}\p{N}._-]{2,60}$/u.test(first)) return profile('youtube', first.toLowerCase(), 'channel');
  return ['channel', 'c', 'user'].includes(first) && second ? profile('youtube', `${first}/${second.slice(0, 60)}`, 'channel') : null;
}

/** Local part kept as written but lower-cased: no mail provider that officials use tells case apart. RFC 5321 lengths. */
export function readEmail(raw: string): Identifier | null {
  const text = raw.normalize('NFKC').replace(/\p{Cf}/gu, '').trim().replace(/^mailto:/i, '').toLowerCase();
  const match = /^([a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})$/.exec(text);
  if (!match || text.length > 254) return null;
  return { type: 'email', value: text, display: text, kind: isGenuineHost(match[2] ?? '') ? 'official-domain' : 'email', warnings: hostWarnings(match[2] ?? '').filter((w) => w.code !== 'shortener') };
}

/** Stored value → identifier, null when it is not canonical. */
export function profileOfValue(value: string): Identifier | null {
  const at = value.indexOf(':');
  const platform = value.slice(0, at) as Platform; // looked up in DISPLAY: an unknown one gives null
  const show = DISPLAY[platform];
  if (at < 1 || !show || value.length > 200) return null;
  const read = readLink(`https://${show(value.slice(at + 1))}`);
  return read?.value === value ? read : null;
}
