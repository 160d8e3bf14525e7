/** How units and positions are said in messages. All words folded, lower case, single spaces; `words` has a space at both ends. */

/** Words that stand before a place or field and are dropped in speech: "UBND phường Bến Mẫu" is said "phường Bến Mẫu", "Trường THPT Bến Mẫu" "THPT Bến Mẫu". */
const UNIT_HEADS = /^(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|van phong|ban|phong|truong)\s+/;
/** Bodies that every level has: without "tỉnh" behind it, "chủ tịch UBND" of some commune would be the chair of the province. */
const AT_EVERY_LEVEL = new Set(['ubnd', 'uy ban nhan dan', 'hdnd', 'hoi dong nhan dan', 'cong an', 'thanh tra', 'tinh uy', 'van phong']);

/**
 * The ways in which a unit is said, from its name in answers ("Phòng Quản lý đô thị, Sở Xây dựng tỉnh Mẫu"): in full, its own part alone, without its head, without the province,
 * a department by its first field and by its letters ("sở giáo dục", "sở gd", "sở GD&ĐT", "SGDĐT").
 */
export function spokenForms(unit: string, fold: (text: string) => string): string[] {
  const own = fold(unit.split(',')[0] ?? '');
  const whole = fold(unit);
  const forms = [...new Set([whole, own])].flatMap((phrase) => [phrase, ...withoutProvince(phrase), ...headless(phrase)]);
  return [...new Set([...forms, ...departmentForms(whole), ...firstField(own)])].filter((f) => f.includes(' ') || /^s[a-z]{2,7}$/.test(f));
}

function withoutProvince(phrase: string): string[] {
  const body = /^(.*?)\s+tinh .*$/.exec(phrase)?.[1];
  if (phrase.startsWith('tinh uy ')) return ['tinh uy', 'bi thu tinh'];
  if (body === undefined) return [];
  if (!AT_EVERY_LEVEL.has(body)) return [body];
  return [`${body} tinh`, ...(body === 'ubnd' || body === 'uy ban nhan dan' ? ['chu tich tinh'] : [])];
}

function headless(phrase: string): string[] {
  const rest = phrase.replace(UNIT_HEADS, '');
  return rest === phrase || rest.startsWith('tinh ') ? [] : [rest];
}

function firstField(own: string): string[] {
  const first = /^((?:so|phong|trung tam) .+?) va /.exec(own)?.[1];
  return first ? [first, ...headless(first)] : [];
}

function departmentForms(whole: string): string[] {
  const field = /^so (.+?)(?: tinh .*)?$/.exec(whole)?.[1];
  if (!field) return [];
  const groups = field.split(' va ').map((group) => group.split(' ').map((word) => word.charAt(0)).join(''));
  return [`so ${groups.join(' ')}`, `so ${groups.join('')}`, `so ${groups[0] ?? ''}`, `s${groups.join('')}`];
}

export const saysAny = (words: string, forms: readonly string[]): boolean => forms.some((f) => words.includes(` ${f} `));

/** How positions are shortened in chat. */
const POSITION_SHORT: readonly (readonly [RegExp, string])[] = [
  [/^pho giam doc/, 'pgd'], [/^giam doc/, 'gd'], [/^pho chu tich/, 'pct'], [/^chu tich/, 'ct'], [/^pho bi thu/, 'pbt'], [/^bi thu/, 'bt'], [/^truong phong/, 'tp'], [/^chanh van phong/, 'cvp'], [/^hieu truong/, 'ht'],
];
const shortOf = (position: string): string | undefined => POSITION_SHORT.find(([pattern]) => pattern.test(position))?.[1];
const headOf = (position: string): string => position.split(' ').slice(0, position.startsWith('pho ') ? 3 : 2).join(' ');

export function saysPosition(words: string, position: string): boolean {
  const head = headOf(position);
  if (!head) return false;
  const short = shortOf(position);
  const said = words.includes(` ${head} `) || (short !== undefined && words.includes(` ${short} `));
  // "phó giám đốc" contains "giám đốc": the deputy is not the director.
  return said && (position.startsWith('pho ') || !words.includes(` pho ${head} `));
}
