/** The only source of time. Everything below app/ asks it, so that tests can set the hour. */
export interface Clock {
  now(): Date;
}

/** A clock that stands still until it is moved: for tests and for answers "as of" a date. */
export function fixedClock(start: Date | string): Clock & { set(at: Date | string): void; advance(milliseconds: number): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (next) => { at = new Date(next).getTime(); },
    advance: (milliseconds) => { at += milliseconds; },
  };
}
