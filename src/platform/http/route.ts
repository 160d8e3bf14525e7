import type { TSchema } from 'typebox';
import type { Actor } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';

/** Who may call a route. Every route has one: a route without stops the start. */
export interface Policy { readonly name: string; allows(actor: Actor): boolean }
export const PUBLIC: Policy = { name: 'public', allows: () => true };

export interface RouteInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Address of the caller, after trusted proxies. */
  readonly ip: string;
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
  readonly bodyLimit?: number;
  /** `Idempotency-Key` is honoured: the first answer is kept sealed and given again. */
  readonly isIdempotent?: boolean;
  /** Pages for people in need are slowed before they are refused (design rule 3). */
  readonly rate?: 'normal' | 'none';
  readonly handler: (ctx: Context, input: RouteInput) => Promise<RouteAnswer>;
}
