// src/ → dist/: types are checked and stripped by tsc, everything else is copied. The new build replaces the old one only when it is whole.
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, requireNode, run, tool } from './lib.mjs';

requireNode();
const next = join(ROOT, `dist.${process.pid}`);
rmSync(next, { recursive: true, force: true });
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', next]);
cpSync(join(ROOT, 'src'), next, { recursive: true, filter: (path) => !/\.(tsx?|md)$/.test(path) });
const old = join(ROOT, `dist.old.${process.pid}`);
if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), old);
renameSync(next, join(ROOT, 'dist'));
rmSync(old, { recursive: true, force: true });
