import type { RegisterName } from './types.ts';

const MAX_REF = 200;
const MAX_NAME = 200;

/** `id⇥full name[⇥expected bearers[⇥position[⇥unit]]]` → entry; null when a field is missing, empty, too long (200 characters) or not a number ≥ 0. Position and unit may be empty. */
export function parseRegisterLine(line: string): RegisterName | null {
  const fields = line.replace(/^\uFEFF/, '').replace(/\r?\n?$/, '').split('\t');
  if (fields.length < 2 || fields.length > 5) return null;
  const ref = (fields[0] ?? '').trim();
  const fullName = (fields[1] ?? '').trim().normalize('NFC');
  if (ref === '' || ref.length > MAX_REF || fullName.length > MAX_NAME || !/\p{L}/u.test(fullName)) return null;
  const bearers = (fields[2] ?? '').trim();
  if (bearers !== '' && !/^\d{1,9}(\.\d{1,6})?$/.test(bearers)) return null;
  const [position, unit] = [(fields[3] ?? '').trim(), (fields[4] ?? '').trim()];
  if ([position, unit].some((post) => post !== '' && (post.length > MAX_NAME || !/\p{L}/u.test(post)))) return null;
  return { ref, fullName, ...(bearers === '' ? {} : { expectedBearers: Number(bearers) }), ...(position === '' ? {} : { position }), ...(unit === '' ? {} : { unit }) };
}
