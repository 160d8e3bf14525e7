// npm run check: types, lint, walls, unit tests; what a developer runs before each commit (< 60 s).
import { ROOT, ensureInstalled, requireNode, run, tool } from './lib.mjs';
import { join } from 'node:path';

requireNode();
ensureInstalled();
const began = performance.now();
run(process.execPath, [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']);
run(process.execPath, [tool('oxlint/bin/oxlint'), '--deny-warnings']);
run(process.execPath, [join(ROOT, 'scripts', 'walls.mjs')]);
run(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--project', 'unit']);
console.error(`check: ${((performance.now() - began) / 1000).toFixed(1)} s`);
