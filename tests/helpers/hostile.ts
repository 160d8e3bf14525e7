import { post, request } from './http.ts';

/** Requests as attackers, scanners and broken programs send them; the same for the same seed. Bounded in size, for a server on this machine only. */
export interface Attack { readonly kind: string; readonly bytes: Buffer; readonly halfClose: boolean }
type Chance = () => number;

/** mulberry32: small, seeded, the same everywhere. */
export function chance(seed: number): Chance {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
/** Percent-encoding that takes half surrogate pairs as well. */
const encode = (s: string): string => encodeURIComponent(Buffer.from(s).toString());
const pick = <T>(r: Chance, from: readonly T[]): T => from[Math.floor(r() * from.length)]!;
const upTo = (r: Chance, n: number): number => Math.floor(r() * n);

const WORDS = ['chuyển', 'gấp', 'triệu', 'anh', 'sở', 'STK', '0123456789', 'MB', 'vietcombank', 'https://', 'facebook.com/profile.php?id=', 'zalo.me/', '0900 000 101', '+84', '0123456789', '1.500.000đ', 'OTP', '@', '\u0300', 'đ', '𝐜𝐡𝐮𝐲ể𝐧', '😀', '\u200b', '\u202e', '\ufeff', '\ud800', "' or 1=1--", '<script>alert(1)</script>', '{{7*7}}', '${jndi:ldap://x}', '../../etc/passwd', '%00', '\0', '\r\nset-cookie: x=1'];
/** What makes a pattern with two ways to match the same text try all of them. */
const PUMPS = ['a', ' ', '0', '.', '-', '0 ', '1.', '\u200b', 'ạ', 'a\u0300', 'www.', 'http://', '@a', 'a@', '(', '((((', 'chuyển ', '+84 ', '0-', '\t\n', '/../', '%25', 'xn--', '🙂', 'l I 1 ', 'v i e t ', 'STK: ', 'ngân hàng ', '09', '\u0323', 'ﬃ'];
const noise = (r: Chance, words: number): string => Array.from({ length: upTo(r, words) }, () => pick(r, WORDS)).join(pick(r, [' ', '', '\n', '\u200b']));

/** Texts of any size up to a little over what is taken. */
function text(r: Chance): string {
  const kind = r();
  if (kind < 0.35) return noise(r, 60);
  if (kind < 0.75) { const pump = pick(r, PUMPS); const length = r() < 0.1 ? 19_990 : upTo(r, 4000); return `${pick(r, WORDS)}${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}${pick(r, ['', '!', 'x', '@', '\n', '0'])}`; }
  if (kind < 0.85) return String.fromCharCode(...Array.from({ length: upTo(r, 3000) }, () => upTo(r, 0xffff)));
  if (kind < 0.95) return Array.from({ length: upTo(r, 300) }, () => `${upTo(r, 1e9)}`.padStart(9, '0')).join(pick(r, [' ', '.', '', '-', ' MB ']));
  return pick(r, WORDS).repeat(upTo(r, 5000)).slice(0, 25_000);
}

function value(r: Chance, depth: number): unknown {
  const kind = upTo(r, depth > 4 ? 6 : 8);
  return [() => text(r).slice(0, 3000), () => r() * 1e12, () => null, () => true, () => -0.0001, () => '', () => Array.from({ length: upTo(r, 6) }, () => value(r, depth + 1)), () => object(r, depth + 1)][kind]!();
}
const FIELDS = ['text', 'account', 'phone', 'link', 'holderName', 'qr', 'claimedOfficial', 'channel', 'number', 'bank', 'platform', 'value', 'constructor', '__proto__', 'toString', '', 'x'];
const object = (r: Chance, depth: number): Record<string, unknown> => Object.fromEntries(Array.from({ length: upTo(r, 7) }, () => [pick(r, FIELDS), value(r, depth)]));

const QR_HEAD = '00020101021238570010A000000727';
const TYPES = ['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=----x', 'application/octet-stream', '', ';', 'application/json\t', 'a/b/c'];
const PATHS = ['/', '/k/', '/api/v1/checks/', '/a/', '/metrics', '/openapi.json', '/healthz', '/readyz', '/kiem-tra', '/api/v1/', '/bao-cong-an', '/../', '//', '/%', '/%00', '/?lang=', '/.git/config', '/wp-login.php', '/a/..%2f..%2fpackage.json', '/?vi-du='];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW', 'get', ''];

const checks = '/api/v1/checks';
const json = (body: unknown): Buffer => post(checks, 'application/json', JSON.stringify(body));
const KINDS: Readonly<Record<string, (r: Chance) => Buffer>> = {
  text: (r) => json({ text: text(r) }),
  fields: (r) => json({ ...(r() < 0.5 ? { text: text(r) } : {}), account: { number: noise(r, 4).slice(0, 64) || '1', bank: noise(r, 3).slice(0, 120) || 'x' }, phone: noise(r, 3).slice(0, 64) || '0', link: noise(r, 8).slice(0, 2048) || 'x', holderName: noise(r, 4).slice(0, 120) || 'x', claimedOfficial: noise(r, 4).slice(0, 200) || 'x' }),
  qr: (r) => json({ qr: `${QR_HEAD}${String(upTo(r, 99)).padStart(2, '0')}${noise(r, 6)}6304${upTo(r, 9999)}`.slice(0, 1024) }),
  link: (r) => json({ link: `${pick(r, ['https://', 'http://', '', 'javascript:', 'data:', '//'])}${pick(r, ['xn--', 'faceb00k.com', 'аpple.com', '[::1]', '1.2.3.4', 'a'.repeat(300)])}${pick(r, PUMPS).repeat(upTo(r, 200))}/${noise(r, 5)}`.slice(0, 2048) }),
  shapes: (r) => json(value(r, 0)),
  object: (r) => json(object(r, 0)),
  deep: (r) => post(checks, 'application/json', `{"text":${pick(r, ['[', '{"a":'])}`.repeat(1 + upTo(r, 3000))),
  broken: (r) => { const whole = JSON.stringify({ text: text(r) }); return post(checks, 'application/json', whole.slice(0, upTo(r, whole.length))); },
  bytes: (r) => post(pick(r, [checks, '/kiem-tra']), pick(r, TYPES), Buffer.from(Array.from({ length: upTo(r, 2000) }, () => upTo(r, 256)))),
  form: (r) => post('/kiem-tra', 'application/x-www-form-urlencoded', `${pick(r, ['text', 'text', 'text', 'official', '__proto__', 'x'])}=${encode(text(r))}&text=2&channel=${encode(noise(r, 3))}`),
  type: (r) => post(checks, pick(r, TYPES), JSON.stringify({ text: noise(r, 10) })),
  path: (r) => request(`${pick(r, METHODS.slice(0, 7))} ${pick(r, PATHS)}${encode(noise(r, 6)).slice(0, 8000)}`),
  method: (r) => request(`${pick(r, METHODS)} ${pick(r, PATHS)}`),
  headers: (r) => request('GET /', Array.from({ length: upTo(r, 40) }, (_, i) => `${pick(r, ['x-request-id', 'traceparent', 'cookie', 'accept-language', 'x-forwarded-for', 'accept', 'accept-encoding', 'range', 'if-none-match', `x-${i}`])}: ${noise(r, 12).replace(/[\r\n\0]/g, ' ')}`)),
  key: (r) => post(checks, 'application/json', JSON.stringify({ text: 'a' }), [`idempotency-key: ${noise(r, 5).replace(/[\r\n\0]/g, ' ')}`]),
  garbage: (r) => Buffer.from(pick(r, ['GARBAGE\r\n\r\n', '\x16\x03\x01\x02\x00', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET / HTTP/9.9\r\nhost: x\r\n\r\n', `GET /${'a'.repeat(upTo(r, 30_000))} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, `POST ${checks} HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, `POST ${checks} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\nffffffffff\r\n`])),
  huge: (r) => post(checks, 'application/json', JSON.stringify({ text: pick(r, PUMPS).repeat(100_000).slice(0, 100_000 + upTo(r, 400_000)) })),
  hangup: (r) => Buffer.from(`POST ${checks} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${1000 + upTo(r, 9000)}\r\n\r\n{"text":"${noise(r, 5).replace(/[\r\n\0"]/g, ' ')}`),
};
/** The heavy ones are dear for whoever sends them, too: fewer of those. */
const NAMES = Object.keys(KINDS).flatMap((kind) => Array<string>(kind === 'text' ? 8 : kind === 'huge' ? 1 : 2).fill(kind));

export function attack(r: Chance): Attack {
  const kind = pick(r, NAMES);
  // What never ends by itself is left open elsewhere (the connections that drip); here its half is closed at once.
  return { kind, bytes: KINDS[kind]!(r), halfClose: kind === 'hangup' || kind === 'garbage' || r() < 0.1 };
}
