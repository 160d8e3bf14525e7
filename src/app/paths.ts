import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's own folder, from dist/app as from src/app. */
export const ROOT = dirname(dirname(import.meta.dirname));
export const MIGRATIONS = join(ROOT, 'migrations');
const built = join(import.meta.dirname, '..', 'web');
export const ASSETS = join(built, 'public', 'assets');
const LOCALES = join(built, 'locales');

export function readCatalog(locale: 'vi' | 'en'): Record<string, string> {
  return JSON.parse(readFileSync(join(LOCALES, `${locale}.json`), 'utf8')) as Record<string, string>; // our own file; its shape is tested
}
export function readVersion(): string {
  const file = join(ROOT, 'package.json');
  return existsSync(file) ? String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version) : '0'; // npm's own file
}
