import { once } from 'node:events';
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';
import { percentile, seeded } from '../harness.ts';

/**
 * The load generator, a process of its own: it must not share a thread with what it measures. Reads one order from its parent, sends one result, ends.
 * Bounded in count and time, loopback only.
 */
export interface Order {
  readonly url: string;
  readonly bodies: readonly string[];
  readonly seconds: number;
  /** Arrivals a second at random moments (Poisson), whether or not earlier ones were answered. Absent: as many as `connections` can carry. */
  readonly rate?: number;
  readonly connections?: number;
}
export interface Result {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly errors: number;
  /** How late the generator itself sent (p99, ms). Part of the figures above: the clock of a request runs from the moment it was due. */
  readonly lateP99: number;
}

const MAX_REQUESTS = 200_000;
const MAX_SECONDS = 30;
const TIMEOUT_MS = 10_000;
/** Not counted: until then the generator's own code is being compiled. */
const WARM_UP_MS = 1000;

async function work(order: Order): Promise<Result> {
  const url = new URL(order.url);
  if (url.hostname !== '127.0.0.1') throw new Error('loopback only');
  const seconds = Math.min(order.seconds, MAX_SECONDS);
  return order.rate ? atRate(url, { ...order, seconds }, order.rate) : flatOut(order, seconds);
}

/** Open loop: a slow server gets no mercy, and waiting counts (no coordinated omission). autocannon's own rates come in one burst a second, which measures the burst. */
async function atRate(url: URL, { bodies, seconds }: Order, rate: number): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const chance = seeded(rate);
  const latencies: number[] = [];
  const late: number[] = [];
  const answers: Promise<void>[] = [];
  let errors = 0;
  const began = performance.now() + WARM_UP_MS;
  let due = began - WARM_UP_MS;
  for (let sent = 0; due - began < seconds * 1000 && sent < MAX_REQUESTS; due += (-Math.log(1 - chance()) * 1000) / rate, sent += 1) {
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => { setTimeout(done, wait); });
    const dueAt = due;
    if (dueAt >= began) late.push(performance.now() - dueAt);
    answers.push(send(url, agent, bodies[sent % bodies.length] ?? '').then((isOk) => {
      if (!isOk) errors += 1;
      else if (dueAt >= began) latencies.push(performance.now() - dueAt);
    }));
  }
  const end = performance.now();
  await Promise.all(answers); // each ends by its own time limit
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / ((end - began) / 1000), p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), max: latencies.at(-1) ?? Number.NaN, errors, lateP99: percentile(late.toSorted((a, b) => a - b), 0.99) };
}

function send(url: URL, agent: Agent, body: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, { method: 'POST', agent, timeout: TIMEOUT_MS, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 201));
      response.on('error', () => resolve(false));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end(body);
  });
}

/** Closed loop: how much goes through at all. */
async function flatOut({ url, bodies, connections = 50 }: Order, seconds: number): Promise<Result> {
  const requests = bodies.map((body) => ({ method: 'POST' as const, body, headers: { 'content-type': 'application/json' } }));
  const r = await autocannon({ url, connections, duration: seconds, requests });
  return { perSecond: r['2xx'] / r.duration, p50: r.latency.p50, p99: r.latency.p99, max: r.latency.max, errors: r.errors + r.timeouts + r.non2xx, lateP99: 0 };
}

const [order] = await once(process, 'message') as [Order]; // sent by loadOf, from our own process
process.send?.(await work(order), () => process.disconnect());
