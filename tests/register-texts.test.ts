import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OFFICIAL_ERRORS, OFFICIAL_FAULTS, OFFICIAL_NOTICES } from '#modules/officials/index.ts';
import { ORG_ERRORS, ORG_FAULTS, ORG_NOTICES } from '#modules/org/index.ts';
import { compareCatalogs, type Catalog } from '#platform/i18n/index.ts';
import { SHEET_ERRORS, SHEET_FAULTS } from '#platform/sheets/index.ts';

/** The catalogs, and beside them the keys that wait to be merged into them. */
function catalogs(): { vi: Catalog; en: Catalog } {
  const read = (path: string): unknown => (existsSync(join(import.meta.dirname, '..', path)) ? JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8')) : {});
  const waiting = read('LOCALE-KEYS.json') as { vi?: Catalog; en?: Catalog };
  return { vi: { ...(read('src/web/locales/vi.json') as Catalog), ...waiting.vi }, en: { ...(read('src/web/locales/en.json') as Catalog), ...waiting.en } };
}
const codes = [...Object.keys({ ...SHEET_ERRORS, ...ORG_ERRORS, ...OFFICIAL_ERRORS }), ...SHEET_FAULTS, ...ORG_FAULTS, ...ORG_NOTICES, ...OFFICIAL_FAULTS, ...OFFICIAL_NOTICES];

test('every fault and error of the register has its sentence in both languages, without shouting', () => {
  const { vi, en } = catalogs();
  for (const code of new Set(codes)) {
    expect(vi[`error.${code}`], code).toBeTypeOf('string');
    expect(en[`error.${code}`], code).toBeTypeOf('string');
    expect(`${vi[`error.${code}`]}${en[`error.${code}`]}`, code).not.toMatch(/!|an toàn/i);
  }
  expect(compareCatalogs(vi, en)).toEqual([]);
});
