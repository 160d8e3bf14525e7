import { foldLatin } from '#engine/identifiers/index.ts';
import type { UnitKind } from './org.contract.ts';

/** Words before the name of a territory; in the middle of a sentence they are written small. */
const TERRITORY = /^(Tỉnh|Thành phố|Đặc khu|Phường|Xã|Thị trấn|Thị xã|Huyện|Quận)\s+(?=\S)/;

interface Named { readonly name: string; readonly kind: UnitKind }

/**
 * A unit's name as it reads on after a position: "Giám đốc" + "Sở Xây dựng tỉnh Mẫu", "Chủ tịch" + "UBND phường Bến Mẫu",
 * "Trưởng phòng" + "Phòng An ninh mạng, Công an tỉnh Mẫu". `chain`: the unit first, then the units above it.
 */
export function readableName(chain: readonly Named[]): string {
  const [own, ...above] = chain;
  if (!own) return '';
  if (isTerritory(own)) return small(own.name);
  const parent = above[0];
  if (own.kind === 'division' && parent && !isTerritory(parent) && !says(own.name, parent.name)) return `${own.name}, ${readableName(above)}`;
  const territory = above.find(isTerritory);
  if (!territory || says(own.name, territory.name) || endsWithName(own.name, territory.name)) return own.name;
  return `${own.name} ${small(territory.name)}`;
}

const isTerritory = (unit: Named): boolean => unit.kind === 'province' || unit.kind === 'district' || unit.kind === 'commune';
const small = (name: string): string => name.replace(TERRITORY, (head) => head.toLowerCase());
const words = (text: string): string => ` ${foldLatin(text).replace(/[^a-z0-9]+/g, ' ').trim()} `;
const says = (name: string, other: string): boolean => words(name).includes(words(other));
/** "Trung tâm Y tế Bến Mẫu" already says where. */
const endsWithName = (name: string, territory: string): boolean => words(name).endsWith(words(territory.replace(TERRITORY, '')));
