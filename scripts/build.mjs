// src/ → dist/: types are checked and stripped by tsc, everything else is copied. The new build replaces the old one only when it is whole.
import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, STAMP, requireNode, run, sourceDigest, tool } from './lib.mjs';

requireNode();
const next = join(ROOT, `dist.${process.pid}`);
const old = join(ROOT, `dist.old.${process.pid}`);
process.on('exit', () => { rmSync(next, { recursive: true, force: true }); });
rmSync(next, { recursive: true, force: true });
// Taken before compiling: what is edited meanwhile makes the next start build again.
const digest = sourceDigest();
run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', next]);
cpSync(join(ROOT, 'src'), next, { recursive: true, filter: (path) => !/\.(tsx?|md)$/.test(path) });
writeFileSync(join(next, STAMP), digest);
// Another build may put its result there in the same moment; either is whole.
for (let attempt = 1; ; attempt += 1) {
  try {
    if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), `${old}.${attempt}`);
    renameSync(next, join(ROOT, 'dist'));
    break;
  } catch (error) {
    if (attempt >= 10) throw error;
  } finally {
    rmSync(`${old}.${attempt}`, { recursive: true, force: true });
  }
}
