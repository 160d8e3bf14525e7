import type { Actor } from '#kernel/actor.ts';
import type { Authorized } from '#kernel/authorized.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';

export type OrgAction = 'read-units' | 'import-units';

/** The tree is internal (who sits under whom helps an impostor), and until people log in only the server's owner and its own jobs touch it. */
export function mayOrg(actor: Actor, _action: OrgAction): boolean {
  return actor.kind === 'operator' || actor.kind === 'system';
}

/** `subject` for which `action` is allowed, or DomainError `org.forbidden`. */
export function authorizeOrg<T, A extends OrgAction>(ctx: Context, action: A, subject: T): Authorized<T, A> {
  if (!mayOrg(ctx.actor, action)) throw new DomainError('org.forbidden');
  return subject as Authorized<T, A>; // the one place where the brand is given
}
