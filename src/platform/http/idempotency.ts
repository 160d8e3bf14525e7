import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { sha256 } from '#platform/crypto/index.ts';
import type { IdempotencyStore, KeptAnswer } from './idempotency.store.ts';
import type { Once, RouteAnswer, RouteDefinition, RouteInput } from './route.ts';

/** Runs `act` once for one `Idempotency-Key`; without the header it just runs. */
export async function withIdempotency(store: IdempotencyStore, route: RouteDefinition, ctx: Context, input: RouteInput, act: (once: Once | null) => Promise<RouteAnswer>): Promise<RouteAnswer> {
  const header = input.headers['idempotency-key'];
  if (header === undefined) return act(null);
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,255}$/.test(header)) throw new DomainError('idempotency.malformed', { field: 'Idempotency-Key' });
  // Scoped by who asks: a key that two people happen to choose must not give one the other's answer.
  const actor = ctx.actor.kind === 'anonymous' ? 'anonymous' : `${ctx.actor.kind}:${ctx.actor.name}`;
  const key = `${actor} ${route.method} ${route.path} ${header}`;
  const fingerprint = sha256(JSON.stringify([input.params, input.query, input.body])).toString('hex');
  const begun = await store.begin(key, fingerprint, ctx.clock.now());
  if (begun.kind === 'replay') return { ...begun.answer, headers: { ...begun.answer.headers, 'idempotent-replayed': 'true' } };
  if (begun.kind === 'in-flight') throw new DomainError('idempotency.in-flight', { retryAfter: 2 });
  if (begun.kind === 'mismatch') throw new DomainError('idempotency.mismatch', { field: 'Idempotency-Key' });
  let kept: KeptAnswer;
  try {
    kept = keptOf(await act({ done: begun.done, mark: (tx, reference) => store.mark(tx, key, begun.attempt, reference) }));
  } catch (error) {
    await store.abandon(key, begun.attempt).catch(() => {}); // what went wrong first is what counts
    throw error;
  }
  // The deed is done: that its answer could not be kept must not make it look undone.
  await store.finish(key, begun.attempt, kept).catch(() => {});
  return kept;
}

function keptOf({ status, headers, body }: RouteAnswer): KeptAnswer {
  if (Buffer.isBuffer(body)) throw new Error('an answer that is kept must be text or JSON');
  return { status, headers: { ...(typeof body === 'string' ? {} : { 'content-type': 'application/json; charset=utf-8' }), ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body ?? null) };
}

/** What this room itself answers with; createHttpServer adds them to the map of the modules' errors. */
export const HTTP_ERRORS = {
  busy: { status: 503 }, unavailable: { status: 503 }, forbidden: { status: 403 }, 'too-many-requests': { status: 429 },
  'idempotency.malformed': { status: 400 }, 'idempotency.in-flight': { status: 409 }, 'idempotency.mismatch': { status: 422 },
} as const;
