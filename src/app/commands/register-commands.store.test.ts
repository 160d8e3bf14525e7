import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { fixedClock } from '#kernel/clock.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import { createI18n } from '#platform/i18n/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { UsageError, type CommandIo } from './io.ts';
import { officialsImportCommand, officialsTemplateCommand, orgImportCommand, orgTemplateCommand, type RegisterCommandDeps } from './register-commands.ts';

/** Sentences short enough to read in the expectations: what the command puts where, not how it is worded. */
const words = { 'import.at-cell': '{line}/{column}', 'import.refused': 'refused {rows} {count}', 'import.imported': 'imported {rows}', 'import.dry-run': 'dry {rows}', 'import.counts': '{created} {updated} {ended} {unchanged}', 'import.what.units': 'U', 'error.sheet.not-found': 'no file', 'error.officials.unit-unknown': 'unit {code}?', 'import.phase.write': 'W' };
const ctx: Context = { actor: { kind: 'operator', name: 'test' }, requestId: 'test', clock: fixedClock('2026-11-24T00:00:00Z'), locale: 'vi' };
const UNITS = 'Mã đơn vị;Tên đơn vị;Loại;Mã cấp trên;Từ ngày\nTINH;Tỉnh Mẫu;tỉnh;;01/01/1990\nSXD;Sở Xây dựng;sở;TINH;01/01/2000\n';
const OFFICIALS = 'Mã cán bộ,Họ và tên,Giới tính,Chức vụ,Mã đơn vị,Từ ngày,Zalo\nCB1,Lê Trọng Khuê,nam,Giám đốc,SXD,01/03/2025,0912345678\nCB2,Phùng Thị Nhã,nữ,Phó Giám đốc,SXX,01/03/2025,0987654321\n';

describe.each(databases().slice(0, 1))('on $name', (server) => {
  let database: FreshDatabase;
  let deps: RegisterCommandDeps;
  let dir = '';
  beforeAll(async () => {
    database = await freshDatabase(server);
    deps = { db: database.db, uow: createUnitOfWork(database.db), ctx, i18n: createI18n({ vi: words, en: words }) };
    dir = mkdtempSync(join(tmpdir(), 'register-'));
  });
  afterAll(async () => { rmSync(dir, { recursive: true }); await database.drop(); });
  const file = (name: string, text: string): string => { const path = join(dir, name); writeFileSync(path, text); return path; };
  async function run(command: (args: readonly string[], io: CommandIo, deps: RegisterCommandDeps) => Promise<number>, args: readonly string[], isTerminal = false): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const io: CommandIo = { stdin: (async function* none() {})(), out: (t) => { out += t; }, err: (t) => { err += t; }, isTerminal };
    return { code: await command(args, io, deps), out, err };
  }

  test('units, then officials with a fault, then mended', async () => {
    const units = file('units.csv', UNITS);
    expect(await run(orgImportCommand, [units, '--dry-run'])).toEqual({ code: 0, out: 'dry 2\n  U: 2 0 0 0\n', err: '' });
    expect(await run(orgImportCommand, [units])).toEqual({ code: 0, out: 'imported 2\n  U: 2 0 0 0\n', err: '' });
    const officials = file('officials.csv', OFFICIALS);
    expect(await run(officialsImportCommand, [officials])).toEqual({ code: 65, out: 'refused 2 1\n', err: '3/Mã đơn vị: unit SXX?\n' });
    const json = await run(officialsImportCommand, [officials, '--json']);
    expect([json.code, JSON.parse(json.out)]).toMatchObject([65, { kind: 'refused', faultCount: 1, faults: [{ line: 3, column: 'Mã đơn vị', code: 'officials.unit-unknown', text: { vi: 'unit SXX?', en: 'unit SXX?' } }] }]);
    writeFileSync(officials, OFFICIALS.replace('SXX', 'SXD'));
    expect(JSON.parse((await run(officialsImportCommand, [officials, '--json'])).out)).toMatchObject({ kind: 'imported', counts: { officials: { created: 2 }, channels: { created: 2 } } });
  });

  test('a bar on a terminal only, and it is wiped away', async () => {
    const { err } = await run(orgImportCommand, [file('more.csv', `${UNITS}A;Đơn vị A;khác;TINH;01/01/2000\n`)], true);
    expect(err).toContain('W [██████████████████████████████] 100 %');
    expect(err.endsWith('\r')).toBe(true);
  });

  test('a missing file is bad input, a missing argument wrong usage', async () => {
    expect(await run(orgImportCommand, [join(dir, 'none.csv')])).toMatchObject({ code: 65, err: 'no file\n' });
    await expect(run(orgImportCommand, [])).rejects.toBeInstanceOf(UsageError);
    await expect(run(orgImportCommand, ['x.csv', '--lang', 'fr'])).rejects.toBeInstanceOf(UsageError);
    await expect(run(officialsTemplateCommand, [])).rejects.toBeInstanceOf(UsageError);
  });

  test('a template that is filled in is imported', async () => {
    const path = join(dir, 'template.csv');
    expect((await run(orgTemplateCommand, [path])).code).toBe(0);
    expect((await run(orgTemplateCommand, [path])).code).toBe(65);
    const header = readFileSync(path, 'utf8');
    writeFileSync(path, `${header}B;;Đơn vị B;khác;TINH;01/01/2000;;;;;\r\n`);
    expect(await run(orgImportCommand, [path])).toMatchObject({ code: 0, out: 'imported 1\n  U: 1 0 0 0\n' });
    expect((await run(officialsTemplateCommand, [join(dir, 't.xlsx')])).code).toBe(0);
  });
});
