import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '#kernel/domain-error.ts';
import { exitCodeOf } from '../errors.ts';
import { checkCommand } from './check-command.ts';
import { matchNamesCommand, readCommand } from './engine-commands.ts';
import { guidanceCommand } from './guidance-commands.ts';
import type { CommandIo } from './io.ts';

let dir = '';
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'commands-')); });
afterAll(() => { rmSync(dir, { recursive: true }); });
const notOpened = (): never => { throw new Error('the database must not be opened for this'); };

async function run(command: (io: CommandIo) => Promise<number>, input = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io: CommandIo = { stdin: (async function* lines() { yield input; })(), out: (t) => { out += t; }, err: (t) => { err += t; }, isTerminal: false };
  const code = await command(io).catch((error: unknown) => exitCodeOf(error));
  return { code, out, err };
}

describe('wrong usage is 2', () => {
  test.each([
    ['read with a file name instead of a stream', (io: CommandIo) => readCommand(['messages.jsonl'], io)],
    ['match-names without a register', (io: CommandIo) => matchNamesCommand([], io)],
    ['check in a language that is not there', (io: CommandIo) => checkCommand(['tin', '--lang', 'fr'], io, notOpened)],
    ['check by a network that is not there', (io: CommandIo) => checkCommand(['tin', '--platform', 'icq'], io, notOpened)],
    ['guidance without a verb', (io: CommandIo) => guidanceCommand([], io, notOpened)],
  ])('%s', async (_what, command) => {
    expect((await run(command)).code).toBe(2);
  });
});

describe('a file that cannot be used is 65, and never "our fault"', () => {
  test('a register that is missing, or a folder', async () => {
    for (const path of [join(dir, 'none.tsv'), dir]) expect((await run((io) => matchNamesCommand(['--register', path], io))).code).toBe(65);
  });
  test('a broken register line is named, the others answer', async () => {
    const register = join(dir, 'register.tsv');
    writeFileSync(register, 'a\tLê Trọng Khuê\nbroken\nb\tPhùng Thị Nhã\n');
    const { code, out, err } = await run((io) => matchNamesCommand(['--register', register], io), '{"id":1,"query":"LE TRONG KHUE"}\n');
    expect([code, JSON.parse(out)]).toMatchObject([65, { id: 1, candidates: [{ ref: 'a' }] }]);
    expect(err).toContain('line 2');
  });
  test('guidance that is missing or names no language', async () => {
    const file = join(dir, 'guidance.csv');
    writeFileSync(file, 'key,locale,text,source,checked_on\npaid.lead,fr,Bonjour,x,\n');
    for (const path of [join(dir, 'none.csv'), file]) expect((await run((io) => guidanceCommand(['import', path], io, notOpened))).code).toBe(65);
  });
});

test('what a server that was asked over HTTP says: not ours or not able is 69, a refused question 65', () => {
  for (const code of ['not-found', 'busy', 'unavailable', 'too-many-requests', 'server.unreachable']) expect(exitCodeOf(new DomainError(code)), code).toBe(69);
  for (const code of ['validation', 'too-large', 'check.unreadable', 'field.maxLength']) expect(exitCodeOf(new DomainError(code)), code).toBe(65);
  expect(exitCodeOf(new DomainError('internal'))).toBe(70);
});
