import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import { fixedClock } from '#kernel/clock.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import type { ImportProgress, SheetSource } from '#platform/sheets/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { createOrg, type Org, type UnitRow } from './index.ts';

const ctx: Context = { actor: { kind: 'operator', name: 'test' }, requestId: 'test', clock: fixedClock('2026-11-24T00:00:00Z'), locale: 'vi' };
const csv = (text: string): SheetSource => ({ bytes: Buffer.from(text), name: 'a.csv' });
const HEAD = 'Mã đơn vị;Tên đơn vị;Loại;Mã cấp trên;Từ ngày;Đến hết ngày;Cách thay đổi;Đơn vị kế thừa;Điện thoại;Mã khác\n';
const FILE = `${HEAD}TINH;Tỉnh Mẫu;tỉnh;;01/01/1990;;;;;\nSXD;Sở Xây dựng;Sở;TINH;01/01/2000;28/02/2025;sáp nhập;SXDGT;;organ-id:H00.12\nSXDGT;Sở Xây dựng và Giao thông;sở;tinh;01/03/2025;;;;0233 385 2555;\nP1;Phòng Kế hoạch;phòng;SXDGT;01/03/2025;;;;;\n`;

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  let org: Org;
  beforeAll(async () => { database = await freshDatabase(server); org = createOrg({ db: database.db, uow: createUnitOfWork(database.db) }); });
  afterAll(() => database.drop());
  const count = async (table: string): Promise<number> => Number((await database.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

  test('a dry run says what would happen and leaves nothing', async () => {
    const outcome = await org.importUnitsFile(ctx, csv(FILE), { isDryRun: true });
    expect(outcome).toMatchObject({ kind: 'dry-run', rows: 4, counts: { units: { created: 4, updated: 0, unchanged: 0, ended: 0 } } });
    expect([await count('org_unit'), await count('org_unit_version'), await count('audit_entry')]).toEqual([0, 0, 0]);
  });

  test('one faulty cell and nothing is imported; every fault has its line and column', async () => {
    const outcome = await org.importUnitsFile(ctx, csv(`${FILE}X;Sở X;sở;NOBODY;01/13/2025;;;;912345678;\nY;Sở Y;lạ;TINH;45839;;;;;\n`));
    expect(outcome).toMatchObject({ kind: 'refused', faultCount: 4 });
    expect(outcome.kind === 'refused' && outcome.faults.map((f) => [f.line, f.column, f.code])).toEqual([[6, 'Từ ngày', 'sheet.not-a-day'], [6, 'Điện thoại', 'org.phone-lost-zero'], [7, 'Từ ngày', 'sheet.serial-day'], [7, 'Loại', 'sheet.unknown-word']]);
    expect(await count('org_unit')).toBe(0);
  });

  test('imported, and the same file again changes nothing', async () => {
    const seen: ImportProgress[] = [];
    expect(await org.importUnitsFile(ctx, csv(FILE), { onProgress: (p) => { seen.push(p); } })).toMatchObject({ kind: 'imported', counts: { units: { created: 4 } }, notices: [] });
    expect(new Set(seen.map((p) => p.phase))).toEqual(new Set(['read', 'check', 'write']));
    const before = [await count('org_unit'), await count('org_unit_version'), await count('org_unit_code'), await count('org_succession')];
    expect(await org.importUnitsFile(ctx, csv(FILE))).toMatchObject({ kind: 'imported', counts: { units: { created: 0, updated: 0, unchanged: 4, ended: 0 } } });
    expect([await count('org_unit'), await count('org_unit_version'), await count('org_unit_code'), await count('org_succession')]).toEqual(before);
    expect(before).toEqual([4, 4, 5, 1]);
  });

  test('a unit is found by each of its codes, on the days on which it has them', async () => {
    const old = await org.unitAsOf(ctx, { codeSystem: 'organ-id', code: 'h00.12', date: '2020-01-01' });
    expect(old).toMatchObject({ code: 'SXD', name: 'Sở Xây dựng', from: '2000-01-01', to: '2025-02-28' });
    expect(await org.unitAsOf(ctx, { code: 'SXD', date: '2025-03-01' })).toBeNull();
    expect((await org.successors(ctx, old?.id ?? '', '2026-01-01')).heirs).toMatchObject([{ code: 'SXDGT', phone: '842333852555' }]);
    expect((await org.tree(ctx, '2026-01-01'))[0]).toMatchObject({ code: 'TINH', children: [{ code: 'SXDGT', children: [{ code: 'P1' }] }] });
    await expect(org.successors(ctx, '00000000-0000-7000-8000-000000000000', '2026-01-01')).rejects.toMatchObject({ code: 'org.unit-not-found' });
    await expect(org.tree(ctx, '2026-02-30')).rejects.toMatchObject({ code: 'org.not-a-day' });
  });

  test('outsiders neither read nor write, and a cancelled import leaves nothing', async () => {
    const outside = { ...ctx, actor: ANONYMOUS };
    await expect(org.tree(outside, '2026-01-01')).rejects.toMatchObject({ code: 'org.forbidden' });
    await expect(org.unitAsOf(outside, { code: 'SXD', date: '2020-01-01' })).rejects.toMatchObject({ code: 'org.forbidden' });
    await expect(org.importUnits(outside, [])).rejects.toMatchObject({ code: 'org.forbidden' });
    const stop = new AbortController();
    const rows: UnitRow[] = Array.from({ length: 3000 }, (_, i) => ({ code: `N${i}`, name: `Đơn vị ${i}`, kind: 'other', parent: 'TINH', from: '2026-01-01' }));
    const attempt = org.importUnits(ctx, rows, { signal: stop.signal, onProgress: (p) => { if (p.phase === 'write' && p.done >= 1000) stop.abort(); } });
    await expect(attempt).rejects.toMatchObject({ code: 'import.cancelled' });
    expect(await count('org_unit')).toBe(4);
  });

  test('two imports at once are decided one after the other', async () => {
    const rows: UnitRow[] = [{ code: 'Q1', name: 'Đơn vị Q1', kind: 'other', parent: 'TINH', from: '2026-01-01' }, { code: 'Q2', name: 'Đơn vị Q2', kind: 'other', parent: 'Q1', from: '2026-01-01' }];
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => org.importUnits(ctx, rows)));
    expect(outcomes.map((o) => o.kind === 'imported' && o.counts.units.created).sort()).toEqual([0, 0, 0, 2]);
  });

  test('a row of the wrong shape is a fault of its line', async () => {
    const wrong = [{ code: 'A', name: 'A', kind: 'castle', from: '2020-01-01' }] as unknown as UnitRow[];
    expect(await org.importUnits(ctx, wrong)).toMatchObject({ kind: 'refused', faults: [{ line: 1, column: null, code: 'org.row-malformed' }] });
  });

  test('registering is told to every process, and is on the record', async () => {
    const listener = await database.pool.connect();
    const heard: string[] = [];
    await listener.query('listen "register-changed"');
    listener.on('notification', (m) => { heard.push(m.payload ?? ''); });
    await org.importUnits(ctx, [{ code: 'Q3', name: 'Đơn vị Q3', kind: 'other', parent: 'TINH', from: '2026-01-01' }]);
    await org.importUnits(ctx, [{ code: 'Q3', name: 'Đơn vị Q3', kind: 'other', parent: 'TINH', from: '2026-01-01' }]);
    await listener.query('select 1');
    listener.release(true);
    expect(heard).toEqual(['org']);
    const { rows } = await database.pool.query("select details->>'created' as created from audit_entry where action = 'org.units-imported' and details->>'rows' = '1' order by 1");
    expect(rows).toEqual([{ created: '0' }, { created: '1' }]);
  });

  describe('the database itself refuses', () => {
    const A = '00000000-0000-7000-8000-00000000000a';
    const B = '00000000-0000-7000-8000-00000000000b';
    const VERSION = "insert into org_unit_version (unit_id, valid_from, valid_to, name, kind, parent_id) values";
    async function attempt(...statements: string[]): Promise<string | null> {
      const client = await database.pool.connect();
      try {
        await client.query('begin');
        await client.query(`insert into org_unit values ('${A}', now()), ('${B}', now())`);
        for (const statement of statements) await client.query(statement);
        await client.query('set constraints all immediate');
        return null;
      } catch (error) {
        return (error as { constraint?: string }).constraint ?? String(error);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
    test.each<[string, string | null, string[]]>([
      ['nothing when all is well', null, [`${VERSION} ('${A}', '2000-01-01', null, 'A', 'other', null), ('${B}', '2001-01-01', null, 'B', 'other', '${A}')`]],
      ['two versions of one unit on one day', 'org_unit_version_once', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null), ('${A}', '2009-12-31', null, 'A2', 'other', null)`]],
      ['an interval that ends before it begins', 'org_unit_version_check', [`${VERSION} ('${A}', '2000-01-01', '2000-01-01', 'A', 'other', null)`]],
      ['a gap in a unit', 'org_no_gap', [`${VERSION} ('${A}', '2000-01-01', '2009-01-01', 'A', 'other', null), ('${A}', '2010-01-01', null, 'A2', 'other', null)`]],
      ['a circle', 'org_no_cycle', [`${VERSION} ('${A}', '2000-01-01', null, 'A', 'other', '${B}'), ('${B}', '2000-01-01', null, 'B', 'other', '${A}')`]],
      ['a child that outlives its parent', 'org_parent_lives', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null), ('${B}', '2001-01-01', null, 'B', 'other', '${A}')`, `insert into org_succession values ('${A}', 'abolish', '2010-01-01', null)`]],
      ['an end without explanation', 'org_end_explained', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null)`]],
      ['a succession on another day', 'org_succession_day', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null)`, `insert into org_succession values ('${A}', 'abolish', '2010-01-02', null)`]],
      ['an heir who is not there yet', 'org_successor_lives', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null), ('${B}', '2011-01-01', null, 'B', 'other', null)`, `insert into org_succession values ('${A}', 'merge', '2010-01-01', '${B}')`]],
      ['a split into one', 'org_succession_shape', [`${VERSION} ('${A}', '2000-01-01', '2010-01-01', 'A', 'other', null), ('${B}', '2001-01-01', null, 'B', 'other', null)`, `insert into org_succession values ('${A}', 'split', '2010-01-01', '${B}')`]],
      ['one code for two units on one day', 'org_unit_code_once', [`${VERSION} ('${A}', '2000-01-01', null, 'A', 'other', null), ('${B}', '2000-01-01', null, 'B', 'other', null)`, `insert into org_unit_code values ('gso', '44', '2000-01-01', null, '${A}'), ('gso', '44', '2005-01-01', null, '${B}')`]],
      ['a code outside the life of its unit', 'org_code_in_life', [`${VERSION} ('${A}', '2000-01-01', null, 'A', 'other', null)`, `insert into org_unit_code values ('gso', '44', '1999-01-01', null, '${A}')`]],
      ['a code outside the life of its system', 'org_code_in_system', ["update org_code_system set valid_from = '2020-01-01' where key = 'organ-id'", `${VERSION} ('${A}', '2000-01-01', null, 'A', 'other', null)`, `insert into org_unit_code values ('organ-id', 'X', '2010-01-01', null, '${A}')`]],
    ])('%s', async (_name, constraint, statements) => { expect(await attempt(...statements)).toBe(constraint); });
  });
});
