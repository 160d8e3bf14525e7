import { readPhone } from './phones.ts';
import type { Identifier, IdentifierWarning, Platform } from './types.ts';

/** Who stands behind a platform's link. What shows a post, film or item and not a person is left to links.ts as a plain URL. */

export function profile(platform: Platform, id: string, kind: string, warnings: readonly IdentifierWarning[] = []): Identifier {
  return { type: 'profile', value: `${platform}:${id}`, display: DISPLAY[platform]?.(id) ?? `${platform}:${id}`, kind, warnings };
}
const OPAQUE: readonly IdentifierWarning[] = [{ code: 'opaque-share-link' }];

/** Without scheme where that reads back; a Viber number has no web address. */
export const DISPLAY: Partial<Record<Platform, (id: string) => string>> = {
  facebook: (id) => (/^\d+$/.test(id) ? `facebook.com/profile.php?id=${id}` : id.startsWith('m/') ? `m.me/${id.slice(2)}` : `facebook.com/${id}`),
  messenger: (id) => `m.me/${id}`,
  zalo: (id) => (id.startsWith('qr/') ? `zaloapp.com/${id}` : `zalo.me/${/^84\d{9}$/.test(id) ? `0${id.slice(2)}` : id}`),
  telegram: (id) => `t.me/${id}`,
  tiktok: (id) => { const code = /^(vm|vt)\/(.+)$/.exec(id); return code ? `${code[1]}.tiktok.com/${code[2]}` : `tiktok.com/${id}`; },
  youtube: (id) => `youtube.com/${id}`,
  viber: (id) => (/^\d+$/.test(id) ? `viber://chat?number=${id}` : `chats.viber.com/${id}`),
  whatsapp: (id) => (id.startsWith('group/') ? `chat.whatsapp.com/${id.slice(6)}` : id.startsWith('channel/') ? `whatsapp.com/${id}` : `wa.me/${id}`),
};

export const FACEBOOK = /^(?:(?:www|m|web|mbasic|touch|free|lite|mobile|iphone|business|x|d|p|0|[a-z]{2}-[a-z]{2})\.)?(?:facebook\.com|fb\.com|fb\.me)$/;

const COMMENT = ['comment_id', 'reply_comment_id'] as const;

/** `host` lower case; null when the link names nobody. */
export function profileOf(host: string, url: URL): Identifier | null {
  const path = url.pathname.split('/').filter(Boolean).slice(0, 8).map(decode);
  if (FACEBOOK.test(host)) {
    const owner = facebook(path, url);
    // A comment stands under the owner's post and is written by anybody.
    return owner && COMMENT.some((name) => url.searchParams.has(name)) ? { ...owner, kind: 'comment' } : owner;
  }
  const bare = host.replace(/^(?:www|m|web)\./, '');
  switch (host === 'm.me' || host === 'm.tiktok.com' || host === 'web.telegram.org' ? host : bare) {
    case 'm.me': case 'messenger.com': return messenger(path);
    case 'zalo.me': case 'chat.zalo.me': case 'oa.zalo.me': case 'zaloapp.com': return zalo(path, url);
    case 't.me': case 'telegram.me': case 'telegram.dog': return telegram(path);
    case 'web.telegram.org': return telegram([/^#@(\w+)/.exec(url.hash)?.[1] ?? '']);
    case 'tiktok.com': case 'm.tiktok.com': return tiktok(path);
    case 'vm.tiktok.com': case 'vt.tiktok.com': return isCode(path[0]) ? profile('tiktok', `${host.slice(0, 2)}/${path[0]}`, 'share', OPAQUE) : null;
    case 'youtube.com': case 'music.youtube.com': return youtube(path);
    case 'wa.me': case 'api.whatsapp.com': case 'web.whatsapp.com': case 'whatsapp.com': return whatsapp(path, url);
    case 'chat.whatsapp.com': return isCode(path[0]) ? profile('whatsapp', `group/${path[0]}`, 'group') : null;
    case 'chats.viber.com': return isCode(path[0]) && !/^\d+$/.test(path[0]) ? profile('viber', path[0].toLowerCase(), 'group') : null;
    default: {
      // "ten_nguoi.t.me" is the same as "t.me/ten_nguoi".
      const name = /^(\w{4,32})\.t\.me$/.exec(host)?.[1];
      return name ? telegram([name]) : null;
    }
  }
}
function decode(part: string): string {
  try { return decodeURIComponent(part).normalize('NFC'); } catch { return part; }
}
/** A code that a platform hands out: case matters, nothing else may hide in it. */
export const isCode = (text: string | undefined): text is string => /^[\w.-]{2,79}[\w-]$/.test(text ?? '');

/** First path segments that are functions or content of the site, not people. */
const NOT_A_NAME = new Set(`watch login login.php help marketplace events gaming hashtag search settings notifications photo photo.php photos video video.php videos media permalink.php home.php ads adsmanager policies privacy recover checkpoint l.php dialog
  sharer sharer.php share.php plugins tr business legal terms terms.php careers me friends bookmarks saved memories fundraisers donate games live reg r.php signup directory mobile lite ajax api v offers jobs notes note.php topic places work security about hacked identity
  messages people pages groups public composer feed reel reels stories story.php profile.php pg p s share help.php rsrc.php nearby pokes dyi`.split(/\s+/));

/** Handles the forms in which the number of the person is written; null goes on to names. */
function facebookByNumber(path: readonly string[], url: URL): Identifier | null {
  const id = url.searchParams.get('id');
  const [first = '', second = '', third = '', fourth = ''] = path;
  const head = first.toLowerCase();
  if (['profile.php', 'story.php', 'permalink.php'].includes(head)) return id && isId(id) ? profile('facebook', id, 'person') : null;
  if ((head === 'people' || head === 'pages') && isId(third)) return profile('facebook', third, head === 'people' ? 'person' : 'page');
  if (head === 'pages' && second === 'category') return endNumber(fourth, 'page');
  if (head === 'marketplace' && second === 'profile' && isId(third)) return profile('facebook', third, 'person');
  if (head === 'groups' && third === 'user' && isId(fourth)) return profile('facebook', fourth, 'person');
  if (head === 'messages' && (second === 't' || second === 'e2ee') && isId(second === 't' ? third : fourth)) return profile('facebook', second === 't' ? third : fourth, 'messenger');
  return null;
}

function facebook(path: string[], url: URL): Identifier | null {
  const numbered = facebookByNumber(path, url);
  if (numbered) return numbered;
  const [first = '', second = ''] = path;
  const head = first.toLowerCase();
  if (head === 'pg' && isName(second)) return profile('facebook', name(second), 'page');
  if (head === 'p' && second) return endNumber(second, 'page') ?? (isName(second) ? profile('facebook', name(second), 'page') : null);
  if (head === 'groups' && isCode(second) && isCode(name(second))) return profile('facebook', `groups/${name(second)}`, 'group');
  if (head === 'share' || head === 's') { const code = path.slice(1, 3).join('/'); return /^(?:[a-z]\/)?[\w-]{3,80}$/i.test(code) ? profile('facebook', `${head}/${code}`, 'share', OPAQUE) : null; }
  if (head === '' || NOT_A_NAME.has(head) || !isName(first)) return null;
  // Pages without a chosen name: "Ten-Trang-100064000000000".
  return endNumber(first, 'page') ?? profile('facebook', name(first), 'person');
}
/** Facebook ignores case and dots in names: "Le.Trong.Khue" and "letrongkhue" are one account. */
function name(text: string): string {
  return text.toLowerCase().replaceAll('.', '').slice(0, 80) || text.slice(0, 80);
}
/** Account numbers have five to twenty digits, without leading zeros. */
const isId = (text: string): boolean => /^[1-9]\d{4,19}$/.test(text);
/** A name of digits only is an account number, and those have their own length. */
const isName = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}.\-_]{1,79}$/u.test(text) && name(text).length > 1 && (!/^[\d.]+$/.test(text) || isId(name(text)));
const endNumber = (text: string, kind: string): Identifier | null => { const id = /-(\d{10,20})$/.exec(text)?.[1]; return id && isId(id) ? profile('facebook', id, kind) : null; };

function messenger(path: string[]): Identifier | null {
  const [first = '', second = '', third = ''] = path;
  if ((first === 'j' || first === 'ch') && isCode(second)) return profile('facebook', `m/${first}/${second}`, 'group', OPAQUE);
  const id = first === 't' ? second : first === 'e2ee' && second === 't' ? third : first;
  // The Messenger name is the Facebook account's name, so both are one identifier.
  return isName(id) && !NOT_A_NAME.has(id.toLowerCase()) ? profile('facebook', name(id), 'messenger') : null;
}

const ZALO_PAGES = new Set('pc download dang-nhap login support apps web home about me'.split(' '));

function zalo(path: string[], url: URL): Identifier | null {
  const [first = '', second = '', third = ''] = path;
  const asked = url.searchParams.get('phone');
  const phone = readPhone(asked ?? first);
  if (phone?.kind === 'mobile' || phone?.kind === 'foreign') return profile('zalo', phone.value, 'phone');
  if ((first === 'g' || first === 's') && isCode(second)) return profile('zalo', `${first}/${second}`, first === 'g' ? 'group' : 'app');
  // The QR of a person or group: an opaque code, bound to the account until renewed.
  if (first === 'qr' && /^[a-z]{1,8}$/.test(second) && isCode(third)) return profile('zalo', `qr/${second}/${third}`, second === 'g' ? 'group' : 'qr', OPAQUE);
  if (url.hostname !== 'zalo.me' && url.hostname !== 'oa.zalo.me' || ZALO_PAGES.has(first.toLowerCase()) || !/^[a-z\d][\w.-]{1,58}[\w-]$/i.test(first) || /^\d{1,14}$/.test(first)) return null;
  return profile('zalo', first.toLowerCase(), /^\d{15,20}$/.test(first) ? 'official-account' : 'name');
}

/** Functions of t.me that take the place of a name. */
const TELEGRAM_PAGES = new Set('addstickers addemoji addtheme addlist share proxy socks iv setlanguage login confirmphone bg boost giftcode contact invoice auction nft'.split(' '));

export function telegram(path: readonly string[]): Identifier | null {
  const [first = '', second = ''] = path;
  const head = first.toLowerCase();
  if (head === 'joinchat') return isCode(second) ? profile('telegram', `+${second}`, 'invite') : null;
  if (first.startsWith('+')) {
    const phone = readPhone(first);
    return phone ? profile('telegram', `+${phone.value}`, 'phone') : isCode(first.slice(1)) ? profile('telegram', first, 'invite') : null;
  }
  if (head === 'c') return /^\d{5,15}$/.test(second) ? profile('telegram', `c/${second}`, 'channel') : null;
  const of = head === 's' ? second : first;
  return /^[a-z]\w{3,39}$/i.test(of) && !TELEGRAM_PAGES.has(of.toLowerCase()) ? profile('telegram', of.toLowerCase(), 'person') : null;
}

function tiktok(path: string[]): Identifier | null {
  const [first = '', second = ''] = path;
  if (first === 't' && isCode(second)) return profile('tiktok', `t/${second}`, 'share', OPAQUE);
  return /^@[\w.]{1,39}\w$/.test(first) ? profile('tiktok', first.toLowerCase(), 'person') : null;
}
function youtube(path: string[]): Identifier | null {
  const [first = '', second = ''] = path;
  if (/^@[\p{L}\p{M}\p{N}._-]{1,59}[\p{L}\p{M}\p{N}_-]$/u.test(first)) return profile('youtube', first.toLowerCase().normalize('NFC'), 'channel');
  if (first === 'channel') return /^UC[\w-]{22}$/.test(second) ? profile('youtube', `channel/${second}`, 'channel') : null;
  return ['c', 'user'].includes(first) && /^[\p{L}\p{M}\p{N}._-]{1,59}[\p{L}\p{M}\p{N}_-]$/u.test(second) ? profile('youtube', `${first}/${second.toLowerCase().normalize('NFC')}`, 'channel') : null;
}

function whatsapp(path: readonly string[], url: URL): Identifier | null {
  const [first = '', second = ''] = path;
  if ((first === 'message' || first === 'qr') && isCode(second)) return profile('whatsapp', `${first}/${second}`, 'qr', OPAQUE);
  if (first === 'channel' && isCode(second)) return profile('whatsapp', `channel/${second}`, 'channel');
  const digits = (first === 'send' ? url.searchParams.get('phone') ?? '' : first).replace(/\D/g, '').slice(0, 20);
  return byNumber('whatsapp', digits);
}
/** Messengers write numbers internationally, with or without "+". */
export function byNumber(platform: 'whatsapp' | 'viber', digits: string): Identifier | null {
  const phone = readPhone(digits.startsWith('0') ? digits : `+${digits}`);
  return phone && (phone.kind === 'mobile' || phone.kind === 'foreign') ? profile(platform, phone.value, 'phone') : null;
}
