import { parseIdentifier } from '#engine/identifiers/index.ts';
import type { IdentifierType } from '#engine/identifiers/index.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { ChecksDeps } from './check.deps.ts';
import { canMakeKnown } from './check.policy.ts';
import { upsertKnown, type KnownIdentifierInput } from './check.store.ts';

/**
 * Records reported and published identifiers. The database refuses a publication by one person alone, whoever asks.
 * Throws `forbidden`, or `check.unreadable` {field} for a value that is not canonical: it could never be found again.
 */
export async function makeKnown(deps: ChecksDeps, ctx: Context, rows: readonly KnownIdentifierInput[]): Promise<void> {
  if (!canMakeKnown(ctx.actor)) throw new DomainError('forbidden');
  for (const row of rows) if (!parseIdentifier(row.type as IdentifierType, row.value)) throw new DomainError('check.unreadable', { field: row.type.slice(0, 40) }); // an unknown type parses to null
  await deps.unitOfWork(ctx, async (work) => {
    await upsertKnown(work.db, rows);
    await work.audit({ action: 'identifiers.made-known', subjectType: 'known_identifier', subjectId: 'batch', details: { count: rows.length } });
  });
}
