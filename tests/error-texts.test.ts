import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every code that the source throws or answers must have a sentence; a person who reads "db.disk-full" cannot act on it. */
const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && e.name.endsWith('.ts') && !e.name.endsWith('.test.ts')).map((e) => join(e.parentPath, e.name));
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const texts = JSON.parse(readFileSync('src/web/locales/vi.json', 'utf8')) as Record<string, string>; // tests/locales.test.ts checks its form

const found = (pattern: RegExp, only = /./): { file: string; code: string; rest: string }[] =>
  sources.filter(({ file }) => only.test(file)).flatMap(({ file, text }) => [...text.matchAll(pattern)].map((m) => ({ file, code: m[1] ?? '', rest: m[2] ?? '' })));

const thrown = found(/new DomainError\(\s*'([\w.-]+)'(?:,\s*(\{[^}]*\}))?/g);
const conditional = found(/new DomainError\([^'"`)]*\?[^)]*?'([\w.-]+)'/g);
const mapped = [...found(/^\s*(?:\[.*, )?'((?:check|org|sheet|import|guidance|idempotency|officials?)\.[\w-]+)': \{ status/gm), ...found(/\], '((?:db|data)\.[\w-]+)'|'(db\.[\w-]+)'/g, /explain\.ts$/)];
const answered = [...found(/plain\(\d+, '([\w-]+)'/g), ...found(/\[\d{3}, '([\w-]+)'\]/g, /problem\.ts$/), ...found(/code: '([a-z-]+)'/g, /platform\/http\/problem\.ts$/), ...found(/BodyError\('([\w-]+)'\)/g)];
const keywords = /const KEYWORDS = new Set\(\[([^\]]*)\]\)/.exec(sources.find(({ file }) => /http[\\/]problem\.ts$/.test(file))?.text ?? '')?.[1] ?? '';

describe('error texts', () => {
  it('exist for every code in the source', () => {
    const codes = [...thrown, ...conditional, ...mapped, ...answered].map(({ code, rest, file }) => ({ code: code || rest, file }));
    expect(new Set(codes.map((c) => c.code)).size).toBeGreaterThan(40);
    expect(codes.filter(({ code }) => !(`error.${code}` in texts))).toEqual([]);
  });

  it('exist for every keyword of a body that does not fit', () => {
    const wanted = [...keywords.matchAll(/'(\w+)'/g)].map((m) => `error.field.${m[1]}`);
    expect(wanted.length).toBeGreaterThan(5);
    expect([...wanted, 'error.field.other'].filter((key) => !(key in texts))).toEqual([]);
  });

  it('name only parameters that every throw of the code gives: a sentence with "{dir}" in it helps nobody', () => {
    const lacking = thrown.flatMap(({ file, code, rest }) => {
      const wanted = [...(texts[`error.${code}`] ?? '').matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
      const given = new Set([...rest.matchAll(/[{,]\s*(\w+)/g)].map((m) => m[1]));
      return wanted.filter((name) => !given.has(name)).map((name) => `${file}: ${code} lacks {${name}}`);
    });
    expect(lacking).toEqual([]);
  });
});
