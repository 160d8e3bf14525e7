import { defineConfig } from 'vitest/config';

// `#room/file.ts` means src/ here (the package.json import condition 'source'); an alias, because global set-up files do not see conditions.
const shared = { resolve: { alias: [{ find: /^#(.*\.ts)$/, replacement: `${import.meta.dirname}/src/$1` }] } };
const timing = { testTimeout: 60_000, hookTimeout: 180_000, pool: 'forks' as const };

/** `unit`: pure, no server, seconds. `store`: needs databases. `flow`: the built program, sockets, Chromium; one file at a time, because they share the machine. */
export default defineConfig({
  ...shared,
  test: {
    projects: [
      { ...shared, test: { ...timing, name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/golden/**/*.test.ts', 'tests/*.test.ts'], exclude: ['src/**/*.store.test.ts'] } },
      { ...shared, test: { ...timing, name: 'store', include: ['src/**/*.store.test.ts'], globalSetup: ['tests/helpers/global-setup.ts'] } },
      { ...shared, test: { ...timing, name: 'flow', include: ['tests/flows/**/*.test.ts', 'tests/browser/**/*.test.ts'], globalSetup: ['tests/helpers/built.ts', 'tests/helpers/global-setup.ts'], fileParallelism: false } },
    ],
  },
});
