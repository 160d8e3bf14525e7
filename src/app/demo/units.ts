import type { UnitRow } from '#modules/org/index.ts';
import { COMMUNES } from './communes.data.ts';
import { FORMER_UNITS, UNITS } from './units.data.ts';

const SINCE = '2025-07-01';

/** All units of the sample province, former ones included. */
export function demoUnits(): UnitRow[] {
  return [...UNITS.map(([code, name, kind, parent, from, phone]) => ({ code, name, kind, from, ...(parent ? { parent } : {}), ...(phone ? { phone } : {}) })), ...COMMUNES.flatMap(communeUnits), ...FORMER_UNITS];
}

/** Territory, UBND and Đảng ủy of one commune. Office lines follow the order of the list: 0233 555 0501 … */
function communeUnits([code, name]: (typeof COMMUNES)[number], index: number): UnitRow[] {
  const plain = name.charAt(0).toLowerCase() + name.slice(1);
  const phone = `0233 555 0${501 + index}`;
  return [
    { code, name, kind: 'commune', parent: 'MAU', from: SINCE },
    { code: `UB-${code}`, name: `UBND ${plain}`, kind: 'committee', parent: code, from: SINCE, phone },
    { code: `DU-${code}`, name: `Đảng ủy ${plain}`, kind: 'party', parent: code, from: SINCE, phone },
  ];
}
