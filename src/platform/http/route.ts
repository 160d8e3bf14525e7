import type { TSchema } from 'typebox';
import type { Actor } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import type { Tx } from '#platform/db/index.ts';

/** Who may call a route. Every route has one: a route without stops the start. */
export interface Policy { readonly name: string; allows(actor: Actor): boolean }
export const PUBLIC: Policy = { name: 'public', allows: () => true };

/**
 * The `Idempotency-Key` of a request, for a deed that must not happen twice even when the process dies between deed and answer:
 * `if (once?.done) return present(once.done)`, otherwise `once?.mark(work.db, id)` in the deed's own transaction.
 */
export interface Once {
  /** The reference that an earlier, cut-off try with this key has marked; present it instead of doing it again. */
  readonly done: string | null;
  /** From this transaction's commit on the key counts as done. Throws when another try has taken over. */
  mark(tx: Tx, reference: string): Promise<void>;
}

export interface RouteInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Address of the caller, after trusted proxies. */
  readonly ip: string;
  /** The request came through a proxy that is not trusted: `ip` is the proxy's. */
  readonly isForwarded?: boolean;
  /** Null: the route is not idempotent, or no key was sent. */
  readonly once?: Once | null;
}
export interface RouteAnswer {
  readonly status: number;
  readonly body?: string | Buffer | object;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface RouteDefinition {
  readonly method: 'GET' | 'POST';
  /** Fastify pattern: `/api/v1/checks/:id`. */
  readonly path: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly kind: 'api' | 'page' | 'asset' | 'ops';
  readonly schema?: { readonly body?: TSchema; readonly query?: TSchema; readonly params?: TSchema; readonly response?: Readonly<Record<number, TSchema>> };
  /** Bytes; 256 KB otherwise. */
  readonly bodyLimit?: number;
  /** Media type of the answer where it is not JSON; for the OpenAPI document. */
  readonly produces?: string;
  /** `Idempotency-Key` is honoured: the first answer is kept sealed and given again. */
  readonly isIdempotent?: boolean;
  /** Pages for people in need are slowed before they are refused (design rule 3). */
  readonly rate?: 'normal' | 'none';
  readonly handler: (ctx: Context, input: RouteInput) => Promise<RouteAnswer>;
}
