import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { askHolder, lockFolder, type Lock } from './index.ts';

const base = mkdtempSync(join(tmpdir(), 'lock-'));
const held: Lock[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
const { now } = fixedClock('2026-11-24T01:00:00Z');
async function lock(dir: string): Promise<Lock> {
  const taken = await lockFolder(dir, now);
  held.push(taken);
  return taken;
}

test('the second is told who holds the folder, since when and where it answers; after the release it is free', async () => {
  const dir = join(base, 'a');
  expect(await askHolder(dir)).toBeNull();
  const first = await lock(dir);
  first.announce('http://127.0.0.1:8080');
  await expect(lockFolder(dir, now)).rejects.toMatchObject({ code: 'data.locked', params: { pid: process.pid, since: '2026-11-24T01:00:00.000Z', url: 'http://127.0.0.1:8080' } });
  expect(await askHolder(dir)).toMatchObject({ pid: process.pid });
  await held.pop()?.release();
  expect(await askHolder(dir)).toBeNull();
  expect(existsSync(join(dir, 'lock.sock'))).toBe(false);
  await lock(dir);
});
test('two folders do not hinder each other; one folder under two names does', async () => {
  await lock(join(base, 'b'));
  await lock(join(base, 'c'));
  symlinkSync(join(base, 'b'), join(base, 'b-again'));
  await expect(lockFolder(join(base, 'b-again'), now)).rejects.toMatchObject({ code: 'data.locked' });
});
test('of eight that start at once exactly one gets it', async () => {
  const dir = join(base, 'd');
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lock(dir)));
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'data.locked' });
});
test('a path longer than a socket address is locked as well', async () => {
  const dir = join(base, 'x'.repeat(120), 'y'.repeat(120));
  await lock(dir);
  await expect(lockFolder(dir, now)).rejects.toMatchObject({ code: 'data.locked' });
});
test.skipIf(process.platform !== 'linux')('a visitor who never leaves does not hold up the release', async () => {
  const dir = join(base, 'g');
  const taken = await lockFolder(dir, now);
  const rude = connect({ path: join(dir, 'lock.sock'), allowHalfOpen: true });
  await new Promise((done) => { rude.once('data', done); });
  await taken.release();
  rude.destroy();
});
test('a folder that cannot be made is named', async () => {
  writeFileSync(join(base, 'file'), '');
  await expect(lockFolder(join(base, 'file', 'data'), now)).rejects.toMatchObject({ code: 'data.not-writable' });
});

/** A process of its own that holds the lock as the program does. */
const HOLD = `
  const net = require('node:net'), fs = require('node:fs');
  const dir = process.argv[1];
  const s = net.createServer((c) => c.end(JSON.stringify({ pid: process.pid, since: '2026-01-01T00:00:00.000Z', url: null })));
  s.listen(dir + '/lock.sock', () => console.log('held'));`;
async function holder(dir: string, prefix: readonly string[] = []): Promise<ChildProcess> {
  mkdirSync(dir, { recursive: true });
  const [file = process.execPath, ...args] = [...prefix, process.execPath, '-e', HOLD, dir];
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await new Promise((done, fail) => { child.stdout?.once('data', done); child.once('exit', () => fail(new Error('did not hold'))); });
  return child;
}
const isLinux = process.platform === 'linux';
describe.skipIf(!isLinux)('the file in the folder', () => {
  test('one left behind by kill -9 does not lock anybody out', async () => {
    const dir = join(base, 'e');
    const child = await holder(dir);
    await expect(lockFolder(dir, now)).rejects.toMatchObject({ code: 'data.locked', params: { pid: child.pid } });
    const gone = new Promise((done) => { child.once('exit', done); });
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(join(dir, 'lock.sock'))).toBe(true);
    await lock(dir);
  });
  const canIsolate = spawnSync('unshare', ['--net', 'true'], { stdio: 'ignore' }).status === 0;
  test.skipIf(!canIsolate)('a process in another network namespace (a second container on the same volume) is seen', async () => {
    const dir = join(base, 'f');
    await holder(dir, ['unshare', '--net']);
    await expect(lockFolder(dir, now)).rejects.toMatchObject({ code: 'data.locked' });
  });
});
