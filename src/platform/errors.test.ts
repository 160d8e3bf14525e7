import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (locale: string): Record<string, string> => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'web', 'locales', `${locale}.json`), 'utf8')) as Record<string, string>;

/** Every code with which this room refuses something, as it stands in the sources. */
function codes(): string[] {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.ts') && !n.endsWith('.test.ts')).map((n) => readFileSync(join(import.meta.dirname, n), 'utf8'));
  const patterns = [/new DomainError\('([^']+)'/g, /new BodyError\('([^']+)'/g, /plain\(\d+, '([^']+)'/g, /\[\d{3}, '([\w-]+)'\]/g, /\/[iu]*, '((?:db|data)\.[\w-]+)'\]/g, /'((?:db|server)\.[\w-]+)'/g];
  const notes = new Set(['server.log', 'db.server-died', 'db.restart-failed', 'db.connection-lost']); // events and files of the log
  return [...new Set(sources.flatMap((text) => patterns.flatMap((p) => [...text.matchAll(p)].map((m) => m[1] ?? ''))))].filter((c) => !notes.has(c)).sort();
}

test('every refusal of the platform has a sentence in both languages', () => {
  const [vi, en] = [read('vi'), read('en')];
  expect(codes().length).toBeGreaterThan(40);
  expect(codes().filter((code) => !(`error.${code}` in vi) || !(`error.${code}` in en))).toEqual([]);
});
