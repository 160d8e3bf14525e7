import { describe, expect, test } from 'vitest';
import { createFaults } from '#platform/sheets/index.ts';
import type { UnitRow } from './org.contract.ts';
import { planUnits, type UnitPlan } from './unit-plan.rules.ts';
import { readUnitRow, type UnitSpec } from './unit-row.rules.ts';
import { createTimeline, type OrgSnapshot } from './unit-timeline.rules.ts';
import { readableName } from './unit-name.rules.ts';

const EMPTY: OrgSnapshot = { systems: [{ key: 'gso', from: null, until: null }, { key: 'local', from: null, until: null }, { key: 'organ-id', from: null, until: null }], versions: [], codes: [], successions: [] };

function plan(rows: readonly UnitRow[], snapshot: OrgSnapshot = EMPTY): { plan: UnitPlan; faults: string[]; after: OrgSnapshot } {
  const faults = createFaults();
  let n = snapshot.versions.length;
  const specs = rows.map((row, i) => readUnitRow({ line: i + 1, row }, snapshot.systems, faults, (f) => f)).filter((s): s is UnitSpec => s !== null);
  const made = planUnits(specs, snapshot, () => `u${(n += 1)}`, faults, (f) => f);
  return { plan: made, faults: faults.list().map((f) => `${f.line} ${f.column} ${f.code}`), after: apply(snapshot, made) };
}
function apply(s: OrgSnapshot, p: UnitPlan): OrgSnapshot {
  const rewritten = new Set(p.endings.map((e) => e.unitId));
  return {
    systems: s.systems,
    versions: [...s.versions.filter((v) => !p.versions.some((w) => w.unitId === v.unitId && w.from === v.from)), ...p.versions],
    codes: [...s.codes.filter((c) => !p.codes.some((d) => d.system === c.system && d.code === c.code && d.from === c.from)), ...p.codes],
    successions: [...s.successions.filter((x) => !rewritten.has(x.unitId)), ...p.endings.flatMap((e) => e.rows)],
  };
}
const province: UnitRow = { code: 'TINH', name: 'Tỉnh Mẫu', kind: 'province', from: '1990-01-01' };
const sxd: UnitRow = { code: 'SXD', name: 'Sở Xây dựng', kind: 'department', parent: 'TINH', from: '2000-01-01' };
const sgt: UnitRow = { code: 'SGT', name: 'Sở Giao thông vận tải', kind: 'department', parent: 'TINH', from: '2000-01-01' };

describe('codes are re-used: only system, code and day together name a unit', () => {
  const rows: UnitRow[] = [
    { code: '44', codeSystem: 'gso', name: 'Tỉnh Bến', kind: 'province', from: '1989-07-01', to: '2025-06-30', change: 'merge', successors: [{ code: '44' }] },
    { code: '45', codeSystem: 'gso', name: 'Tỉnh Mẫu', kind: 'province', from: '1989-07-01', to: '2025-06-30', change: 'merge', successors: [{ code: '44' }] },
    { code: '44', codeSystem: 'gso', name: 'Tỉnh Mẫu', kind: 'province', from: '2025-07-01' },
    { code: '100', codeSystem: 'gso', name: 'Huyện Cũ', kind: 'district', parent: '44', from: '1990-01-01', to: '2025-06-30', change: 'abolish' },
    { code: '101', codeSystem: 'gso', name: 'Xã Mới', kind: 'commune', parent: '44', from: '2025-07-01' },
  ];
  const { faults, after } = plan(rows);
  const org = createTimeline(after);
  test('the same code on two days is two units, each with its own children', () => {
    expect(faults).toEqual([]);
    const before = org.unitByCode('gso', '44', '2025-06-30');
    const later = org.unitByCode('gso', '44', '2025-07-01');
    expect([before?.name, later?.name, before?.id === later?.id]).toEqual(['Tỉnh Bến', 'Tỉnh Mẫu', false]);
    expect(org.unitByCode('gso', '100', '2020-01-01')?.parentId).toBe(before?.id);
    expect(org.unitByCode('gso', '101', '2026-01-01')?.parentId).toBe(later?.id);
    expect(org.tree('2025-06-30').map((u) => [u.name, u.children.map((c) => c.name)])).toEqual([['Tỉnh Bến', ['Huyện Cũ']], ['Tỉnh Mẫu', []]]);
    expect(org.tree('2025-07-01').map((u) => [u.name, u.children.map((c) => c.name)])).toEqual([['Tỉnh Mẫu', ['Xã Mới']]]);
  });
  test('both old provinces lead to the new one; the abolished district leads to nobody', () => {
    const old = org.unitByCode('gso', '45', '2020-01-01');
    expect(org.succession(old?.id ?? '', '2026-01-01').heirs.map((h) => [h.code, h.name])).toEqual([['44', 'Tỉnh Mẫu']]);
    const district = org.unitByCode('gso', '100', '2020-01-01');
    const gone = org.succession(district?.id ?? '', '2026-01-01');
    expect([gone.heirs, gone.steps.map((s) => s.change)]).toEqual([[], ['abolish']]);
    expect(org.succession(district?.id ?? '', '2025-06-30').heirs.map((h) => h.name)).toEqual(['Huyện Cũ']);
  });
  test('importing again changes nothing; an open code cannot be taken by somebody else', () => {
    const again = plan(rows, after);
    expect([again.faults, again.plan.counts, again.plan.versions, again.plan.codes, again.plan.endings]).toEqual([[], { created: 0, updated: 0, unchanged: 5, ended: 0 }, [], [], []]);
    expect(plan([{ code: '44', codeSystem: 'gso', name: 'Tỉnh Khác', kind: 'province', from: '2026-01-01' }], after).faults).toEqual(['1 code org.code-taken']);
  });
});

describe('a rename is no end', () => {
  const first = plan([province, sxd, { code: 'P1', name: 'Phòng Kế hoạch', kind: 'division', parent: 'SXD', from: '2001-01-01' }]);
  const rename: UnitRow[] = [
    { ...sxd, to: '2025-02-28', change: 'rename', successors: [{ code: 'SXD2' }] },
    { code: 'SXD2', name: 'Sở Xây dựng và Giao thông', kind: 'department', parent: 'TINH', from: '2025-03-01' },
  ];
  const second = plan(rename, first.after);
  test('the unit stays itself under its next name, and those below stay with it', () => {
    expect([second.faults, second.plan.counts]).toEqual([[], { created: 1, updated: 0, unchanged: 0, ended: 1 }]);
    const org = createTimeline(second.after);
    const unit = org.unitByCode('local', 'SXD', '2020-01-01');
    expect(org.unitByCode('local', 'SXD2', '2025-03-01')?.id).toBe(unit?.id);
    expect(org.unitByCode('local', 'SXD', '2025-03-01')).toBeNull();
    expect(org.tree('2026-01-01')[0]?.children[0]).toMatchObject({ name: 'Sở Xây dựng và Giao thông', children: [{ name: 'Phòng Kế hoạch' }] });
    expect(org.succession(unit?.id ?? '', '2026-01-01').steps).toMatchObject([{ change: 'rename', on: '2025-03-01', from: { name: 'Sở Xây dựng' }, to: { name: 'Sở Xây dựng và Giao thông' } }]);
  });
  test('the older file does not bring the old name back, and says so', () => {
    const again = plan([province, sxd], second.after);
    expect([again.faults, again.plan.counts, again.plan.notices.map((n) => n.code)]).toEqual([[], { created: 0, updated: 0, unchanged: 2, ended: 0 }, ['org.end-kept']]);
  });
  test('the next name must begin the day after, and belong to one unit only', () => {
    expect(plan([province, rename[0]!, { ...rename[1]!, from: '2025-03-05' }]).faults).toEqual(['2 successors org.successor-unknown']);
    expect(plan([province, rename[0]!, { ...rename[1]!, from: '2024-01-01' }]).faults).toEqual(['2 successors org.rename-not-adjacent']);
    expect(plan([province, rename[0]!, { ...sgt, to: '2025-02-28', change: 'rename', successors: [{ code: 'SXD2' }] }, rename[1]!]).faults).toEqual(['3 successors org.rename-twice']);
  });
});

describe('faults name line and field, all at once', () => {
  test.each<[string, UnitRow[], string[]]>([
    ['ends before it starts, unexplained', [{ ...province, to: '1980-01-01' }], ['1 to org.ends-before-start', '1 change org.end-unexplained']],
    ['a way of ending without end', [{ ...province, change: 'abolish' }], ['1 to org.change-without-end']],
    ['too few and too many heirs', [province, { ...sxd, to: '2020-01-01', change: 'split', successors: [{ code: 'SGT' }] }, { ...sgt, to: '2020-01-01', change: 'abolish', successors: [{ code: 'SXD' }] }], ['2 successors org.successors-two', '3 successors org.successors-none']],
    ['an heir that does not exist that day', [province, { ...sxd, to: '2020-01-01', change: 'merge', successors: [{ code: 'NOBODY' }] }], ['2 successors org.successor-unknown']],
    ['days that do not exist', [{ ...province, from: '2025-02-30' }], ['1 from sheet.not-a-day']],
    ['a parent that nobody is', [{ ...sxd, parent: 'X' }], ['1 parent org.parent-unknown']],
    ['a parent that is not there yet', [province, { ...sxd, from: '1980-01-01' }], ['2 parent org.parent-unknown']],
    ['a parent that goes before', [province, { ...sgt, to: '2024-12-31', change: 'abolish' }, { code: 'P', name: 'Phòng', kind: 'division', parent: 'SGT', from: '2010-01-01' }], ['3 parent org.parent-ends-first']],
    ['the same row twice', [province, { ...province, name: 'Tỉnh Khác' }], ['2 code org.duplicate-row']],
    ['one code, two units, one day', [province, sxd, { ...sxd, name: 'Sở Khác', from: '2010-01-01' }], ['3 code org.code-overlap']],
    ['a circle', [{ code: 'A', name: 'A', kind: 'other', parent: 'B', from: '2000-01-01' }, { code: 'B', name: 'B', kind: 'other', parent: 'A', from: '2000-01-01' }], ['1 parent org.cycle', '2 parent org.cycle']],
    ['its own parent', [{ code: 'A', name: 'A', kind: 'other', parent: 'A', from: '2000-01-01' }], ['1 parent org.parent-itself']],
    ['a code system that nobody keeps', [{ ...province, codeSystem: 'xyz' }], ['1 codeSystem org.code-system-unknown']],
    ['a phone without its zero, and one that is none', [{ ...province, phone: '2333852555' }, { ...sxd, phone: 'gọi sau' }], ['1 phone org.phone-lost-zero', '2 phone org.phone-unreadable']],
  ])('%s', (_name, rows, expected) => { expect(plan(rows).faults).toEqual(expected); });

  test('a circle that exists on no day is none', () => {
    const rows: UnitRow[] = [
      { code: 'R', name: 'R', kind: 'other', from: '1990-01-01' },
      { code: 'A', name: 'A', kind: 'other', parent: 'B', from: '2000-01-01', to: '2009-12-31', change: 'rename', successors: [{ code: 'A' }] },
      { code: 'B', name: 'B', kind: 'other', parent: 'R', from: '2000-01-01', to: '2009-12-31', change: 'rename', successors: [{ code: 'B' }] },
      { code: 'A', name: 'A', kind: 'other', parent: 'R', from: '2010-01-01' },
      { code: 'B', name: 'B', kind: 'other', parent: 'A', from: '2010-01-01' },
    ];
    const { faults, after } = plan(rows);
    expect(faults).toEqual([]);
    expect(createTimeline(after).tree('2005-01-01')[0]?.children[0]).toMatchObject({ code: 'B', children: [{ code: 'A' }] });
    expect(createTimeline(after).tree('2015-01-01')[0]?.children[0]).toMatchObject({ code: 'A', children: [{ code: 'B' }] });
  });

  test('a unit cannot be ended over the heads of those below it that the file does not name', () => {
    const { after } = plan([province, sxd, { code: 'P', name: 'Phòng', kind: 'division', parent: 'SXD', from: '2010-01-01' }]);
    expect(plan([{ ...sxd, to: '2024-12-31', change: 'abolish' }], after).faults).toEqual(['1 to org.children-remain']);
  });

  test('an heir cannot be made to have ended before it inherited', () => {
    const { after } = plan([province, { ...sxd, to: '2019-12-31', change: 'merge', successors: [{ code: 'SGT' }] }, sgt]);
    expect(plan([{ ...sgt, to: '2015-12-31', change: 'abolish' }], after).faults).toEqual(['1 to org.heir-of-other']);
  });
});

test('two halves that merge again have one heir', () => {
  const part = (code: string): UnitRow => ({ code, name: `Sở ${code}`, kind: 'department', parent: 'TINH', from: '2010-01-01', to: '2019-12-31', change: 'merge', successors: [{ code: 'NEW' }] });
  const { faults, after } = plan([province, { ...sxd, to: '2009-12-31', change: 'split', successors: [{ code: 'A' }, { code: 'B' }] }, part('A'), part('B'), { code: 'NEW', name: 'Sở Mới', kind: 'department', parent: 'TINH', from: '2020-01-01' }]);
  expect(faults).toEqual([]);
  const org = createTimeline(after);
  const start = org.unitByCode('local', 'SXD', '2005-01-01')?.id ?? '';
  expect(org.succession(start, '2015-01-01').heirs.map((h) => h.code)).toEqual(['A', 'B']);
  expect(org.succession(start, '2021-01-01')).toMatchObject({ heirs: [{ name: 'Sở Mới' }], steps: [{ change: 'split' }, { change: 'split' }, { change: 'merge' }, { change: 'merge' }] });
});

test('names read on after a position', () => {
  const tinh = { name: 'Tỉnh Mẫu', kind: 'province' as const };
  const phuong = { name: 'Phường Bến Mẫu', kind: 'commune' as const };
  expect(readableName([{ name: 'Sở Xây dựng', kind: 'department' }, tinh])).toBe('Sở Xây dựng tỉnh Mẫu');
  expect(readableName([{ name: 'Công an tỉnh Mẫu', kind: 'police' }, tinh])).toBe('Công an tỉnh Mẫu');
  expect(readableName([{ name: 'UBND', kind: 'committee' }, phuong, tinh])).toBe('UBND phường Bến Mẫu');
  expect(readableName([{ name: 'UBND phường Bến Mẫu', kind: 'committee' }, phuong, tinh])).toBe('UBND phường Bến Mẫu');
  expect(readableName([{ name: 'Phòng An ninh mạng', kind: 'division' }, { name: 'Công an tỉnh Mẫu', kind: 'police' }, tinh])).toBe('Phòng An ninh mạng, Công an tỉnh Mẫu');
  expect(readableName([phuong, tinh])).toBe('phường Bến Mẫu');
  expect(readableName([{ name: 'Trường THPT Sông Vịnh', kind: 'service' }, { name: 'Sở Giáo dục và Đào tạo', kind: 'department' }, tinh])).toBe('Trường THPT Sông Vịnh tỉnh Mẫu');
});
