import { report } from '../harness.ts';
import { loadOf } from './load-of.ts';
import { identifierBodies, textBodies } from './questions.ts';
import { RAISED, postgresMiB, residentMiB, startServer } from './server.ts';
import { largeProvince } from './work-folder.ts';

/** Resident memory with a province's register, at rest and at work. */
const { dir, postgres } = await largeProvince();
const server = await startServer(dir, RAISED);
const rest = { node: residentMiB(server.pid), postgres: postgresMiB(server.pid) };
let peak = 0;
const watch = setInterval(() => { peak = Math.max(peak, residentMiB(server.pid)); }, 250);
const bodies = textBodies(500).flatMap((text, i) => [text, identifierBodies(500)[i] ?? text]);
const load = await loadOf({ url: `${server.url}/api/v1/checks`, bodies, rate: 300, seconds: 15 });
clearInterval(watch);
const after = { node: residentMiB(server.pid), postgres: postgresMiB(server.pid) };
await server.stop();
report({
  bench: 'memory', postgres,
  conditions: ['5,000 officials, 1,000,000 known identifiers; one process with web and worker', `at work: 15 s of 300 checks/s, half texts and half identifiers (${load.errors} not answered)`, 'node: VmRSS; PostgreSQL: sum of proportional set sizes, shared pages counted once'],
  figures: [
    { name: 'node, at rest', value: rest.node, unit: 'MiB', limit: { atMost: 512 }, peer: { name: 'PostgreSQL', value: rest.postgres } },
    { name: 'node, highest at work', value: peak, unit: 'MiB', limit: { atMost: 512 }, peer: { name: 'PostgreSQL', value: after.postgres } },
  ],
});
