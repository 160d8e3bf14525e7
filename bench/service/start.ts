import { median, report } from '../harness.ts';
import { startServer } from './server.ts';
import { freshFolder, largeProvince } from './work-folder.ts';

/** How long until a person can check something: from the call of the command until /readyz answers. */
const WARM_RUNS = 5;

const empty = freshFolder();
const first = await startServer(empty.dir);
const firstStop = await first.stop();
const warm: number[] = [];
const stops: number[] = [firstStop];
for (let i = 0; i < WARM_RUNS; i += 1) {
  const server = await startServer(empty.dir);
  warm.push(server.readyMs);
  stops.push(await server.stop());
}
empty.remove();

const large = await largeProvince();
const largeRuns: number[] = [];
for (let i = 0; i < 3; i += 1) {
  const server = await startServer(large.dir);
  largeRuns.push(server.readyMs);
  await server.stop();
}
report({
  bench: 'start', postgres: large.postgres,
  conditions: ['from the call of bin/chinhdanh serve until /readyz answers 200; program built before; embedded database; files in the page cache', 'first: empty data folder, so it makes the cluster, migrates and loads the sample province', `warm: median of ${WARM_RUNS} with the sample province, of 3 with 5,000 officials and 1,000,000 known identifiers`],
  figures: [
    { name: 'first start', value: first.readyMs / 1000, unit: 's', limit: { atMost: 20 } },
    { name: 'warm start, sample province', value: median(warm) / 1000, unit: 's', limit: { atMost: 3 } },
    { name: 'warm start, 5,000 officials', value: median(largeRuns) / 1000, unit: 's', limit: { atMost: 3 } },
    { name: 'clean stop', value: median(stops) / 1000, unit: 's' },
  ],
});
