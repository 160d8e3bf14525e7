import type { Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** First parameter of every operation. Nothing in it touches the world: the database comes through `unitOfWork`. */
export interface Context {
  readonly actor: Actor;
  /** Correlates log lines, audit entries and the answer's header `x-request-id`. */
  readonly requestId: string;
  readonly clock: Clock;
  readonly locale: Locale;
}
