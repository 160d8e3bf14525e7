import { createI18n, type I18n } from '#platform/i18n/index.ts';
import { readCatalog } from './paths.ts';

export const loadI18n = (): I18n => createI18n({ vi: readCatalog('vi'), en: readCatalog('en') });
