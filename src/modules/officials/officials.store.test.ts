import exceljs from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import { fixedClock } from '#kernel/clock.ts';
import { createOrg } from '#modules/org/index.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import type { ImportOutcome, SheetSource } from '#platform/sheets/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { createOfficials, findFacts, listDirectory, type ImportedParts, type Officials, type OfficialRow } from './index.ts';

const clock = fixedClock('2026-11-24T02:00:00Z');
const ctx: Context = { actor: { kind: 'operator', name: 'test' }, requestId: 'test', clock, locale: 'vi' };
const HEAD = 'Mã cán bộ;Họ và tên;Giới tính;Chức vụ;Mã đơn vị;Từ ngày;Đến hết ngày;Facebook;Zalo;Điện thoại;Không dùng;Ngày xác nhận\n';
const csv = (lines: string): SheetSource => ({ bytes: Buffer.from(HEAD + lines), name: 'a.csv' });
const KHUE = 'CB1;Lê Trọng Khuê;nam;Giám đốc;SXD;01/03/2025;;facebook.com/le.trong.khue;0912 345 678;;TikTok;02/11/2026\n';
const NHA = 'CB2;Phùng Thị Nhã;nữ;Chủ tịch;UBBM;01/07/2025;;;0987654321;0987654321;Facebook;02/11/2026\n';
const faultsOf = (o: ImportOutcome<ImportedParts>): string[] => (o.kind === 'refused' ? o.faults.map((f) => `${f.line} ${f.column} ${f.code}`) : [o.kind]);

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  let officials: Officials;
  beforeAll(async () => {
    database = await freshDatabase(server);
    const deps = { db: database.db, uow: createUnitOfWork(database.db) };
    officials = createOfficials(deps);
    const units = await createOrg(deps).importUnits(ctx, [
      { code: 'TINH', name: 'Tỉnh Mẫu', kind: 'province', from: '1990-01-01', phone: '0233 385 2000' },
      { code: 'SGT', name: 'Sở Giao thông vận tải', kind: 'department', parent: 'TINH', from: '2000-01-01', to: '2025-02-28', change: 'merge', successors: [{ code: 'SXD' }] },
      { code: 'SXD', name: 'Sở Xây dựng', kind: 'department', parent: 'TINH', from: '2000-01-01', phone: '0233 385 2555' },
      { code: 'BM', name: 'Phường Bến Mẫu', kind: 'commune', parent: 'TINH', from: '2025-07-01' },
      { code: 'UBBM', name: 'UBND', kind: 'committee', parent: 'BM', from: '2025-07-01' },
    ]);
    expect(units.kind).toBe('imported');
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    clock.set('2026-11-24T02:00:00Z');
    await database.pool.query('truncate official, official_position, genuine_channel, no_account_declaration, official_statement');
    await officials.importOfficialsFile(ctx, csv(KHUE + NHA));
  });
  const fact = async (type: string, value: string) => (await findFacts(database.db, [{ type, value }], clock.now()))[0];
  const count = async (table: string): Promise<number> => Number((await database.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

  test('the directory reads naturally, with the nearest office line', async () => {
    expect((await listDirectory(database.db, '2026-11-24')).map(({ ref: _ref, ...e }) => e).sort((a, b) => a.fullName.localeCompare(b.fullName))).toEqual([
      { fullName: 'Lê Trọng Khuê', honorific: 'ông', position: 'Giám đốc', unit: 'Sở Xây dựng tỉnh Mẫu', officePhone: '842333852555', noAccountOn: ['tiktok'] },
      { fullName: 'Phùng Thị Nhã', honorific: 'bà', position: 'Chủ tịch', unit: 'UBND phường Bến Mẫu', officePhone: '842333852000', noAccountOn: ['facebook'] },
    ]);
    expect(await listDirectory(database.db, '2025-02-28')).toEqual([]);
  });

  test('facts: a channel is found by its canonical key, with confirmation and expiry; an unknown one is nothing', async () => {
    const [khue] = (await listDirectory(database.db, '2026-11-24')).filter((e) => e.fullName === 'Lê Trọng Khuê');
    const zalo = await fact('profile', 'zalo:84912345678');
    expect(zalo).toEqual({ type: 'profile', value: 'zalo:84912345678', statement: null, channel: { officialRef: khue?.ref, platform: 'zalo', state: 'current', confirmedAt: new Date('2026-11-01T17:00:00Z'), expiresAt: new Date('2027-11-01T17:00:00Z'), hijackedAt: null } });
    expect(await findFacts(database.db, [{ type: 'phone', value: '84912345678' }, { type: 'profile', value: 'zalo:84999999999' }], clock.now())).toEqual([]);
    expect(await findFacts(database.db, [], clock.now())).toEqual([]);
  });

  test('the same file again changes nothing, on another day too', async () => {
    clock.advance(40 * 86_400_000);
    const before = (await database.pool.query('select * from genuine_channel order by id')).rows;
    const none = { created: 0, updated: 0, ended: 0 };
    expect(await officials.importOfficialsFile(ctx, csv(KHUE + NHA))).toMatchObject({ kind: 'imported', counts: { officials: { ...none, unchanged: 2 }, positions: { ...none, unchanged: 2 }, channels: { ...none, unchanged: 4 }, declarations: { ...none, unchanged: 2 } }, notices: [] });
    expect((await database.pool.query('select * from genuine_channel order by id')).rows).toEqual(before);
  });

  test('a dry run and a refused file leave everything as it was', async () => {
    const file = `${KHUE.replace('0912 345 678', '0913 345 678')}CB3;Đỗ An;nam;Phó Giám đốc;SXD;01/03/2025;;;;;;\n`;
    expect(await officials.importOfficialsFile(ctx, csv(file), { isDryRun: true })).toMatchObject({ kind: 'dry-run', counts: { officials: { created: 1 }, channels: { created: 1, ended: 1 } } });
    expect(await officials.importOfficialsFile(ctx, csv(`${file}CB4;;nam;;SXD;hôm qua;;;;;;\n`))).toMatchObject({ kind: 'refused', faultCount: 3 });
    expect([await count('official'), (await fact('profile', 'zalo:84912345678'))?.channel?.state, await fact('profile', 'zalo:84913345678')]).toEqual([2, 'current', undefined]);
  });

  test('every fault of a file in one go', async () => {
    const outcome = await officials.importOfficialsFile(ctx, csv([
      'CB3;Đỗ An;nam;Phó Giám đốc;NOBODY;01/03/2025;;;;;;',
      'CB4;Hồ Bích;nữ;Phó Giám đốc;SGT;01/03/2020;;;;;;',
      'CB5;Hồ Bích;nữ;Phó Giám đốc;UBBM;01/03/2020;;;;;;',
      'CB6;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;28/02/2025;;912345678;9.12E+08;;',
      'CB7;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;facebook.com/le.trong.khue;;0912345678;facebook;',
      'CB8;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;;0900000001;;;',
      'CB9;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;;;0900 000 001;MySpace;',
      'CB8;Tạ Văn Minh;nam;Ủy viên;SXD;01/03/2025;;;;;;',
      'CB8;Tạ Minh;nữ;Phó Giám đốc;SXD;01/03/2025;;;;;;01/01/2030',
      'CB10;Tạ 9;nam;Phó Giám đốc;SXD;01/03/2025;;;;;;',
      ';Tạ 8;nam;;SXD;hôm qua;;facebook.com;không có;12;;',
    ].join('\n')));
    expect(faultsOf(outcome)).toEqual([
      '2 Mã đơn vị officials.unit-unknown', '3 Mã đơn vị officials.unit-ends-first', '4 Mã đơn vị officials.unit-other-days', '5 Điện thoại sheet.scientific', '5 Đến hết ngày officials.ends-before-start', '5 Zalo officials.channel-lost-zero', '6 Không dùng officials.channel-and-none',
      '8 Không dùng sheet.unknown-word', '9 Họ và tên officials.person-differs', '10 Giới tính officials.person-differs', '10 Chức vụ officials.duplicate-row', '11 Họ và tên officials.name-unreadable',
      '12 Mã cán bộ sheet.cell-required', '12 Chức vụ sheet.cell-required', '12 Từ ngày sheet.not-a-day', '12 Họ và tên officials.name-unreadable', '12 Facebook officials.channel-unreadable', '12 Zalo officials.channel-unreadable', '12 Điện thoại officials.channel-unreadable',
    ]);
    const again = await officials.importOfficialsFile(ctx, csv([
      'CB6;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;28/02/2025;;912345678;;;01/01/2030',
      'CB7;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;facebook.com/le.trong.khue;;0912345678;;',
      'CB8;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;;0900000001;;;',
      'CB9;Tạ Minh;nam;Phó Giám đốc;SXD;01/03/2025;;;;0900 000 001;;',
    ].join('\n')));
    expect(faultsOf(again)).toEqual(['2 Đến hết ngày officials.ends-before-start', '2 Ngày xác nhận officials.moment-in-future', '3 Facebook officials.channel-taken', '3 Điện thoại officials.channel-taken', '5 Điện thoại officials.channel-twice']);
  });

  test('a workbook with a sheet of each kind is read by its own sheet; numbers without their zero are refused with the repair', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('Đơn vị').addRow(['Mã đơn vị']);
    const sheet = book.addWorksheet('Cán bộ');
    sheet.addRow(['HO TEN', 'Mã cán bộ', 'Gender', 'chức vụ', 'đơn vị', 'từ ngày', 'Phone', 'Ghi chú']);
    sheet.addRow(['Đỗ An', 'CB3', 'male', 'Phó Giám đốc', 'SXD', new Date('2025-03-01'), 912345670, 'mới']);
    const source = { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: 'a.xlsx' };
    const outcome = await officials.importOfficialsFile(ctx, source);
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ line: 2, column: 'Phone', code: 'officials.channel-lost-zero', params: { proposal: '0912 345 670' } }], notices: [{ line: 1, column: 'Ghi chú', code: 'sheet.column-extra' }] });
  });

  test('a changed cell retires the old channel and takes the new one; an empty cell says nothing', async () => {
    const outcome = await officials.importOfficialsFile(ctx, csv(KHUE.replace('0912 345 678', '0913 345 678').replace('facebook.com/le.trong.khue', '')));
    expect(outcome).toMatchObject({ kind: 'imported', counts: { channels: { created: 1, updated: 0, unchanged: 0, ended: 1 } } });
    expect([(await fact('profile', 'zalo:84912345678'))?.channel?.state, (await fact('profile', 'zalo:84913345678'))?.channel?.state, (await fact('profile', 'facebook:letrongkhue'))?.channel?.state]).toEqual(['retired', 'current', 'current']);
    expect(await officials.importOfficialsFile(ctx, csv(KHUE))).toMatchObject({ counts: { channels: { created: 0, updated: 1, ended: 1 } } });
    expect([(await fact('profile', 'zalo:84912345678'))?.channel?.state, (await fact('profile', 'zalo:84913345678'))?.channel?.state]).toEqual(['current', 'retired']);
  });

  test('a number may move from one official to another within one file', async () => {
    const moved = KHUE.replace('0912 345 678', '0913 345 678') + NHA.replaceAll('0987654321', '0912345678');
    expect(await officials.importOfficialsFile(ctx, csv(moved))).toMatchObject({ kind: 'imported' });
    const facts = await findFacts(database.db, [{ type: 'profile', value: 'zalo:84912345678' }], clock.now());
    expect(facts.map((f) => f.channel?.state).sort()).toEqual(['current', 'retired']);
  });

  test('two positions in two rows: one person, the first row is shown; ending one leaves the other', async () => {
    const second = 'CB1;Lê Trọng Khuê;nam;Ủy viên;UBBM;01/07/2025;;;;;;\n';
    expect(await officials.importOfficialsFile(ctx, csv(KHUE + second))).toMatchObject({ counts: { officials: { unchanged: 1 }, positions: { created: 1, unchanged: 1 } } });
    expect((await listDirectory(database.db, '2026-11-24')).filter((e) => e.fullName === 'Lê Trọng Khuê').map((e) => e.position)).toEqual(['Giám đốc']);
    const ended = KHUE.replace('01/03/2025;;', '01/03/2025;23/11/2026;');
    expect(await officials.importOfficialsFile(ctx, csv(ended))).toMatchObject({ counts: { positions: { ended: 1 } } });
    expect((await listDirectory(database.db, '2026-11-23')).find((e) => e.fullName === 'Lê Trọng Khuê')?.position).toBe('Giám đốc');
    expect((await listDirectory(database.db, '2026-11-24')).find((e) => e.fullName === 'Lê Trọng Khuê')).toMatchObject({ position: 'Ủy viên', unit: 'UBND phường Bến Mẫu' });
    const older = await officials.importOfficialsFile(ctx, csv(KHUE));
    expect(older.notices.map((n) => n.code)).toEqual(['officials.end-kept']);
  });

  test('a wrong first day is corrected, not doubled', async () => {
    const outcome = await officials.importOfficialsFile(ctx, csv(KHUE.replace('01/03/2025', '01/04/2025')));
    expect([outcome, outcome.notices.map((n) => n.code)]).toMatchObject([{ counts: { positions: { created: 0, updated: 1 } } }, ['officials.start-corrected']]);
    expect(await count('official_position')).toBe(2);
  });

  test('whoever holds no position has no channel that speaks for an office', async () => {
    await officials.importOfficialsFile(ctx, csv(KHUE.replace('01/03/2025;;', '01/03/2025;20/11/2026;')));
    expect((await fact('profile', 'zalo:84912345678'))?.channel?.state).toBe('retired');
    await officials.markHijacked(ctx, { officialCode: 'CB1', platform: 'zalo', value: '0912345678' });
    expect((await fact('profile', 'zalo:84912345678'))?.channel?.state).toBe('hijacked');
  });

  test('hijacked: red at once, no file and no retiring takes it back, only a restoring with a reason', async () => {
    const zalo = { officialCode: 'cb1', platform: 'zalo' as const, value: '0912.345.678' };
    const at = new Date('2026-11-24T01:30:00Z');
    expect(await officials.markHijacked(ctx, { ...zalo, at })).toMatchObject({ state: 'hijacked', hijackedAt: at });
    expect(await officials.markHijacked(ctx, zalo)).toMatchObject({ hijackedAt: at });
    const again = await officials.importOfficialsFile(ctx, csv(KHUE.replace('02/11/2026', '24/11/2026')));
    expect(again.notices.map((n) => n.code)).toEqual(['officials.channel-stays-hijacked']);
    await officials.importOfficialsFile(ctx, csv(KHUE.replace('0912 345 678', '0913 345 678')));
    await expect(officials.retireChannel(ctx, { ...zalo, reason: 'mất máy' })).rejects.toMatchObject({ code: 'officials.channel-is-hijacked' });
    await expect(officials.registerChannel(ctx, zalo)).rejects.toMatchObject({ code: 'officials.channel-is-hijacked' });
    expect((await fact('profile', 'zalo:84912345678'))?.channel).toMatchObject({ state: 'hijacked', hijackedAt: at });
    await expect(officials.restoreChannel(ctx, { ...zalo, reason: ' ' })).rejects.toMatchObject({ code: 'officials.reason-needed' });
    expect(await officials.restoreChannel(ctx, { ...zalo, reason: 'Đã lấy lại tài khoản' })).toMatchObject({ state: 'current', confirmedAt: clock.now() });
    await expect(officials.restoreChannel(ctx, { ...zalo, reason: 'lần nữa' })).rejects.toMatchObject({ code: 'officials.channel-is-current' });
  });

  test('a hijack does not wait for an import that is running', async () => {
    const importer = await database.pool.connect();
    await importer.query('begin');
    await importer.query('select pg_advisory_xact_lock(7205420011)');
    expect(await officials.markHijacked(ctx, { officialCode: 'CB1', platform: 'zalo', value: '0912345678' })).toMatchObject({ state: 'hijacked' });
    await importer.query('rollback');
    importer.release();
  });

  test('what a person retired or declared, no file brings back; what a person registered, no file ends', async () => {
    await officials.retireChannel(ctx, { officialCode: 'CB1', platform: 'facebook', value: 'le.trong.khue', reason: 'không dùng nữa' });
    expect((await officials.importOfficialsFile(ctx, csv(KHUE))).notices.map((n) => n.code)).toEqual(['officials.channel-stays-retired']);
    expect((await fact('profile', 'facebook:letrongkhue'))?.channel?.state).toBe('retired');
    await officials.registerChannel(ctx, { officialCode: 'CB1', platform: 'zalo', value: '0914 345 678' });
    await officials.importOfficialsFile(ctx, csv(KHUE));
    expect((await fact('profile', 'zalo:84914345678'))?.channel?.state).toBe('current');
    await officials.declareNoAccount(ctx, { officialCode: 'CB1', platform: 'facebook' });
    expect(faultsOf(await officials.importOfficialsFile(ctx, csv(KHUE.replace('le.trong.khue', 'khue.moi'))))).toEqual(['2 Facebook officials.declared-none']);
    expect(faultsOf(await officials.importOfficialsFile(ctx, csv(KHUE.replace('facebook.com/le.trong.khue', '').replace('TikTok', 'Zalo').replace('0912 345 678', ''))))).toEqual(['2 Không dùng officials.channel-by-person']);
  });

  test('"no account" and a current channel exclude each other, by hand and by file', async () => {
    await expect(officials.declareNoAccount(ctx, { officialCode: 'CB1', platform: 'facebook' })).rejects.toMatchObject({ code: 'officials.declared-none' });
    await expect(officials.registerChannel(ctx, { officialCode: 'CB2', platform: 'facebook', value: 'phungthinha' })).rejects.toMatchObject({ code: 'officials.declared-none' });
    expect(await officials.importOfficialsFile(ctx, csv(NHA.replace('01/07/2025;;;', '01/07/2025;;facebook.com/phungthinha;').replace(';Facebook;', ';;')))).toMatchObject({ kind: 'imported', counts: { declarations: { ended: 1 }, channels: { created: 1 } } });
    expect(await officials.importOfficialsFile(ctx, csv(NHA))).toMatchObject({ counts: { declarations: { created: 1 }, channels: { ended: 1 } } });
    await officials.withdrawNoAccount(ctx, { officialCode: 'CB2', platform: 'facebook', reason: 'mở tài khoản' });
    expect(await officials.registerChannel(ctx, { officialCode: 'CB2', platform: 'facebook', value: 'phungthinha.moi' })).toMatchObject({ state: 'current', platform: 'facebook' });
  });

  test('one number, one person: by phone or by Zalo, by hand too', async () => {
    await expect(officials.registerChannel(ctx, { officialCode: 'CB2', platform: 'zalo', value: '0912345678' })).rejects.toMatchObject({ code: 'officials.channel-taken' });
    await expect(officials.registerChannel(ctx, { officialCode: 'CB2', platform: 'phone', value: '0912345678' })).rejects.toMatchObject({ code: 'officials.channel-taken' });
    expect(await officials.registerChannel(ctx, { officialCode: 'CB1', platform: 'phone', value: '0912345678' })).toMatchObject({ state: 'current' });
    await expect(officials.registerChannel(ctx, { officialCode: 'CB9', platform: 'phone', value: '0912345678' })).rejects.toMatchObject({ code: 'officials.not-found' });
    await expect(officials.markHijacked(ctx, { officialCode: 'CB2', platform: 'zalo', value: '0912345678' })).rejects.toMatchObject({ code: 'officials.channel-not-found' });
  });

  test('statements: fake and denied are found by their identifier, said once; a genuine channel cannot be declared fake', async () => {
    await officials.declareFake(ctx, { officialCode: 'CB1', identifier: 'facebook.com/khue.le.gia' });
    await officials.declareFake(ctx, { officialCode: 'CB1', identifier: 'fb.com/Khue.Le.Gia' });
    await officials.recordDenial(ctx, { officialCode: 'CB2', identifier: { type: 'bank_account', value: 'MB:0800127318' } });
    expect(await count('official_statement')).toBe(2);
    expect(await fact('profile', 'facebook:khuelegia')).toMatchObject({ channel: null, statement: { kind: 'declared-fake', at: clock.now() } });
    expect(await fact('bank_account', 'MB:0800127318')).toMatchObject({ statement: { kind: 'denied' } });
    await expect(officials.declareFake(ctx, { officialCode: 'CB2', identifier: 'zalo.me/0912345678' })).rejects.toMatchObject({ code: 'officials.channel-declared-fake' });
    await expect(officials.declareFake(ctx, { officialCode: 'CB2', identifier: { type: 'phone', value: '84912345678' } })).rejects.toMatchObject({ code: 'officials.channel-declared-fake' });
    await expect(officials.registerChannel(ctx, { officialCode: 'CB1', platform: 'facebook', value: 'khue.le.gia' })).rejects.toMatchObject({ code: 'officials.channel-declared-fake' });
    expect(faultsOf(await officials.importOfficialsFile(ctx, csv(KHUE.replace('le.trong.khue', 'khue.le.gia'))))).toEqual(['2 Facebook officials.channel-declared-fake']);
  });

  test('what is said against a phone is said of its Zalo too, and the other way; that one is genuine says nothing of the other', async () => {
    await officials.declareFake(ctx, { officialCode: 'CB1', identifier: { type: 'phone', value: '84955555555' } });
    await officials.recordDenial(ctx, { officialCode: 'CB1', identifier: 'zalo:84956666666' });
    expect([(await fact('profile', 'zalo:84955555555'))?.statement?.kind, (await fact('phone', '84956666666'))?.statement?.kind]).toEqual(['declared-fake', 'denied']);
    expect(await fact('phone', '84912345678')).toBeUndefined();
    await officials.markHijacked(ctx, { officialCode: 'CB1', platform: 'zalo', value: '0912345678' });
    expect(await fact('phone', '84912345678')).toMatchObject({ type: 'phone', value: '84912345678', channel: { state: 'hijacked', platform: 'zalo' } });
  });

  test('a number whose bank is not known finds what is said of it at any bank; with the bank only that account', async () => {
    await officials.recordDenial(ctx, { officialCode: 'CB2', identifier: { type: 'bank_account', value: 'MB:0800127318' } });
    expect(await fact('bank_account', ':0800127318')).toMatchObject({ value: 'MB:0800127318', statement: { kind: 'denied' } });
    expect([await fact('bank_account', 'VCB:0800127318'), await fact('bank_account', ':0800127319')]).toEqual([undefined, undefined]);
  });

  test('outsiders write nothing', async () => {
    const outside = { ...ctx, actor: ANONYMOUS };
    const zalo = { officialCode: 'CB1', platform: 'zalo' as const, value: '0912345678' };
    const attempts = [officials.importOfficials(outside, []), officials.importOfficialsFile(outside, csv(KHUE)), officials.registerChannel(outside, zalo), officials.retireChannel(outside, { ...zalo, reason: 'x' }), officials.markHijacked(outside, zalo),
      officials.restoreChannel(outside, { ...zalo, reason: 'x' }), officials.declareNoAccount(outside, { officialCode: 'CB1', platform: 'viber' }), officials.withdrawNoAccount(outside, { officialCode: 'CB1', platform: 'tiktok', reason: 'x' }),
      officials.declareFake(outside, { officialCode: 'CB1', identifier: 'fb.com/ai.do.khac' }), officials.recordDenial(outside, { officialCode: 'CB1', identifier: 'fb.com/ai.do.khac' })];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'officials.forbidden' });
    expect([await count('official_statement'), (await fact('profile', 'zalo:84912345678'))?.channel?.state]).toEqual([0, 'current']);
  });

  test('every change is on the record without names, phones or accounts, and is told to all processes', async () => {
    await database.pool.query('truncate audit_entry');
    const listener = await database.pool.connect();
    let heard = 0;
    await listener.query('listen "register-changed"');
    listener.on('notification', () => { heard += 1; });
    const zalo = { officialCode: 'CB1', platform: 'zalo' as const, value: '0912345678' };
    await officials.importOfficialsFile(ctx, csv(KHUE + NHA));
    await officials.markHijacked(ctx, zalo);
    await officials.restoreChannel(ctx, { ...zalo, reason: 'Lê Trọng Khuê đã lấy lại 0912345678' });
    await officials.declareFake(ctx, { officialCode: 'CB1', identifier: 'zalo.me/0955555555' });
    await listener.query('select 1');
    listener.release(true);
    expect(heard).toBe(3);
    const { rows } = await database.pool.query('select action, details::text as details from audit_entry order by id');
    expect(rows.map((r) => r.action).sort()).toEqual(['officials.channel-hijacked', 'officials.channel-restored', 'officials.declared-fake', 'officials.imported']);
    expect(JSON.stringify(rows)).not.toMatch(/Khuê|0912345678|84912345678|955555555/);
  });

  test('two writers of one number at once: one gets it', async () => {
    const results = await Promise.allSettled(['CB1', 'CB2'].map((officialCode, i) => officials.registerChannel(ctx, { officialCode, platform: i === 0 ? 'phone' : 'zalo', value: '0977777777' })));
    expect(results.map((r) => (r.status === 'rejected' ? (r.reason as { code: string }).code : 'done')).sort()).toEqual(['done', 'officials.channel-taken']);
  });

  test('a row of the wrong shape is a fault of its line; a good one is imported with its moments', async () => {
    const row: OfficialRow = { code: 'CB3', fullName: 'Đỗ An', gender: 'male', position: 'Phó Giám đốc', unit: 'SXD', from: '2025-03-01', channels: [{ platform: 'phone', value: '0966666666', confirmedAt: '2026-11-20T08:00:00+07:00' }], noAccountOn: ['viber'] };
    expect(await officials.importOfficials(ctx, [row, { ...row, code: 'CB4', gender: 'x' } as unknown as OfficialRow])).toMatchObject({ kind: 'refused', faults: [{ line: 2, code: 'officials.row-malformed' }] });
    expect(await officials.importOfficials(ctx, [row])).toMatchObject({ kind: 'imported', counts: { officials: { created: 1 } } });
    expect((await fact('phone', '84966666666'))?.channel?.confirmedAt).toEqual(new Date('2026-11-20T01:00:00Z'));
  });

  describe('the database itself refuses', () => {
    async function attempt(...statements: string[]): Promise<string | null> {
      const client = await database.pool.connect();
      try {
        await client.query('begin');
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
    const channel = (who: string, type: string, value: string, more = "'current', null") => `insert into genuine_channel (id, official_id, platform, type, value, state, source, confirmed_at, registered_at, hijacked_at)
      select gen_random_uuid(), id, 'zalo', '${type}', '${value}', ${more.split(',')[0]}, 'person', now(), now(), ${more.split(',')[1]} from official where code = '${who}'`;
    test.each<[string, string | null, string[]]>([
      ['nothing when all is well', null, [channel('CB1', 'profile', 'zalo:84900000000')]],
      ['a second holder of a channel', 'genuine_channel_holder', [channel('CB2', 'profile', 'zalo:84912345678')]],
      ['a second holder of the account behind it', 'genuine_channel_account_holder', [channel('CB2', 'phone', '84912345678')]],
      ['a hijacked channel without its moment', 'genuine_channel_hijacked', [channel('CB1', 'profile', 'zalo:84900000000', "'hijacked', null")]],
      ['one seat twice on a day', 'official_position_once', ["insert into official_position select gen_random_uuid(), official_id, unit_id, upper(title), 9, '2026-01-01', null from official_position"]],
      ['an interval that ends before it begins', 'official_position_check', ["insert into official_position select gen_random_uuid(), official_id, unit_id, 'x', 9, '2026-01-01', '2025-01-01' from official_position"]],
      ['a channel where none was declared', 'genuine_channel_not_declared_absent', ["insert into no_account_declaration select id, 'zalo', 'person', now() from official where code = 'CB1'"]],
      ['a fake that is genuine', 'genuine_channel_not_declared_fake', ["insert into official_statement (id, official_id, kind, type, value, stated_at) select gen_random_uuid(), id, 'declared-fake', 'phone', '84912345678', now() from official where code = 'CB2'"]],
    ])('%s', async (_name, constraint, statements) => { expect(await attempt(...statements)).toBe(constraint); });
  });
});
