import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IDENTIFIER_STATES, OUTCOMES } from '#kernel/outcome.ts';
import { compareCatalogs, type Catalog } from '#platform/i18n/index.ts';

const read = (locale: string): Catalog => JSON.parse(readFileSync(`src/web/locales/${locale}.json`, 'utf8')) as Catalog; // our own file; its form is tested here
const catalogs = { vi: read('vi'), en: read('en') };

describe('the two catalogs', () => {
  it('have the same keys with the same parameters', () => {
    expect(compareCatalogs(catalogs.vi, catalogs.en)).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('%s: every sentence is a plain, non-empty string in composed form', (locale) => {
    const wrong = Object.entries(catalogs[locale]).filter(([, s]) => typeof s !== 'string' || s.trim() === '' || s !== s.normalize('NFC') || /[<>]|\{\}|\{[^}\w]/.test(s));
    expect(wrong).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('%s: no key is written twice', (locale) => {
    const keys = [...readFileSync(`src/web/locales/${locale}.json`, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map((m) => m[1]);
    expect(keys.length).toBe(Object.keys(catalogs[locale]).length);
  });

  it('never comfort: no "safe", no "seems", no exclamation mark', () => {
    const wrong = Object.entries({ ...catalogs.vi, ...Object.fromEntries(Object.entries(catalogs.en).map(([k, s]) => [`en ${k}`, s])) }).filter(([, s]) => /an toàn|có vẻ|\bsafe\b|\bseems?\b|[!！]/i.test(s));
    expect(wrong).toEqual([]);
  });

  it('print the genuine outcome without capitals and without "Đúng", which under stress reads as "Dừng"', () => {
    for (const [key, sentence] of Object.entries(catalogs.vi).filter(([k]) => k.startsWith('outcome.genuine-channel.'))) expect(sentence, key).not.toMatch(/đúng/iu);
    expect(catalogs.vi['outcome.genuine-channel.title']).toBe('Kênh đã đăng ký');
    expect(catalogs.en['outcome.genuine-channel.title']).not.toMatch(/[A-Z]{2}/);
  });

  it('have every text an answer may need', () => {
    const rules = readFileSync('src/modules/checks/check.rules.ts', 'utf8');
    const codes = [/about\(\w+, '([a-z-]+)'/g, /code: '([a-z-]+)'/g, /\['[a-z_]+', '([a-z-]+)'\]/g, /: '((?:link|holder)-[a-z-]+)'/g].flatMap((pattern) => [...rules.matchAll(pattern)].map((m) => m[1] ?? ''));
    expect(new Set(codes).size).toBeGreaterThanOrEqual(35);
    const wanted = [
      ...codes.map((code) => `reason.${code}.text`),
      ...OUTCOMES.flatMap((o) => ['headline', 'title', 'why', 'advice', 'stress', 'legend'].map((part) => `outcome.${o}.${part}`)),
      ...IDENTIFIER_STATES.map((s) => `identifier.state.${s}`),
    ];
    expect(wanted.filter((key) => !(key in catalogs.vi))).toEqual([]);
  });

  it('mark for stress only words that stand in the advice', () => {
    for (const catalog of Object.values(catalogs)) {
      for (const [key, words] of Object.entries(catalog).filter(([k]) => k.endsWith('.stress'))) expect(catalog[key.replace(/stress$/, 'advice')]).toContain(words);
    }
  });
});
