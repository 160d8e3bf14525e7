import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createKeys, loadKeys, newId, newToken, readToken } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(dir, { recursive: true }));
const keys = createKeys(Buffer.alloc(32, 7));

describe('seal and open', () => {
  const sealed = keys.seal('answer', Buffer.from('số 0900 000 101'), 'row 1', 'address');
  test('what was sealed opens with the same purpose, context and secret', () => {
    expect(keys.open('answer', sealed, 'row 1', 'address').toString()).toBe('số 0900 000 101');
    expect(sealed.includes('0900')).toBe(false);
  });
  test.each([
    ['another purpose', () => keys.open('other', sealed, 'row 1', 'address')],
    ['another row', () => keys.open('answer', sealed, 'row 2', 'address')],
    ['no address', () => keys.open('answer', sealed, 'row 1')],
    ['another key file', () => createKeys(Buffer.alloc(32, 8)).open('answer', sealed, 'row 1', 'address')],
    ['a changed byte', () => keys.open('answer', Buffer.from(sealed.map((b, i) => (i === 40 ? b ^ 1 : b))), 'row 1', 'address')],
    ['a cut end', () => keys.open('answer', sealed.subarray(0, 20), 'row 1', 'address')],
  ])('does not open with %s', (_what, open) => {
    expect(open).toThrow('crypto.unreadable');
  });
});

test('a token survives being typed again', () => {
  const token = newToken(16);
  expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(readToken(` ${token.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/(.{4})/g, '$1-')} `, 26)).toBe(token);
  expect(readToken(`${token}X`, 26)).toBeNull();
  expect(readToken('../../etc/passwd__________', 26)).toBeNull();
});
test('ids sort by time', () => {
  expect(newId(new Date('2026-01-01')) < newId(new Date('2026-01-02'))).toBe(true);
});
test('the key file is created for its owner only, kept, and refused when others may read it', () => {
  const file = join(dir, 'sub', 'keys.json');
  const sealed = loadKeys(file).seal('x', Buffer.from('a'), '');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(loadKeys(file).open('x', sealed, '').toString()).toBe('a');
  chmodSync(file, 0o644);
  expect(() => loadKeys(file)).toThrow('keys.too-open');
});
test('processes that start at once with no key file end up with the same keys', async () => {
  const file = join(dir, 'race', 'keys.json');
  mkdirSync(join(dir, 'race'));
  // What another process does between our look and our writing is its file appearing: then ours must give way.
  const code = `import('node:fs').then((fs) => { const t = ${JSON.stringify(file)} + '.' + process.pid; fs.writeFileSync(t, JSON.stringify({ version: 1, master: require('node:crypto').randomBytes(32).toString('base64') }), { mode: 0o600 }); try { fs.linkSync(t, ${JSON.stringify(file)}); } catch {} fs.rmSync(t); })`;
  const others = Array.from({ length: 6 }, () => spawn(process.execPath, ['-e', code], { stdio: 'ignore' }));
  const ended = Promise.all(others.map((child) => new Promise((done) => { child.once('exit', done); })));
  const mine = loadKeys(file);
  await ended;
  expect(loadKeys(file).blind('x', 'y')).toEqual(mine.blind('x', 'y'));
  expect(readdirSync(join(dir, 'race'))).toEqual(['keys.json']);
});
test('the same value is blinded alike for one purpose, unlike for another, and unlike by another key file', () => {
  expect(keys.blind('phone', '0900000101')).toEqual(keys.blind('phone', '0900000101'));
  expect(keys.blind('phone', '0900000101')).not.toEqual(keys.blind('account', '0900000101'));
  expect(createKeys(Buffer.alloc(32, 8)).blind('phone', '0900000101')).not.toEqual(keys.blind('phone', '0900000101'));
});
test('the same text is never sealed to the same bytes', () => {
  expect(keys.seal('x', Buffer.from('a'), 'c')).not.toEqual(keys.seal('x', Buffer.from('a'), 'c'));
});
test('a key file in a folder that cannot be made is named', () => {
  writeFileSync(join(dir, 'plain-file'), '');
  expect(() => loadKeys(join(dir, 'plain-file', 'keys.json'))).toThrow('keys.unreadable');
});
test('a damaged key file is named, not replaced', () => {
  const file = join(dir, 'bad.json');
  writeFileSync(file, '{"master":"AAA"}', { mode: 0o600 });
  expect(() => loadKeys(file)).toThrow('keys.malformed');
});
