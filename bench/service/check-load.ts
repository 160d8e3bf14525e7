import { report, type Grid } from '../harness.ts';
import { loadOf, startBare } from './load-of.ts';
import type { Result } from './load.ts';
import { identifierBodies, textBodies } from './questions.ts';
import { RAISED, cpuTime, startServer } from './server.ts';
import { largeProvince } from './work-folder.ts';

/** `check` over HTTP at rising load, everything switched on, beside Fastify alone in the same run. */
const RATES = [50, 100, 200, 300, 450, 600];
const TARGET_RATE = 300;
const SECONDS = 4;
const FLAT_SECONDS = 5;
const BODIES = 2000;

const questions = { identifiers: identifierBodies(BODIES), texts: textBodies(BODIES) };
const { dir, postgres } = await largeProvince();
const server = await startServer(dir, RAISED);
const url = `${server.url}/api/v1/checks`;
const size = await sizeOf(questions.texts[0] ?? '');
const bare = await startBare(size);
const bareUrl = `${bare.url}/api/v1/checks`;

// The first seconds of a process are its compiler's; they are not what people meet.
await loadOf({ url, bodies: [...questions.texts.slice(0, 500), ...questions.identifiers.slice(0, 500)], rate: 200, seconds: 5 });
const steps: { rate: number; identifiers: Result; texts: Result; bare: Result }[] = [];
for (const rate of RATES) {
  steps.push({
    rate, identifiers: await loadOf({ url, bodies: questions.identifiers, rate, seconds: SECONDS }), texts: await loadOf({ url, bodies: questions.texts, rate, seconds: SECONDS }),
    bare: await loadOf({ url: bareUrl, bodies: questions.texts, rate, seconds: 2 }),
  });
}
const flat = { identifiers: await flatOut(questions.identifiers), texts: await flatOut(questions.texts), bare: await loadOf({ url: bareUrl, bodies: questions.texts, seconds: 4 }) };
bare.stop();
await server.stop();

/** Throughput, and the processor time one check costs. */
async function flatOut(bodies: readonly string[]): Promise<Result & { readonly nodeMs: number; readonly postgresMs: number }> {
  const before = cpuTime(server.pid);
  const result = await loadOf({ url, bodies, seconds: FLAT_SECONDS });
  const after = cpuTime(server.pid);
  const checks = result.perSecond * FLAT_SECONDS;
  return { ...result, nodeMs: (after.node - before.node) / checks, postgresMs: (after.postgres - before.postgres) / checks };
}

async function sizeOf(body: string): Promise<number> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  return (await response.arrayBuffer()).byteLength;
}

const grid: Grid = {
  title: 'Arrivals at random moments, milliseconds from the moment due to the last byte (late: p99 of the generator\'s own delay, contained in the figures)',
  head: ['per second', 'identifier p50', 'p99', 'max', 'text p50', 'p99', 'max', 'bare p50', 'p99', 'failed', 'late'],
  rows: steps.map((s) => [s.rate, s.identifiers.p50, s.identifiers.p99, s.identifiers.max, s.texts.p50, s.texts.p99, s.texts.max, s.bare.p50, s.bare.p99, s.identifiers.errors + s.texts.errors + s.bare.errors, Math.max(s.identifiers.lateP99, s.texts.lateP99)]),
};
const at = steps.find((s) => s.rate === TARGET_RATE);
const latency = (name: string, r: Result | undefined, bareResult: Result | undefined) => [
  { name: `${name} at ${TARGET_RATE}/s, p50`, value: r?.p50 ?? Number.NaN, unit: 'ms', limit: { atMost: 10 }, peer: { name: 'bare', value: bareResult?.p50 ?? Number.NaN } },
  { name: `${name} at ${TARGET_RATE}/s, p99`, value: r?.p99 ?? Number.NaN, unit: 'ms', limit: { atMost: 50 }, peer: { name: 'bare', value: bareResult?.p99 ?? Number.NaN } },
];
report({
  bench: 'check-load', postgres, grids: [grid],
  conditions: [
    'server, embedded database and load generator share these cores; loopback, HTTP/1.1 keep-alive', 'everything on: web and worker, sealed answers written with fsync, limits, metrics, log at info; 5,000 officials, 1,000,000 known identifiers',
    `RATE_PER_MINUTE=${RAISED['RATE_PER_MINUTE']} and CHECKS_PER_IDENTIFIER=${RAISED['CHECKS_PER_IDENTIFIER']}: raised, because all load comes from one address`,
    `peer: Fastify alone, one route, no validation, an answer of the same ${size} bytes`, `flat out: 50 connections, each asks again as soon as it is answered, ${FLAT_SECONDS} s`,
  ],
  figures: [
    ...latency('identifier check', at?.identifiers, at?.bare), ...latency('text check', at?.texts, at?.bare),
    { name: 'identifier checks, flat out', value: flat.identifiers.perSecond, unit: '/s', limit: { atLeast: 1000 }, peer: { name: 'bare', value: flat.bare.perSecond } },
    { name: 'text checks, flat out', value: flat.texts.perSecond, unit: '/s', peer: { name: 'bare', value: flat.bare.perSecond } },
    { name: 'processor time of an identifier check, node', value: flat.identifiers.nodeMs, unit: 'ms', peer: { name: 'PostgreSQL', value: flat.identifiers.postgresMs } },
    { name: 'processor time of a text check, node', value: flat.texts.nodeMs, unit: 'ms', peer: { name: 'PostgreSQL', value: flat.texts.postgresMs } },
    { name: 'not answered 201, all steps', value: steps.reduce((sum, s) => sum + s.identifiers.errors + s.texts.errors, flat.identifiers.errors + flat.texts.errors), unit: 'requests', limit: { atMost: 0 } },
  ],
});
