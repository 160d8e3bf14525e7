import type { ChannelRow, OfficialRow } from '#modules/officials/index.ts';
import { COMMUNE_PEOPLE } from './people-communes.data.ts';
import { PROVINCE_PEOPLE } from './people-province.data.ts';
import type { DemoContact, DemoPerson } from './shapes.ts';

const DOMAIN = 'tinhmau.example';

/** All officials of the sample province, one row for each position. Values stand as people write them; the import normalises. */
export function demoOfficials(): OfficialRow[] {
  return [...PROVINCE_PEOPLE, ...COMMUNE_PEOPLE].map(toRow);
}

function toRow([code, fullName, gender, position, unit, from, contact = {}]: DemoPerson): OfficialRow {
  return { code, fullName, gender, position, unit, from, channels: channels(contact), noAccountOn: [...(contact.none ?? [])], ...(contact.to ? { to: contact.to } : {}) };
}

function channels(contact: DemoContact): ChannelRow[] {
  const { phone, facebook, mail, site, confirmedAt } = contact;
  const zalo = contact.none?.includes('zalo') ? undefined : (contact.zalo ?? phone);
  const confirmed = confirmedAt ? { confirmedAt } : {};
  return [
    ...(phone ? [{ platform: 'phone' as const, value: phone }] : []),
    ...(zalo ? [{ platform: 'zalo' as const, value: zalo, ...confirmed }] : []),
    ...(facebook ? [{ platform: 'facebook' as const, value: facebookAddress(facebook), ...confirmed }] : []),
    ...(mail ? [{ platform: 'email' as const, value: `${mail}.${DOMAIN}` }] : []),
    ...(site ? [{ platform: 'website' as const, value: `https://${site}.${DOMAIN}/lanh-dao` }] : []),
  ];
}

function facebookAddress(name: string): string {
  return /^\d+$/.test(name) ? `https://www.facebook.com/profile.php?id=${name}` : `facebook.com/${name}`;
}
