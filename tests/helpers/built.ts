import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The flows run the built program: built when stale, as `npm start` does it. */
export default function setup(): void {
  const lib = join(import.meta.dirname, '..', '..', 'scripts', 'lib.mjs');
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', `import { ensureBuilt } from ${JSON.stringify(lib)}; ensureBuilt();`], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the program could not be built');
}
