import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { sha256 } from '#platform/crypto/index.ts';
import type { IdempotencyStore } from './idempotency.store.ts';
import type { RouteAnswer, RouteDefinition, RouteInput } from './route.ts';

/** Runs `act` once for one `Idempotency-Key`; without the header it just runs. */
export async function withIdempotency(store: IdempotencyStore, route: RouteDefinition, ctx: Context, input: RouteInput, act: () => Promise<RouteAnswer>): Promise<RouteAnswer> {
  const header = input.headers['idempotency-key'];
  if (header === undefined) return act();
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,255}$/.test(header)) throw new DomainError('idempotency.malformed', { field: 'Idempotency-Key' });
  const key = `${route.method} ${route.path} ${header}`;
  const fingerprint = sha256(JSON.stringify(input.body)).toString('hex');
  const begun = await store.begin(key, fingerprint, ctx.clock.now());
  if (begun.kind === 'replay') return { ...begun.answer, headers: { ...begun.answer.headers, 'idempotent-replayed': 'true' } };
  if (begun.kind === 'in-flight') throw new DomainError('idempotency.in-flight');
  if (begun.kind === 'mismatch') throw new DomainError('idempotency.mismatch', { field: 'Idempotency-Key' });
  try {
    const answer = await act();
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? null);
    const kept = { status: answer.status, headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers }, body };
    await store.finish(key, kept);
    return kept;
  } catch (error) {
    await store.abandon(key);
    throw error;
  }
}

export const HTTP_ERRORS = {
  busy: { status: 503 }, 'too-many-requests': { status: 429 }, 'idempotency.malformed': { status: 400 }, 'idempotency.in-flight': { status: 409 }, 'idempotency.mismatch': { status: 422 },
} as const;
