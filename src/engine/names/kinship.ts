/** Spellings that follow speech of a region, and i/y. Own list after textbooks of Vietnamese dialectology: initials, then finals. */
const INITIALS: readonly (readonly [string, string, number])[] = [
  ['tr', 'ch', 2.5], ['x', 's', 2.5], ['gi', 'd', 2.5], ['r', 'd', 3], ['gi', 'r', 3], ['v', 'd', 3], ['v', 'gi', 3], ['l', 'n', 3], ['ph', 'f', 1.5], ['qu', 'q', 2], ['k', 'c', 2], ['qu', 'w', 2], ['gi', 'z', 2], ['d', 'z', 2], ['hu', 'qu', 3.5], ['ngh', 'ng', 2], ['gh', 'g', 2], ['ng', 'n', 3], ['hoa', 'qua', 3.5], ['kh', 'h', 3.5], ['c', 'q', 3],
];
const FINALS: readonly (readonly [string, string, number])[] = [
  ['n', 'ng', 2.5], ['t', 'c', 2.5], ['nh', 'n', 2.5], ['ch', 't', 3], ['y', 'i', 1], ['ay', 'ai', 2.5], ['au', 'ao', 3], ['ui', 'uy', 2], ['oi', 'oai', 3.5], ['iu', 'ieu', 2.5], ['im', 'iem', 2.5], ['ip', 'iep', 2.5], ['uoi', 'ui', 3], ['uou', 'uu', 2.5], ['om', 'am', 3], ['ong', 'oong', 2], ['nh', 'ng', 3], ['an', 'anh', 2.5], ['enh', 'inh', 2.5], ['inh', 'anh', 3], ['yen', 'uyen', 3], ['ien', 'in', 3], ['oa', 'ua', 3],
];
/** Strokes that cameras and eyes confuse. */
const OCR: readonly (readonly [string, string])[] = [['rn', 'm'], ['l', 'i'], ['cl', 'd'], ['vv', 'w'], ['u', 'ii'], ['h', 'li'], ['ri', 'n'], ['nn', 'm'], ['g', 'q'], ['c', 'e'], ['h', 'b'], ['t', 'f'], ['i', 'j'], ['u', 'v']];
const OCR_COST = 3.5;
const EDIT_COST = 4.2;
/** Half of all slips drop or double a letter inside the word; a changed first letter is rarer. */
const FIRST_LETTER_COST = 1;

/** Damerau distance exactly one (insert, delete, replace, swap of neighbours). */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  if (a.length !== b.length) return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** Surnames that are one name in the north and the south. */
const SURNAMES: Readonly<Record<string, string>> = { huynh: 'hoang', hoang: 'huynh', vo: 'vu', vu: 'vo' };
const SURNAME_COST = 3;
/** One word that north and south read differently, mostly because a ruler's name was not to be said (kỵ húy); textbook pairs. */
const DOUBLETS: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  const pairs = 'phuc:phuoc nhan:nhon bao:buu chinh:chanh canh:kieng sinh:sanh tinh:tanh hop:hiep thinh:thanh cuong:cang nhat:nhut nghia:ngai truong:trang loi:lai duong:dang hong:huong thai:thoi duc:duoc long:luong dung:dong tung:tong ton:tong an:yen kinh:kieng linh:lanh menh:mang nguyen:nguon phung:phuong quy:quoi uy:oai vinh:vang chau:chu cam:kim hoa:hue giac:gioc toan:tuyen';
  for (const pair of pairs.split(' ')) {
    const [x = '', y = ''] = pair.split(':');
    map.set(x, [...(map.get(x) ?? []), y]);
    map.set(y, [...(map.get(y) ?? []), x]);
  }
  return map;
})();
const DOUBLET_COST = 3;

/** A syllable that the written one may stand for. */
export interface Respelling { readonly fold: string; readonly cost: number; readonly reason: string }

/** Other spellings of one sound or shape: i/y, regional initials and finals, strokes that look alike. */
export function respellings(fold: string): Respelling[] {
  const out: Respelling[] = [];
  const swap = (from: string, to: string, cost: number, atEnd: boolean): void => {
    if (atEnd ? !fold.endsWith(from) || fold.length === from.length : !fold.startsWith(from) || fold.length === from.length) return;
    out.push({ fold: atEnd ? fold.slice(0, -from.length) + to : to + fold.slice(from.length), cost, reason: cost <= 1 ? 'i-y' : 'regional' });
  };
  for (const [x, y, cost] of INITIALS) { swap(x, y, cost, false); swap(y, x, cost, false); }
  for (const [x, y, cost] of FINALS) { swap(x, y, cost, true); swap(y, x, cost, true); }
  const twin = SURNAMES[fold];
  if (twin) out.push({ fold: twin, cost: SURNAME_COST, reason: 'regional' });
  for (const other of DOUBLETS.get(fold) ?? []) out.push({ fold: other, cost: DOUBLET_COST, reason: 'regional' });
  for (const [x, y] of OCR) {
    for (const [from, to] of [[x, y], [y, x]] as const) for (let at = fold.indexOf(from); at >= 0; at = fold.indexOf(from, at + 1)) out.push({ fold: fold.slice(0, at) + to + fold.slice(at + from.length), cost: OCR_COST, reason: 'ocr' });
  }
  return out;
}

export const editCost = (a: string, b: string): number => EDIT_COST + (a[0] === b[0] ? 0 : FIRST_LETTER_COST);

/** Is `b` one slip or one regional spelling away from `a`? */
export const isKin = (a: string, b: string): boolean => a === b || isOneEdit(a, b) || respellings(a).some((r) => r.fold === b);
