import { compile } from './patterns.ts';
import { LEADER_ROLES, OTHER_ROLES, UNITS } from './roles.data.ts';
import type { Word, Words } from './words.ts';

/** An office in the text, with the kind of unit that follows it. Word indices. */
export interface Role { readonly from: number; readonly to: number; readonly value: string; readonly isLeader: boolean }

interface RolePayload { readonly value: string; readonly isLeader: boolean }
const ROLES = compile<RolePayload>([
  ...LEADER_ROLES.map(([value, patterns]) => [{ value, isLeader: true }, patterns] as const),
  ...OTHER_ROLES.map(([value, patterns]) => [{ value, isLeader: false }, patterns] as const),
], {});
const UNIT = compile<string>(UNITS.map((u) => [u, [u]] as const), {});

export function findRoles(words: Words): Role[] {
  const units = new Map<number, { to: number; value: string }>();
  for (const unit of UNIT(words)) {
    const known = units.get(unit.from);
    if (!known || known.to < unit.to) units.set(unit.from, { to: unit.to, value: unit.payload });
  }
  const out: Role[] = [];
  const longest = new Map<number, Role>();
  for (const { payload, from, to } of ROLES(words)) {
    const known = longest.get(from);
    if (!known || known.to < to) longest.set(from, { ...payload, from, to });
  }
  const taken = new Uint8Array(words.list.length);
  // "anh phó giám đốc" is one office: the longer reading of a place wins over two short ones ("anh phó", "giám đốc").
  for (const role of [...longest.values()].sort((x, y) => y.to - y.from - (x.to - x.from) || Number(isBareDeputy(words, x)) - Number(isBareDeputy(words, y)) || x.from - y.from)) {
    if (taken.subarray(role.from, role.to).includes(1)) continue;
    const grown = withUnit(role, words, units);
    taken.fill(1, grown.from, grown.to);
    out.push(grown);
  }
  out.sort((x, y) => x.from - y.from);
  return out;
}

/** "anh phó", "chị phó": an office only when none is named. */
const isBareDeputy = (words: Words, role: Role): boolean => ['anh', 'chi'].includes(words.list[role.from]?.plain ?? '');

/** Offices that stand with their unit; "sếp" and "lãnh đạo" take only a place ("lãnh đạo tỉnh"). */
function withUnit(role: Role, words: Words, units: ReadonlyMap<number, { to: number; value: string }>): Role {
  const next = words.list[role.to];
  if (!next || next.gap !== 0 || role.value === 'sếp' || isBareDeputy(words, role)) return role;
  const unit = units.get(role.to);
  if (!unit || !role.isLeader) return role;
  // "trưởng phòng" is complete; "giám đốc cơ quan" says nothing more.
  if (role.value.endsWith('phòng') || unit.value === 'cơ quan' || unit.value === 'đơn vị') return role;
  return { ...role, to: unit.to, value: `${role.value} ${unit.value.replaceAll('uỷ', 'ủy')}` };
}

/** Mostly addressed or mentioned; they speak for no authority. */
export const CLERKS: ReadonlySet<string> = new Set(['kế toán', 'văn thư', 'thủ quỹ', 'thư ký', 'giáo viên', 'bác sĩ']);

/** The words with each office as one word: "#role" heads an office, "#post" speaks for an authority, "#clerk" does neither. */
export function withRoleWords(words: Words, roles: readonly Role[]): Words {
  if (roles.length === 0) return words;
  const list: Word[] = [];
  let next = 0;
  for (let i = 0; i < words.list.length; i += 1) {
    const word = words.list[i];
    const role = roles[next];
    if (role && role.from === i && word) {
      list.push({ plain: role.isLeader ? '#role' : CLERKS.has(role.value) ? '#clerk' : '#post', marked: '', start: word.start, end: words.list[role.to - 1]?.end ?? word.end, gap: word.gap });
      i = role.to - 1;
      next += 1;
    } else if (word) list.push(word);
  }
  return { list, isMarked: words.isMarked };
}
