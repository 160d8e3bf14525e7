import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError, EXIT, UsageError } from './io.ts';
import { sweepCommand } from './sweep-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => { const path = join(folder, name); writeFileSync(path, text); return path; };
/** Invented officials of two units; so many people bear the second one's name that its score alone is small. */
const register = file('register.tsv', 'khue\tLê Trọng Khuê\t2\tGiám đốc\tSở Xây dựng tỉnh Mẫu\nhung\tNguyễn Văn Hùng\t1200\tChủ tịch\tUBND xã Mẫu An\n');

interface Line { readonly line: number; readonly name: string; readonly link?: string; readonly candidates: readonly { ref: string; score: number; likeness: number; reasons: string[]; texts: string[]; span: { start: number; end: number } }[] }
async function sweep(input: string, ...args: string[]): Promise<{ status: number; lines: Line[]; said: string }> {
  let [out, said] = ['', ''];
  const stdin = (async function* () { for (let at = 0; at < input.length; at += 7) yield input.slice(at, at + 7); })();
  const status = await sweepCommand(['--register', register, ...args], { stdin, out: (text) => { out += text; }, err: (text) => { said += text; }, isTerminal: false }, () => { throw new Error('no database is needed'); });
  return { status, said, lines: out.split('\n').filter(Boolean).map((l) => JSON.parse(l) as Line) };
}

const TABLE = ['link;tên tài khoản', 'https://facebook.com/1;Lê Trọng Khuê', 'https://facebook.com/2;Trần Thị Mai', 'https://facebook.com/3;"Nguyen Van Hung; UBND xã Mẫu An"', 'https://facebook.com/4;L\u0435 Trọng Khuê', 'https://facebook.com/5;"không khép', 'https://facebook.com/6;', 'https://facebook.com/7;Quán cơm Khuê', ''].join('\r\n');

describe('a list of accounts against the register', () => {
  test('names the suspects with reasons, the broken lines by number, and leaves the innocent out', async () => {
    const { status, lines, said } = await sweep(TABLE);
    expect(lines.map((l) => [l.line, l.link, l.candidates[0]?.ref])).toEqual([[2, 'https://facebook.com/1', 'khue'], [4, 'https://facebook.com/3', 'hung'], [5, 'https://facebook.com/4', 'khue']]);
    expect(lines[2]?.candidates[0]?.texts).toContain("chữ '\u0435' kiểu Nga thay 'e'");
    expect(lines[2]?.name.slice(lines[2].candidates[0]?.span.start, lines[2].candidates[0]?.span.end)).toBe('L\u0435 Trọng Khuê');
    expect(status).toBe(EXIT.badInput);
    expect(said).toMatch(/dòng 6 bỏ qua/);
    expect(said).toMatch(/dòng 7 bỏ qua/);
  });

  test('a name that many bear is found and said to be common, its score stays small', async () => {
    const { lines } = await sweep('{"name":"Nguyễn Văn Hùng","link":"https://facebook.com/9"}\n');
    expect(lines[0]?.candidates[0]?.ref).toBe('hung');
    expect(lines[0]?.candidates[0]?.score).toBeLessThanOrEqual(1 / 1200);
    expect(lines[0]?.candidates[0]?.likeness).toBeGreaterThan(0.9);
    expect(lines[0]?.candidates[0]?.texts).toContain('tên này khoảng 1200 người trong tỉnh mang');
  });

  test('goes on behind a line as if it had never stopped', async () => {
    const list = Array.from({ length: 60 }, (_, k) => JSON.stringify({ name: k % 3 === 0 ? 'Khuê Lê Trọng' : `Vương Thị ${'Hoa'.repeat(k % 4)}` })).join('\n');
    const whole = await sweep(list);
    const rest = await sweep(list, '--resume-after', '31');
    expect(whole.lines.length).toBe(20);
    expect(rest.lines).toEqual(whole.lines.filter((l) => l.line > 31));
  });

  test('what is no list, no surface or no register is refused with the way to do it', async () => {
    expect((await sweep('a,b\n1,2\n')).status).toBe(EXIT.badInput);
    expect((await sweep('a,b\n1,2\n')).said).toMatch(/tên/);
    await expect(sweep('', '--surface', 'pigeon')).rejects.toBeInstanceOf(UsageError);
    await expect(sweep('', '--resume-after=-1')).rejects.toBeInstanceOf(UsageError);
    await expect(sweep('', '--register', join(folder, 'none.tsv'))).rejects.toBeInstanceOf(InputError);
  });
});
