import { expect, test } from 'vitest';
import { watchStalls } from './stalls.ts';

test('a process that stood still is noted, with for how long', async () => {
  const noted: [string, number][] = [];
  let seen: () => void = () => {};
  const first = new Promise<void>((done) => { seen = done; });
  const watch = watchStalls({ warn: (event, fields) => { noted.push([event, Number(fields?.['durationMs'])]); seen(); } }, 200);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
  await first;
  watch.stop();
  expect(noted[0]?.[0]).toBe('process.stalled');
  expect(noted[0]?.[1]).toBeGreaterThan(200);
});
