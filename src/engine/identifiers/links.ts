import { BANK_HOSTS, FILE_SHARES, FORM_HOSTS } from './domains.data.ts';
import { hostWarnings, imitates, isGenuineHost, isOfficialHost } from './domains.ts';
import { DISPLAY, FACEBOOK, profileOf } from './profiles.ts';
import { readScheme } from './schemes.ts';
import { ENDINGS } from './tlds.data.ts';
import type { Identifier, IdentifierWarning, Platform } from './types.ts';

/** Links. Facebook, Zalo and the others reduce to "platform:id" (profiles.ts); everything else is a normalised URL. */

const MAX_LINK = 2048;
/** Redirectors that only carry another link: parameter that holds it. Nothing is fetched. */
const REDIRECTORS: Readonly<Record<string, readonly string[]>> = {
  'google.com/url': ['q', 'url'], 'google.com.vn/url': ['q', 'url'], 'l.facebook.com/l.php': ['u'], 'lm.facebook.com/l.php': ['u'], 'l.messenger.com/l.php': ['u'], 'facebook.com/l.php': ['u'], 'l.instagram.com/': ['u'], 'youtube.com/redirect': ['q'], 't.me/iv': ['url'],
};
/** Parameters that only track the reader; two links that differ in them are one. */
const TRACKING = /^(?:utm_\w{1,40}|fbclid|gclid|zarsrc|igshid|igsh|mibextid|__tn__|__cft__.{0,40}|ref|refsrc|_rdr|rdid|share_url|sfnsn|si|feature|locale|_t|_r|is_from_webapp|sender_device)$/i;
/** Files that install something, on a phone or a computer. */
const INSTALLABLE = /\.(?:apk|xapk|apks|apkm|aab|ipa|mobileconfig|exe|msi|scr|dmg|pkg|jar)(?=$|[/?&#;])/i;

/** Reads a link with or without scheme ("fb.com/x", "hxxps://a[.]vn"); null when it is none. */
export function readLink(raw: string): Identifier | null {
  return readWithin(raw, 2);
}

function readWithin(raw: string, redirects: number): Identifier | null {
  if (raw.length > MAX_LINK * 2) return null;
  // "ｈｔｔｐｓ：／／": styled letters that no browser takes for an address; whoever retypes them types plain ones.
  const written = /^[\uff01-\uff5e\u{1d400}-\u{1d7ff}]{2}/u.test(raw.trimStart()) ? raw.normalize('NFKC') : raw;
  const text = undefang(trimSentence(written.replace(/[\p{Cf}\t\r\n]/gu, '').trim()));
  if (text.length < 4 || text.length > MAX_LINK || /\s/.test(text)) return null;
  const url = /^https?:/i.test(text) ? parse(text) : /^[a-z][a-z\d+.-]{1,30}:(?!\d{1,5}(?:[/?#]|$))/i.test(text) ? undefined : bareUrl(text);
  if (url === undefined) return readScheme(text);
  if (!url || !/^(?:[\p{L}\p{N}_-]{1,63}\.)+[\p{L}][\p{L}\p{N}-]{1,62}\.?$|^\d+\.\d+\.\d+\.\d+$|^\[/u.test(url.hostname)) return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const inner = redirects > 0 ? carried(host, url) : null;
  return (inner ? readWithin(inner, redirects - 1) : null) ?? profileOf(host, url) ?? settled(plainUrl(host, url));
}

/** What the clean-up uncovered ("fb.com/ten:#" → "fb.com/ten") is read for what it is now, so that a value reads back as itself. */
function settled(plain: Identifier): Identifier {
  const url = new URL(plain.value);
  return profileOf(url.hostname, url) ?? plain;
}

/** As a browser reads it: full-width "／" in front of "@" stays part of the user name, so it must not become a slash first. Only what no browser reads is normalised. */
function parse(text: string): URL | null {
  if (URL.canParse(text)) return new URL(text);
  const folded = text.normalize('NFKC');
  return URL.canParse(folded) ? new URL(folded) : null;
}

/** Without a scheme: an address, or only a sentence with a dot in it? */
function bareUrl(text: string): URL | null {
  const at = text.indexOf('@');
  if (at >= 0 && !text.slice(0, at).includes('/')) return null;
  const url = parse(`https://${text}`);
  if (!url) return null;
  const host = url.hostname.replace(/\.$/, '');
  // "1.250.000" and "12.30": digits with dots are no host unless a port or a word behind them says so; "2130706433" is none either.
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5}|\/.*[a-z])/i.test(text) ? url : null;
  const hasPath = /^[^/?#]+\/[^/]/.test(text) || /^www\./i.test(text);
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return ENDINGS.has(ending) || ending.startsWith('xn--') || (hasPath && /^[a-z]{2,}$/.test(ending) && /^[\x21-\x7e]+$/.test(text)) ? url : null;
}

/** Warnings and reports write links so that nobody opens them: "hxxps://a[.]vn", "a(.)vn". */
function undefang(text: string): string {
  return text.replace(/^h(?:xx|\*\*|tt)ps?(?=:)/i, (s) => (/ps$/i.test(s) ? 'https' : 'http')).replace(/\[(?:\.|dot)\]|\(\.\)|\{\.\}/gi, '.').replace(/\[:\]/g, ':');
}

/** Brackets, quotes and stops of the sentence around a link. A loop: a pattern anchored only at the end is quadratic on long runs. */
function trimSentence(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '([{<"\'“‘«'.includes(text[start] ?? '')) start += 1;
  // "[2001:db8::1]" is an address, not a bracketed one.
  if (start > 0 && text[start - 1] === '[' && /^[\da-f:.]+\]/i.test(text.slice(start, start + 60))) start -= 1;
  const closing = /^(?:https?:[\\/]{0,4})?\[/i.test(text.slice(start, start + 12)) ? '.,;:!?)}>"\'”’»/…' : '.,;:!?)]}>"\'”’»/…';
  while (end > start && closing.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

function carried(host: string, url: URL): string | null {
  const parameters = REDIRECTORS[`${host.replace(/^(?:www|m)\./, '')}${url.pathname}`];
  for (const name of parameters ?? []) { const inner = url.searchParams.get(name); if (inner && /^https?:/i.test(inner)) return inner; }
  return null;
}

/** http and https, with and without "www.", with and without the closing slash are one address to a person who retypes it. */
function plainUrl(given: string, url: URL): Identifier {
  for (const name of Array.from(url.searchParams.keys())) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.hash = '';
  // "http://vietcombank.com.vn@evil.top": the part before @ is decoration, and a lie.
  const pretended = decoded(url.username);
  const hadUser = url.username !== '' || url.password !== '';
  url.username = '';
  url.password = '';
  const host = mainHost(given, url);
  url.hostname = host;
  url.protocol = 'https:';
  const warnings = hostWarnings(host);
  if (hadUser) warnings.push(userWarning(pretended));
  // "sites.google.com/view/vietcombank-xacthuc": the name is chosen in the path, the host is lent.
  const lent = host === 'sites.google.com' ? /^\/(?:view|site)\/([\w-]{3,63})/.exec(url.pathname)?.[1] : undefined;
  const imitated = lent && imitates(`${lent.toLowerCase()}.pages.dev`);
  if (imitated) warnings.push({ code: 'lookalike-domain', detail: imitated });
  const value = trimSentence(url.href);
  const file = installable(value.slice(value.indexOf(host) + host.length));
  if (file) warnings.push({ code: 'app-download', detail: file });
  return { type: 'url', value, display: displayUrl(value), kind: kindOf(host, url, file !== undefined, warnings), warnings };
}

function installable(path: string): string | undefined {
  const text = decoded(path);
  const found = INSTALLABLE.exec(text);
  return found ? /[^/?&=#]{0,80}$/.exec(text.slice(Math.max(0, found.index - 80), found.index))?.[0] + found[0] : undefined;
}

/** One host for one content; a short YouTube address becomes the long one in place. */
function mainHost(given: string, url: URL): string {
  if (FACEBOOK.test(given) && given !== 'fb.me') return 'facebook.com';
  const film = given === 'youtu.be' ? /^\/([\w-]{6,20})\/?$/.exec(url.pathname)?.[1] : undefined;
  if (film) { url.pathname = '/watch'; url.search = `?v=${film}`; }
  if (film || given === 'm.youtube.com') return 'youtube.com';
  return given.startsWith('www.') && given.split('.').length > 2 ? given.slice(4) : given;
}

function displayUrl(value: string): string {
  const short = value.replace(/^https:\/\//, '');
  return bareUrl(short)?.href === (URL.canParse(value) ? new URL(value).href : '') ? short : value;
}

function userWarning(pretended: string): IdentifierWarning {
  const host = pretended.toLowerCase().replace(/[^\p{L}\p{N}.-].*$/u, '');
  const imitated = isGenuineHost(host) ? host : imitates(host);
  return imitated ? { code: 'lookalike-domain', detail: imitated } : { code: 'hidden-host', detail: pretended.slice(0, 80) };
}
function decoded(part: string): string {
  try { return decodeURIComponent(part); } catch { return part; }
}

function kindOf(host: string, url: URL, isInstallable: boolean, warnings: readonly IdentifierWarning[]): string {
  if (isInstallable) return 'app-download';
  if (warnings.some((w) => w.code === 'shortener')) return 'shortener';
  if (FORM_HOSTS.has(host) || host === 'docs.google.com' && url.pathname.startsWith('/forms')) return 'form';
  if (FILE_SHARES.has(host)) return 'file-share';
  if (isOfficialHost(host)) return 'official-domain';
  return /^(?:[a-z-]+\.)?(?:facebook\.com|fb\.watch|youtube\.com|youtu\.be|tiktok\.com)$/.test(host) && url.pathname.length > 1 ? 'content' : 'web';
}

/** Local part kept as written but lower-cased: no mail provider that officials use tells case apart. RFC 5321 lengths. "Bộ Công an <a@b.vn>" is read too. */
export function readEmail(raw: string): Identifier | null {
  if (raw.length > 512) return null;
  const text = (/<([^<>]{3,254})>\s*$/.exec(raw)?.[1] ?? raw).normalize('NFKC').replace(/\p{Cf}/gu, '').trim().replace(/^mailto:([^?]*).*$/i, '$1').toLowerCase();
  const at = text.lastIndexOf('@');
  const [local, written] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !/^[a-z0-9.!#$%&'*+=?^_`{|}~-]{1,64}$/.test(local) || !/^[\p{L}\p{N}.-]{4,190}$/u.test(written) || !URL.canParse(`https://${written}`)) return null;
  const domain = new URL(`https://${written}`).hostname;
  const value = `${local}@${domain}`;
  if (!/^(?:[a-z0-9-]{1,63}\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/.test(domain) || value.length > 254) return null;
  const warnings = hostWarnings(domain).filter((w) => w.code !== 'shortener');
  // "cskh.vietcombank.com.vn@mail.example": the front pretends to be the domain.
  const pretended = isOfficialHost(domain) ? undefined : /gov\.?vn$/.test(local) ? 'gov.vn' : BANK_HOSTS.find((h) => local === h || local.endsWith(`.${h}`));
  if (pretended && !warnings.some((w) => w.code === 'lookalike-domain')) warnings.push({ code: 'lookalike-domain', detail: pretended });
  return { type: 'email', value, display: value, kind: isOfficialHost(domain) ? 'official-domain' : 'email', warnings };
}

/** Stored value → identifier, null when it is not canonical. */
export function profileOfValue(value: string): Identifier | null {
  const at = value.indexOf(':');
  const platform = value.slice(0, at) as Platform; // looked up in DISPLAY: an unknown one gives null
  const show = Object.hasOwn(DISPLAY, platform) ? DISPLAY[platform] : undefined;
  if (at < 1 || !show || value.length > 200) return null;
  const read = readLink(show(value.slice(at + 1)));
  return read?.type === 'profile' && read.value === value ? read : null;
}
