import { expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';

test('a fixed clock moves only when it is told to', () => {
  const clock = fixedClock('2026-11-24T02:00:00Z');
  clock.advance(1500);
  expect(clock.now().toISOString()).toBe('2026-11-24T02:00:01.500Z');
});
