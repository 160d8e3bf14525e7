import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readConnection, startEmbedded, type EmbeddedServer } from './embedded.ts';
import { openDatabase, openServer, urlOf, type Database } from './index.ts';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'embedded-'));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));
const quiet = { warn: () => {} };
let made = 0;
const newDir = (): string => { made += 1; return join(base, `data-${made}`); };
const pidOf = (dir: string): number => Number(readFileSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isAlive = (pid: number): boolean => { try { process.kill(pid, 0); return true; } catch { return false; } };

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => { for (const server of open.splice(0)) await server.stop(); });
async function start(dir: string, note = quiet): Promise<EmbeddedServer> {
  const server = await startEmbedded(dir, note);
  open.push(server);
  return server;
}
async function ask(server: EmbeddedServer, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ ...server.connection(), ssl: false });
  await client.connect();
  try { return (await client.query(statement)).rows; } finally { await client.end(); }
}

describe('a data folder of its own', () => {
  const dir = newDir();
  test('first start: the database is ours, sorts by code point, keeps fsync, lets nobody in without a password', async () => {
    const server = await start(dir);
    expect(await ask(server, `select current_user::text as who, (select rolsuper from pg_roles where rolname = current_user) as super, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as sync, (select datlocprovider::text from pg_database where datname = current_database()) as provider, lower('ĐƠN TỐ GIÁC') as lowered`))
      .toEqual([{ who: 'chinhdanh', super: false, fsync: 'on', pages: 'on', sync: 'on', provider: 'b', lowered: 'đơn tố giác' }]);
    await expect(openServer(urlOf({ ...server.connection(), password: 'guess' }), quiet)).rejects.toMatchObject({ code: 'db.login-refused' });
    expect(readConnection(dir)).toEqual(server.connection());
    for (const name of readdirSync(join(dir, 'postgres'))) expect(statSync(join(dir, 'postgres', name)).mode & 0o077, name).toBe(0);
  });
  test('a clean stop leaves no process, no pid file and no address, and the next start has the data', async () => {
    const server = await startEmbedded(dir, quiet);
    await ask(server, 'create table kept (n int)');
    const pid = pidOf(dir);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    expect(readConnection(dir)).toBeNull();
    expect(await ask(await start(dir), 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  });
  test('a value in a failed statement reaches neither the log file nor, by terse errors, its details', async () => {
    const server = await start(dir);
    await ask(server, 'create table phones (value text primary key)');
    await ask(server, "insert into phones values ('0900000101')");
    await expect(ask(server, "insert into phones values ('0900000101')")).rejects.toMatchObject({ code: '23505' });
    await expect(ask(server, "select 'Em chuyển gấp 0900000101'::int")).rejects.toMatchObject({ code: '22P02' });
    const log = readFileSync(join(dir, 'postgres', 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('0900000101');
    expect(log).not.toContain('chuyển');
  });
});

describe('supervision', () => {
  test('after kill -9 of the server the same pool works again, and a stop in the middle of it leaves nothing behind', async () => {
    const dir = newDir();
    const warned: string[] = [];
    const database: Database = await openDatabase({ databaseUrl: null, dataDir: dir }, { warn: (event) => { warned.push(event); } });
    await database.pool.query('create table kept (n int); insert into kept values (7)');
    const first = pidOf(dir);
    process.kill(first, 'SIGKILL');
    const second = await until(() => { const pid = pidOf(dir); return pid !== first && readConnection(dir) !== null ? pid : null; });
    expect(await until(async () => (await database.pool.query<{ n: number }>('select n from kept')).rows[0]!.n)).toBe(7);
    expect(warned).toContain('db.server-died');
    expect(new URL(database.connectionString()).port).toBe(String(readConnection(dir)?.port));
    process.kill(second, 'SIGKILL');
    await database.stop();
    await sleep(700); // longer than the first pause before a restart: a forgotten supervisor would start it again now
    expect(existsSync(join(dir, 'postgres', 'cluster', 'postmaster.pid')) && isAlive(pidOf(dir))).toBe(false);
  });
});
/** Asks again, for at most a quarter of a minute, until there is an answer. */
async function until<T>(ask: () => T | null | Promise<T | null>): Promise<T> {
  for (let i = 0; i < 300; i += 1) {
    const answer = await Promise.resolve().then(ask).catch(() => null);
    if (answer !== null) return answer;
    await sleep(50);
  }
  throw new Error('nothing happened');
}

describe('a folder that is not in order', () => {
  test('lost passwords are named instead of a minute of silence', async () => {
    const dir = newDir();
    await (await startEmbedded(dir, quiet)).stop();
    const file = join(dir, 'postgres', 'secrets.json');
    const before = readFileSync(file, 'utf8');
    rmSync(file);
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.secrets-missing' });
    writeFileSync(file, JSON.stringify({ superuser: 'another', role: 'another' }), { mode: 0o600 });
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.secrets-missing' });
    writeFileSync(file, before, { mode: 0o600 });
    expect(await ask(await start(dir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
  test('a cluster of another version and a damaged one are refused, never replaced', async () => {
    const dir = newDir();
    await (await startEmbedded(dir, quiet)).stop();
    const version = join(dir, 'postgres', 'cluster', 'PG_VERSION');
    writeFileSync(version, '12\n');
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.version-differs', params: { made: '12' } });
    rmSync(version);
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.start-failed' });
    expect(existsSync(join(dir, 'postgres', 'cluster', 'global'))).toBe(true);
  });
  test('a first start that was cut off in the middle is begun anew', async () => {
    const dir = newDir();
    mkdirSync(join(dir, 'postgres', 'cluster.new', 'global'), { recursive: true });
    writeFileSync(join(dir, 'postgres', 'cluster.new', 'PG_VERSION'), '18\n');
    expect(await ask(await start(dir), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dir, 'postgres', 'cluster.new'))).toBe(false);
  });
  test('a pid file that names somebody else does no harm to him', async () => {
    const dir = newDir();
    await (await startEmbedded(dir, quiet)).stop();
    // The number of this test's own process: were it signalled, the run would end here.
    writeFileSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n${join(dir, 'postgres', 'cluster')}\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`);
    const outcome = await start(dir).then(() => 'started', (error: unknown) => (error instanceof Error ? error.message : ''));
    expect(['started', 'db.cluster-in-use']).toContain(outcome);
    expect(isAlive(process.pid)).toBe(true);
  });
});

describe.skipIf(!isRoot)('as root', () => {
  test('the server runs under an account without rights, also below a folder that only root may enter', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const dir = join(closed, 'data');
    const server = await start(dir);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    const status = readFileSync(`/proc/${pidOf(dir)}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });
  test('the folder of an ordinary person is refused and left as it is', async () => {
    const dir = newDir();
    await (await startEmbedded(dir, quiet)).stop();
    const place = join(dir, 'postgres');
    chownSync(place, 54_321, 54_321);
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'data.wrong-owner' });
    expect(statSync(place).uid).toBe(54_321);
  });
  test('a cluster that belongs to somebody else is named', async () => {
    const dir = newDir();
    await (await startEmbedded(dir, quiet)).stop();
    chownSync(join(dir, 'postgres', 'cluster'), 54_321, 54_321);
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:db\.wrong-permission|data\.wrong-owner)$/) });
  });
  test('a shared folder keeps its rights', async () => {
    const dir = newDir();
    mkdirSync(dir);
    chmodSync(dir, 0o1777);
    await start(dir);
    expect(statSync(dir).mode & 0o7777).toBe(0o1777);
  });
});

const canMount = isRoot && process.platform === 'linux' && spawnSync('sh', ['-c', `mkdir -p ${base}/probe && mount -t tmpfs -o size=64k tmpfs ${base}/probe && umount ${base}/probe`], { stdio: 'ignore' }).status === 0;
if (!canMount) console.error('*** SKIPPED: a full disk (needs root and the right to mount a small tmpfs) ***');
describe.skipIf(!canMount)('a full disk', () => {
  const mounted: string[] = [];
  afterEach(() => { for (const dir of mounted.splice(0)) spawnSync('umount', ['-l', dir]); });
  function tiny(size: string): string {
    const dir = newDir();
    mkdirSync(dir);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir]).status).toBe(0);
    mounted.push(dir);
    return dir;
  }
  test('no room for a new cluster: said so, and nothing half-made stays', async () => {
    const dir = tiny('12m');
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.disk-full' });
    expect(readdirSync(join(dir, 'postgres')).filter((n) => n.startsWith('cluster'))).toEqual([]);
  });
  test('no room to start an existing one: said so, and it starts when there is room again', async () => {
    const dir = tiny('96m');
    await (await startEmbedded(dir, quiet)).stop();
    const ballast = join(dir, 'ballast');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' });
    await expect(startEmbedded(dir, quiet)).rejects.toMatchObject({ code: 'db.disk-full' });
    rmSync(ballast);
    expect(await ask(await start(dir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
