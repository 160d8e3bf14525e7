interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void }

const LOOK_MS = 250;

/**
 * Notes when the process stood still for longer than `limitMs`: while one request computes, nobody else is answered. Bounds on every input keep that from happening
 * (a text of 20,000 characters is read in some milliseconds); this tells the operator when a bound is missing, or the machine too slow.
 */
export function watchStalls(note: Note, limitMs = 1000): { stop(): void } {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const stood = now - last - LOOK_MS;
    last = now;
    if (stood > limitMs) note.warn('process.stalled', { durationMs: Math.round(stood) });
  }, LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
