import { byNumber, isCode, profile, telegram } from './profiles.ts';
import { readPhone } from './phones.ts';
import type { Identifier, IdentifierWarning } from './types.ts';

/** Links that open an app instead of a page. Known ones name a person; others stay what they are, because they still tell cases apart. */

/** Apps whose links appear in messages. Not among them: javascript, data, file, blob and whatever else is no address. */
const APPS = new Set('zalo tg telegram fb fb-messenger fbrpc messenger viber whatsapp intent market itms-services itms-apps itms android-app vneid vssid etaxmobile momo zalopay vnpay vcbdigibank vietcombankmobile bidvsmartbanking mbmobile tpbank acbapp vpbankneo skype tiktok snssdk1180 youtube ftp'.split(' '));

export function readScheme(text: string): Identifier | null {
  const match = /^([a-z][a-z\d+.-]{1,30}):\/{0,2}([\x21-\x7e]{1,2000})$/i.exec(text);
  const scheme = match?.[1]?.toLowerCase() ?? '';
  if (!match || !APPS.has(scheme)) return null;
  const rest = match[2] ?? '';
  return person(scheme, rest) ?? deepLink(scheme, rest);
}

function person(scheme: string, rest: string): Identifier | null {
  const at = rest.indexOf('?');
  const path = (at < 0 ? rest : rest.slice(0, at)).split('/').filter(Boolean);
  const query = new URLSearchParams(at < 0 ? '' : rest.slice(at + 1));
  const digits = (name: string): string => (query.get(name) ?? '').replace(/\D/g, '').slice(0, 20);
  const [first = '', second = '', third = ''] = path;
  switch (scheme) {
    case 'tg': case 'telegram':
      if (first === 'join') return telegram(['joinchat', query.get('invite') ?? '']);
      return first === 'resolve' ? telegram([query.get('domain') ?? (query.get('phone') ? `+${digits('phone')}` : '')]) : null;
    case 'fb': return ['profile', 'page', 'group'].includes(first) && /^[1-9]\d{4,19}$/.test(second) ? profile('facebook', first === 'group' ? `groups/${second}` : second, first === 'profile' ? 'person' : first) : null;
    case 'fb-messenger': return /^user(?:-thread)?$/.test(first) && /^[1-9]\d{4,19}$/.test(second) ? profile('facebook', second, 'messenger') : null;
    case 'viber': return first === 'chat' || first === 'add' || first === 'contact' ? byNumber('viber', digits('number')) : null;
    case 'whatsapp': return first === 'send' ? byNumber('whatsapp', digits('phone')) : null;
    case 'zalo': return first === 'qr' && /^[a-z]{1,8}$/.test(second) && isCode(third) ? profile('zalo', `qr/${second}/${third}`, second === 'g' ? 'group' : 'qr', [{ code: 'opaque-share-link' }]) : zaloNumber(query.get('phone') ?? '');
    default: return null;
  }
}
function zaloNumber(text: string): Identifier | null {
  const phone = readPhone(text);
  return phone?.kind === 'mobile' ? profile('zalo', phone.value, 'phone') : null;
}

/** "itms-services" installs an app past the store, "intent" starts any app of the phone. */
function deepLink(scheme: string, rest: string): Identifier {
  const value = `${scheme}://${rest.replace(/[.,;:!?)\]}>"'/]{1,64}$/, '')}`;
  const installs = scheme === 'itms-services' || /\.(?:apk|ipa|mobileconfig)(?=$|[?&#;])/i.test(rest);
  const warnings: IdentifierWarning[] = installs ? [{ code: 'app-download', detail: scheme }] : [];
  return { type: 'url', value, display: value, kind: installs ? 'app-download' : 'deep-link', warnings };
}
