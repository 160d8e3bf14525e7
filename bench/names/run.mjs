// Bundles the benchmark (the sources are TypeScript) and runs it: node bench/names/run.mjs [REGISTER.tsv QUERIES.tsv] [--sizes 5000,50000,500000] [--peers] [--classes]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const out = mkdtempSync(join(tmpdir(), 'names-'));
try {
  await build({
    root, configFile: false, logLevel: 'error', resolve: { alias: [{ find: /^#(.*\.ts)$/, replacement: `${root}/src/$1` }] },
    build: { ssr: join(root, 'bench/names/run.ts'), outDir: out, emptyOutDir: false, minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: 'run.mjs', format: 'es' } } },
    ssr: { noExternal: true },
  });
  process.exitCode = spawnSync(process.execPath, ['--expose-gc', join(out, 'run.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
