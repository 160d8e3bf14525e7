import { expect, test } from 'vitest';
import { createGatherer } from './gather.ts';

/** A run that ends when the test says so. */
function controlled() {
  const batches: { items: readonly number[]; done: (out: readonly string[]) => void; fail: (error: Error) => void }[] = [];
  let wake: () => void = () => {};
  const run = (items: readonly number[]) => new Promise<readonly string[]>((resolve, reject) => { batches.push({ items, done: resolve, fail: reject }); wake(); });
  const until = async (count: number): Promise<void> => { while (batches.length < count) await new Promise<void>((resolve) => { wake = resolve; }); };
  return { batches, run, until };
}

test('calls that come while one is under way go together, each gets its own answer', async () => {
  const { batches, run, until } = controlled();
  const gather = createGatherer(run, { parallel: 1, most: 10 });
  const first = gather(1);
  await until(1);
  const later = [gather(2), gather(3), gather(4)];
  batches[0]?.done(['one']);
  await until(2);
  expect(batches[1]?.items).toEqual([2, 3, 4]);
  batches[1]?.done(['two', 'three', 'four']);
  expect(await Promise.all([first, ...later])).toEqual(['one', 'two', 'three', 'four']);
});
test('no statement carries more than its limit, and nothing is left waiting', async () => {
  const sizes: number[] = [];
  const gather = createGatherer(async (items: readonly number[]) => { sizes.push(items.length); return items.map((i) => i * 2); }, { parallel: 2, most: 3 });
  expect(await Promise.all(Array.from({ length: 20 }, (_, i) => gather(i)))).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  expect(Math.max(...sizes)).toBe(3);
});
test('a failed statement fails its own calls and no others', async () => {
  const { batches, run, until } = controlled();
  const gather = createGatherer(run, { parallel: 1, most: 10 });
  const first = gather(1);
  await until(1);
  const second = gather(2);
  batches[0]?.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await until(2);
  batches[1]?.done(['two']);
  expect(await second).toBe('two');
});
test('a run that answers too little is a fault, not a wrong answer', async () => {
  const gather = createGatherer(async () => ['only one'], { parallel: 1, most: 10 });
  await expect(Promise.all([gather(1), gather(2)])).rejects.toThrow('every item');
});
