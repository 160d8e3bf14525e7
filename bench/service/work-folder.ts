import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProvince } from './province.ts';

/** Where the run of `npm run bench` keeps its data folders; it deletes the whole when it ends. */
const WORK = join('.tmp', 'bench-data');

export function freshFolder(): { dir: string; remove: () => void } {
  mkdirSync(WORK, { recursive: true });
  const dir = mkdtempSync(join(WORK, 'data-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** One large province for all benches of a run: making it takes longer than measuring on it. */
export async function largeProvince(): Promise<{ dir: string; postgres: string }> {
  const dir = join(WORK, 'province');
  const note = join(dir, 'made.json');
  if (existsSync(note)) return { dir, ...(JSON.parse(readFileSync(note, 'utf8')) as { postgres: string }) }; // written below
  rmSync(dir, { recursive: true, force: true });
  const made = await makeProvince(dir);
  writeFileSync(note, JSON.stringify(made));
  process.stderr.write(`large province made in ${made.seconds.toFixed(0)} s\n`);
  return { dir, postgres: made.postgres };
}
