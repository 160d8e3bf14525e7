import { expect, test } from 'vitest';
import { readCommand } from './engine-commands.ts';
import { EXIT, type CommandIo } from './io.ts';

/** A command fed with these pieces, cut anywhere, as a pipe would. */
async function run(pieces: readonly (string | Buffer)[]): Promise<{ code: number; lines: { id: unknown; entities?: unknown[] }[]; err: string }> {
  let out = '';
  let err = '';
  const io: CommandIo = { stdin: (async function* () { yield* pieces; })(), out: (text) => { out += text; }, err: (text) => { err += text; }, isTerminal: false };
  const code = await readCommand([], io);
  return { code, lines: out.split('\n').filter(Boolean).map((l) => JSON.parse(l) as { id: unknown }), err };
}
const line = (id: unknown, text: unknown): string => `${JSON.stringify({ id, text })}\n`;

test('answers come in order, one a line, with the fields of the contract', async () => {
  const { code, lines, err } = await run([line('a', 'ck gap 5tr vao stk 0900000777 mb'), line('b', 'Chiều họp nhé')]);
  expect([code, err]).toEqual([EXIT.done, '']);
  expect(lines.map((l) => l.id)).toEqual(['a', 'b']);
  for (const l of lines) expect(Object.keys(l).sort()).toEqual(['band', 'entities', 'id', 'probability', 'quoted', 'signs']);
});
test('a broken line is named by its number, in both languages, and the others still come', async () => {
  const { code, lines, err } = await run([line(1, 'a'), '{"id":2,\n', '[]\n', '\n', line(5, 7), line(6, 'b'), '{"id":7,"text":"không xuống dòng ở cuối"}']);
  expect(code).toBe(EXIT.badInput);
  expect(lines.map((l) => l.id)).toEqual([1, 6, 7]);
  for (const number of [2, 3, 5]) expect(err).toContain(`dòng ${number} / line ${number}:`);
  expect(err.trim().split('\n')).toHaveLength(3);
});
test('letters cut between two pieces of the pipe are whole again', async () => {
  const bytes = Buffer.from(line('đ', 'Chuyển gấp 5 triệu'));
  const { lines } = await run(Array.from(bytes, (b) => Buffer.of(b)));
  expect(lines[0]).toMatchObject({ id: 'đ', entities: [{ type: 'money', value: 5_000_000 }] });
});
test('a line without end is refused by its number and does not fill the memory; the next one is read', async () => {
  const { code, lines, err } = await run([...Array.from({ length: 6 }, () => 'x'.repeat(1024 * 1024)), '\n', line(2, 'a')]);
  expect([code, lines.map((l) => l.id)]).toEqual([EXIT.badInput, [2]]);
  expect(err).toContain('line 1:');
});
