import type { Actor } from '#kernel/actor.ts';
import type { Authorized } from '#kernel/authorized.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';

export type OfficialAction = 'import-officials' | 'change-channel' | 'declare';

/** Names, phones and habits of officials are what an impostor looks for: until people log in only the server's owner and its own jobs may write them, and nobody may list them. */
export function mayOfficials(actor: Actor, _action: OfficialAction): boolean {
  return actor.kind === 'operator' || actor.kind === 'system';
}

/** `subject` for which `action` is allowed, or DomainError `officials.forbidden`. */
export function authorizeOfficials<T, A extends OfficialAction>(ctx: Context, action: A, subject: T): Authorized<T, A> {
  if (!mayOfficials(ctx.actor, action)) throw new DomainError('officials.forbidden');
  return subject as Authorized<T, A>; // the one place where the brand is given
}
