import { BRAND_WORDS, GENUINE_HOSTS, SHORTENERS, STATE_SUFFIXES, WHOLE_WORD_ONLY } from './domains.data.ts';
import { decodePunycode } from './punycode.ts';
import { editDistance, skeleton } from './skeleton.ts';
import type { IdentifierWarning } from './types.ts';

const GENUINE = new Set(GENUINE_HOSTS);
const isBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
export const isGenuineHost = (host: string): boolean => STATE_SUFFIXES.some((s) => isBelow(host, s)) || parents(host).some((p) => GENUINE.has(p)) || host === 'chinhphu.vn' || host.endsWith('.chinhphu.vn');

function parents(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** What is suspicious about a host as such. `host` lower case, ASCII (punycode kept). */
export function hostWarnings(host: string): IdentifierWarning[] {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('[')) return [{ code: 'ip-address' }];
  const out: IdentifierWarning[] = [];
  const unicode = host.split('.').map((l) => (l.startsWith('xn--') ? (decodePunycode(l.slice(4)) ?? l) : l)).join('.');
  if (unicode !== host) out.push({ code: 'punycode', detail: unicode });
  if (parents(host).some((p) => SHORTENERS.has(p))) return [...out, { code: 'shortener', detail: host }];
  if (isGenuineHost(host)) return out;
  const imitated = imitates(unicode);
  if (imitated) out.push({ code: 'lookalike-domain', detail: imitated });
  return out;
}

/** The genuine domain that a foreign host imitates, or null. */
export function imitates(host: string): string | null {
  return stateInside(host) ?? genuineInside(host) ?? nearGenuine(host) ?? brandInside(host);
}

/** "congan.quangtri.gov.vn.xyz.top", "gov-vn.com", "dichvucong.gov.vn-xacthuc.com": the state's ending anywhere but at the end. */
function stateInside(host: string): string | null {
  return /(?:^|[.-])g[o0]v[.-]?vn(?:[.-]|$)/.test(host) || /(?:^|[.-])g[o0]v\.(?!vn$)[a-z]{2,4}\.?vn/.test(host) ? 'gov.vn' : null;
}

/** "vietcombank.com.vn.xyz.top": a whole genuine host as the front of another. */
function genuineInside(host: string): string | null {
  return GENUINE_HOSTS.find((g) => g.length > 7 && (host.includes(`${g}.`) || host.includes(`${g}-`)) && !isBelow(host, g)) ?? null;
}

/** One or two edits, or only look-alike characters, away from a genuine name: "vietcornbank.com.vn", "vietcombamk.vn", "faceb00k.com". */
function nearGenuine(host: string): string | null {
  const own = registrable(host);
  const ownSkeleton = skeleton(own.name);
  for (const genuine of GENUINE_HOSTS) {
    const name = registrable(genuine).name;
    if (name.length < 4) continue;
    if (ownSkeleton === skeleton(name) && own.name !== name) return genuine;
    // Short names have honest neighbours ("zalo" – "lazo"), so the distance allowed grows with length.
    const limit = name.length >= 10 ? 2 : name.length >= 7 ? 1 : 0;
    if (limit > 0 && own.name !== name && editDistance(ownSkeleton, skeleton(name), limit) <= limit) return genuine;
  }
  return null;
}

/** The label under the public suffix: "login.vietcombank.com.vn" → "vietcombank". Vietnam's second-level suffixes are few. */
function registrable(host: string): { name: string } {
  const labels = host.split('.');
  const isSecond = labels.length > 2 && /^(?:com|net|org|edu|info|biz|name|pro|health|gov|ac|int|io|id|co)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return { name: labels.at(isSecond ? -3 : -2) ?? host };
}

function brandInside(host: string): string | null {
  const labels = host.split('.').slice(0, -1);
  for (const [word, of] of BRAND_WORDS) {
    const wanted = skeleton(word);
    for (const label of labels) {
      const parts = label.split('-').map(skeleton);
      if (parts.includes(wanted) || parts.join('') === wanted) return of;
      // A longer brand inside a longer label ("vietcombankdigital", "dichvucongvn").
      if (!WHOLE_WORD_ONLY.has(word) && word.length >= 6 && skeleton(label.replaceAll('-', '')).includes(wanted)) return of;
    }
  }
  return null;
}
