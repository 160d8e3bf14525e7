import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { databasePid, isAlive } from '../helpers/server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HOLD = join(ROOT, 'tests', 'helpers', 'hold-database.mjs');
const base = mkdtempSync(join(tmpdir(), 'embedded-flow-'));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Held { readonly child: ChildProcess; readonly first: Record<string, unknown>; readonly exited: Promise<number | null> }
const held: Held[] = [];
afterEach(async () => {
  for (const one of held.splice(0)) { one.child.stdin?.end('stop'); await one.exited; }
});

/** A process that holds a folder's database; resolves with the first thing that it says about it. */
async function hold(dataDir: string, prefix: readonly string[] = []): Promise<Held> {
  const [file = '', ...args] = [...prefix, process.execPath, HOLD, join(ROOT, 'dist'), dataDir];
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/' });
  const exited = new Promise<number | null>((done) => { child.once('close', done); });
  child.stdin.on('error', () => {}); // it may have ended already
  let text = '';
  const said = new Promise<Record<string, unknown>>((done) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) done(JSON.parse(text.slice(0, text.indexOf('\n'))) as Record<string, unknown>);
    });
  });
  const first = await Promise.race([said, exited.then(() => ({ event: 'ended' }))]);
  const one = { child, first, exited };
  held.push(one);
  return one;
}
async function ask(url: unknown, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  try { return (await client.query(statement)).rows; } finally { await client.end(); }
}

test('a process that was killed leaves its database behind; the next one stops it, starts its own and has the data', async () => {
  const dir = join(base, 'orphan');
  const first = await hold(dir);
  await ask(first.first['url'], 'create table kept (n int); insert into kept values (7)');
  const orphan = databasePid(dir)!;
  first.child.kill('SIGKILL');
  await first.exited;
  held.length = 0;
  expect(isAlive(orphan)).toBe(true);
  const second = await hold(dir);
  expect(second.first['event']).toBe('ready');
  expect(isAlive(orphan)).toBe(false);
  expect(await ask(second.first['url'], 'select n from kept')).toEqual([{ n: 7 }]);
});

test('killed together with its database in the middle of a write: what was committed is there', async () => {
  const dir = join(base, 'both');
  const first = await hold(dir);
  const client = new pg.Client({ connectionString: String(first.first['url']) });
  client.on('error', () => {});
  await client.connect();
  await client.query('create table kept (n int primary key)');
  let committed = 0;
  const writing = (async () => { for (;;) { await client.query('insert into kept values ($1)', [committed + 1]); committed += 1; if (committed === 200) { process.kill(databasePid(dir)!, 'SIGKILL'); first.child.kill('SIGKILL'); } } })();
  await expect(writing).rejects.toThrow();
  await first.exited;
  held.length = 0;
  const second = await hold(dir);
  expect(second.first['event']).toBe('ready');
  const [row] = (await ask(second.first['url'], 'select count(*)::int as n, max(n) as last from kept')) as { n: number; last: number }[];
  expect(row!.n).toBeGreaterThanOrEqual(committed);
  expect(row!.n).toBe(row!.last);
});

test('a second process is told who holds the folder, and the first does not notice', async () => {
  const dir = join(base, 'second');
  const first = await hold(dir);
  const second = await hold(dir);
  expect(second.first).toMatchObject({ event: 'refused', code: 'data.locked', params: { dir, pid: first.child.pid } });
  expect(await second.exited).toBe(69);
  expect(await ask(first.first['url'], 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder that was moved while its killed owner\'s database still runs is found again', async () => {
  const [before, after] = [join(base, 'before'), join(base, 'after')];
  const first = await hold(before);
  await ask(first.first['url'], 'create table kept (n int)');
  first.child.kill('SIGKILL');
  await first.exited;
  held.length = 0;
  spawnSync('mv', [before, after]);
  const second = await hold(after);
  expect(second.first['event']).toBe('ready');
  expect(await ask(second.first['url'], 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
});

// As an ordinary person, where the tests run as root: with an account made for the purpose.
const isRoot = process.getuid?.() === 0;
const PERSON = `cdtest${process.pid}`;
const hasPerson = isRoot && spawnSync('useradd', ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', PERSON], { stdio: 'ignore' }).status === 0;
afterAll(() => { if (hasPerson) spawnSync('userdel', [PERSON], { stdio: 'ignore' }); });
const asPerson = ['setpriv', `--reuid=${PERSON}`, `--regid=${PERSON}`, '--clear-groups', '--inh-caps=-all', '--'];
const mayRead = hasPerson && spawnSync(asPerson[0]!, [...asPerson.slice(1), process.execPath, '-e', `require('fs').readFileSync(${JSON.stringify(HOLD)})`], { stdio: 'ignore', cwd: '/' }).status === 0;
if (isRoot && !mayRead) console.error('*** SKIPPED: the database as an ordinary person (no account could be made, or it cannot read this folder) ***');

describe.skipIf(!mayRead)('as an ordinary person', () => {
  test('the database runs as himself and stops cleanly', async () => {
    const dir = join(base, 'person');
    mkdirSync(dir);
    spawnSync('chown', [PERSON, dir]);
    const one = await hold(dir, asPerson);
    expect(one.first['event']).toBe('ready');
    const pid = databasePid(dir)!;
    const uid = spawnSync('id', ['-u', PERSON], { encoding: 'utf8' }).stdout.trim();
    expect(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]).toBe(uid);
    one.child.stdin?.end('stop');
    expect(await one.exited).toBe(0);
    held.length = 0;
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  });
  test('root does not take over the folder of a person, and what is his stays his', async () => {
    const dir = join(base, 'person');
    const asRoot = await hold(dir);
    expect(asRoot.first).toMatchObject({ event: 'refused', code: 'data.wrong-owner' });
    await asRoot.exited;
    held.length = 0;
    expect((await hold(dir, asPerson)).first['event']).toBe('ready');
  });
  test('a person does not get into the folder of the service', async () => {
    const dir = join(base, 'service');
    const service = await hold(dir);
    service.child.stdin?.end('stop');
    await service.exited;
    held.length = 0;
    const mode = statSync(join(dir, 'postgres')).mode & 0o777;
    const person = await hold(dir, asPerson);
    expect(person.first).toMatchObject({ event: 'refused', code: expect.stringMatching(/^data\.(?:not-writable|wrong-owner)$/) });
    expect(mode).toBe(0o700);
  });
  test('a folder in which he may not write is named', async () => {
    expect((await hold(join(base, 'no', 'such'), asPerson)).first).toMatchObject({ event: 'refused', code: 'data.not-writable' });
  });
});
