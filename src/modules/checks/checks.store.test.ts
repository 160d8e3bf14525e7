import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import { createRateLimiter } from '#platform/http/index.ts';
import { createI18n } from '#platform/i18n/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import type { DirectoryEntry, RegisterFact } from '#modules/officials/index.ts';
import { createChecks, type Checks } from './index.ts';

const KHUE: DirectoryEntry = { ref: 'khue', fullName: 'Lê Trọng Khuê', honorific: 'ông', position: 'Giám đốc', unit: 'Sở Xây dựng', officePhone: '842335550101', noAccountOn: ['facebook'] };
const NHA: DirectoryEntry = { ref: 'nha', fullName: 'Phùng Thị Nhã', honorific: 'bà', position: 'Chủ tịch', unit: 'UBND phường Bến Mẫu', officePhone: null, noAccountOn: [] };
const MESSAGE = 'Anh Khuê giám đốc Sở Xây dựng đây, em chuyển gấp 30 triệu vào stk 0900000777 MB NGUYEN VAN A, chiều anh trả';

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  const clock = fixedClock('2026-11-24T02:00:00Z');
  const anybody: Context = { actor: ANONYMOUS, requestId: 'test', clock, locale: 'vi' };
  const operator: Context = { ...anybody, actor: { kind: 'operator', name: 'vanthu' } };
  const facts: RegisterFact[] = [];
  let checks: Checks;

  beforeAll(async () => { database = await freshDatabase(server); });
  afterAll(() => database.drop());
  beforeEach(async () => {
    clock.set('2026-11-24T02:00:00Z');
    facts.length = 0;
    checks = createChecks({
      db: database.db, unitOfWork: createUnitOfWork(database.db), keys: createKeys(Buffer.alloc(32, 5)), i18n: createI18n({ vi: {}, en: {} }), metrics: createMetrics(),
      identifierLimiter: createRateLimiter(1_000_000, 1000),
      register: { listDirectory: async () => [KHUE, NHA], findFacts: async (keys) => facts.filter((f) => keys.some((k) => k.type === f.type && k.value === f.value)) },
    });
    await checks.refreshDirectory(clock.now());
  });
  const publish = (proposedBy: string, approvedBy: string) => checks.makeKnown(operator, [
    { type: 'bank_account', value: 'MB:0900000777', reportCount: 3, lastReportedAt: clock.now(), published: { at: clock.now(), proposedBy, approvedBy, reason: 'ba tố giác trùng khớp' } },
  ]);

  test('nothing legible of a question is in the database', async () => {
    await checks.check(anybody, { text: MESSAGE, claimedOfficial: 'Lê Trọng Khuê' }, 'api');
    const { rows } = await database.pool.query('select encode(sealed, $1) as sealed, encode(key, $1) as key, outcome, entry from check_answer', ['escape']);
    const dump = JSON.stringify(rows);
    for (const secret of ['0900000777', 'NGUYEN VAN A', 'Khu', 'chuyển', '30 tri']) expect(dump).not.toContain(secret);
    expect(dump).toContain('unverified');
  });

  test('an answer opens by its address, however it was retyped, and by no other', async () => {
    const { view } = await checks.check(anybody, { text: MESSAGE }, 'page');
    const retyped = view.checkId.toLowerCase().replace(/(.{5})/g, '$1-');
    expect((await checks.open(anybody, retyped)).message).toBe(MESSAGE);
    for (const wrong of ['', 'x', '0'.repeat(26), view.checkId.slice(1), `${view.checkId}0`, "' or 1=1 --"]) await expect(checks.open(anybody, wrong)).rejects.toMatchObject({ code: 'check.not-found' });
  });

  test('what becomes known later turns the answer, and the answer says so', async () => {
    const { view } = await checks.check(anybody, { text: MESSAGE }, 'page');
    expect(view.outcome).toBe('unverified');
    await publish('can bo 1', 'can bo 2');
    const later = (await checks.open(anybody, view.checkId)).view;
    expect(later).toMatchObject({ outcome: 'stop-evidence', previousOutcome: 'unverified' });
    expect(later.reasons[0]).toMatchObject({ code: 'identifier-red', evidence: { kind: 'identifier', display: '0900 0007 77' } });
    await database.pool.query('delete from known_identifier');
  });

  test('a green answer is recalled when the channel is hijacked', async () => {
    facts.push({ type: 'profile', value: 'zalo:84900000101', channel: { officialRef: 'khue', platform: 'zalo', state: 'current', confirmedAt: clock.now(), expiresAt: null, hijackedAt: null }, statement: null });
    const { view } = await checks.check(anybody, { text: 'Chiều họp nhé em', channel: { platform: 'zalo', value: '0900000101' } }, 'page');
    expect(view).toMatchObject({ outcome: 'genuine-channel', official: { name: 'Lê Trọng Khuê', honorific: 'Ông' } });
    expect(Date.parse(view.validUntil) - Date.parse(view.at)).toBe(3_600_000);
    facts[0] = { ...facts[0]!, channel: { ...facts[0]!.channel!, state: 'hijacked', hijackedAt: clock.now() } };
    expect((await checks.open(anybody, view.checkId)).view).toMatchObject({ outcome: 'stop-evidence', previousOutcome: 'genuine-channel' });
  });

  test('beside an answer that is not green no number stands as genuine without a caution, and none whose confirmation has run out', async () => {
    const channel = { officialRef: 'khue', platform: 'phone', state: 'current', confirmedAt: clock.now(), expiresAt: null, hijackedAt: null } as const;
    const known: RegisterFact = { type: 'phone', value: '84900000101', channel, statement: null };
    facts.push(known);
    const phoneOf = async (body: Parameters<Checks['check']>[1]) => (await checks.check(anybody, body, 'api')).view.identifiers.find((i) => i.type === 'phone');
    expect(await phoneOf({ phone: '0900000101' })).not.toHaveProperty('note');
    expect(await phoneOf({ channel: { platform: 'facebook', value: '0900000101' } })).toMatchObject({ state: 'genuine', note: 'identifier.note.not-this-message' });
    expect(await phoneOf({ text: 'Em gọi số 0900 000 101 nhé' })).toMatchObject({ state: 'genuine', note: 'identifier.note.only-mentioned' });
    facts[0] = { ...known, channel: { ...channel, expiresAt: new Date(clock.now().getTime() - 1) } };
    expect(await phoneOf({ phone: '0900000101' })).toMatchObject({ state: 'unknown' });
  });

  test('who asks by given name and post learns no whole name; who says the name, or has his channel, sees it', async () => {
    const named = async (text: string) => (await checks.check(anybody, { text }, 'api')).view.official?.name;
    expect(await named('Anh Khuê giám đốc Sở Xây dựng đây, em chuyển 5 triệu vào stk 0900000778 MB giúp anh')).toBe('Khuê');
    expect(await named('Anh là Lê Trọng Khuê giám đốc Sở Xây dựng, em chuyển 5 triệu vào stk 0900000778 MB giúp anh')).toBe('Lê Trọng Khuê');
  });

  test('the database itself refuses a publication by one person', async () => {
    await expect(publish('can bo 1', 'can bo 1')).rejects.toThrow(/published_by_two/);
    expect((await database.pool.query('select count(*)::int as n from known_identifier')).rows[0].n).toBe(0);
  });
  test('a value that could never be found again is refused, and so is anybody but the operator', async () => {
    const odd = { type: 'phone', value: '0900 000 101', reportCount: 1, lastReportedAt: clock.now(), published: null };
    await expect(checks.makeKnown(operator, [odd])).rejects.toMatchObject({ code: 'check.unreadable' });
    await expect(checks.makeKnown(anybody, [{ ...odd, value: '84900000101' }])).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('an account without its bank finds that number at any bank', async () => {
    await publish('can bo 1', 'can bo 2');
    expect((await checks.check(anybody, { account: { number: '0900000777' } }, 'api')).view.outcome).toBe('stop-evidence');
    expect((await checks.check(anybody, { account: { number: '0900000777', bank: 'Vietcombank' } }, 'api')).view).toMatchObject({ outcome: 'unverified', isQuiet: false, reasons: [{ code: 'account-red-elsewhere' }, { code: 'identifier-unknown' }] });
    await database.pool.query('delete from known_identifier');
  });

  test('after its day an answer is gone, and counted once', async () => {
    await database.pool.query('delete from check_answer');
    const { view } = await checks.check(anybody, { text: MESSAGE }, 'cli');
    await checks.check(anybody, { phone: '0900000888' }, 'cli');
    clock.advance(24 * 3_600_000 - 1);
    await checks.open(anybody, view.checkId);
    clock.advance(1);
    await expect(checks.open(anybody, view.checkId)).rejects.toMatchObject({ code: 'check.not-found' });
    expect([await checks.expire(clock.now()), await checks.expire(clock.now())]).toEqual([2, 0]);
    const { rows } = await database.pool.query("select outcome, checks from check_count where entry = 'cli'");
    expect(rows).toEqual([{ outcome: 'unverified', checks: '2' }]);
  });

  test('guidance: seeded once, edited by the operator only, the edit stays', async () => {
    await checks.seedGuidance(operator);
    const edit = { key: 'report.contacts', locale: 'vi' as const, text: 'Phòng PA05 | 0233 555 0113', source: 'Công an tỉnh Mẫu', checked_on: '2026-11-20' };
    await expect(checks.editGuidance(anybody, [edit])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(checks.editGuidance(operator, [{ ...edit, key: 'steps.made-up' }])).rejects.toMatchObject({ code: 'guidance.malformed' });
    expect(await checks.editGuidance(operator, [edit])).toBe(1);
    await checks.seedGuidance(operator);
    await checks.refreshGuidance();
    expect(checks.guidance().steps('vi', 'report.contacts')).toEqual([{ text: 'Phòng PA05', more: '0233 555 0113' }]);
    expect(checks.guidance().source('vi', 'report.contacts')).toEqual({ source: 'Công an tỉnh Mẫu', checkedOn: '2026-11-20' });
  });

  test('what cannot be read names its field; nothing is stored', async () => {
    const before = (await database.pool.query('select count(*)::int as n from check_answer')).rows[0].n;
    await expect(checks.check(anybody, { text: ' \u200b ' }, 'api')).rejects.toMatchObject({ code: 'check.empty', params: { field: 'text' } });
    await expect(checks.check(anybody, { phone: '12' }, 'api')).rejects.toMatchObject({ code: 'check.unreadable', params: { field: 'phone' } });
    await expect(checks.check(anybody, { account: { number: '0900000777', bank: 'Ngân hàng Sao Hỏa' } }, 'api')).rejects.toMatchObject({ params: { field: 'account/bank' } });
    expect((await database.pool.query('select count(*)::int as n from check_answer')).rows[0].n).toBe(before);
  });
});
