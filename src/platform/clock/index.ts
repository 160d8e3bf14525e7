import type { Clock } from '#kernel/clock.ts';

/** The machine's time; only app/ hands it out. */
export const systemClock: Clock = { now: () => new Date() };
