// npm run bench [NAME…] [-- --json]: prints each bench's table, figures with limit or peer beside them. Without a name: all, in this order.
// Each bench is a process of its own. TypeScript files are compiled to .tmp/bench (types are checked by `npm run check`); `#room/file.ts` is the built program in dist/.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureBuilt, ensureInstalled, requireNode, run, tool } from './lib.mjs';

/** Name → file below bench/. */
export const BENCHES = {
  start: 'service/start.ts',
  memory: 'service/memory.ts',
  import: 'register/import.ts',
  'check-load': 'service/check-load.ts',
  identifiers: 'identifiers/speed.mjs',
  read: 'read/index.mjs',
  names: 'names/run.mjs',
};
/** Longer is no measurement but a hang. Slow peers take their time. */
const LIMIT_MS = 240_000;
const LONGER_MS = { names: 900_000 };

requireNode();
const options = process.argv.slice(2).filter((a) => a.startsWith('-'));
const names = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`Không có / no such bench: ${unknown.join(', ')}. Có / there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
const out = join(ROOT, '.tmp', 'bench');
rmSync(out, { recursive: true, force: true });
run(process.execPath, [tool('typescript/bin/tsc'), '-p', join('bench', 'tsconfig.json')]);
let failed = 0;
try {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const file = BENCHES[name];
    const path = file.endsWith('.ts') ? join(out, 'bench', file.replace(/\.ts$/, '.js')) : join(ROOT, 'bench', file);
    const result = spawnSync(process.execPath, [path, ...options], { cwd: ROOT, stdio: 'inherit', timeout: LONGER_MS[name] ?? LIMIT_MS });
    if (result.status === 0) continue;
    failed += 1;
    console.error(`bench ${name}: ${result.error?.message ?? `exit code ${result.status}`}`);
  }
} finally {
  rmSync(join(ROOT, '.tmp', 'bench-data'), { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 70;
