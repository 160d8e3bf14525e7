import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OFFICIAL_ERRORS, OFFICIAL_FAULTS, OFFICIAL_NOTICES } from '#modules/officials/index.ts';
import { ORG_ERRORS, ORG_FAULTS, ORG_NOTICES } from '#modules/org/index.ts';
import { compareCatalogs, type Catalog } from '#platform/i18n/index.ts';
import { SHEET_ERRORS, SHEET_FAULTS } from '#platform/sheets/index.ts';

const catalog = (locale: 'vi' | 'en'): Catalog => JSON.parse(readFileSync(join(import.meta.dirname, `../src/web/locales/${locale}.json`), 'utf8')) as Catalog;
const codes = [...Object.keys({ ...SHEET_ERRORS, ...ORG_ERRORS, ...OFFICIAL_ERRORS }), ...SHEET_FAULTS, ...ORG_FAULTS, ...ORG_NOTICES, ...OFFICIAL_FAULTS, ...OFFICIAL_NOTICES];

test('every fault and error of the register has its sentence in both languages, without shouting', () => {
  const [vi, en] = [catalog('vi'), catalog('en')];
  for (const code of new Set(codes)) {
    expect(vi[`error.${code}`], code).toBeTypeOf('string');
    expect(en[`error.${code}`], code).toBeTypeOf('string');
    expect(`${vi[`error.${code}`]}${en[`error.${code}`]}`, code).not.toMatch(/!|an toàn/i);
  }
  expect(compareCatalogs(vi, en)).toEqual([]);
});
