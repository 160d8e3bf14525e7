import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { ChecksDeps } from './check.deps.ts';
import { canEditGuidance } from './check.policy.ts';
import { GUIDANCE } from './guidance.data.ts';
import { defaultRows } from './guidance.ts';
import { saveGuidance, type GuidanceRow } from './guidance.store.ts';

/** The texts of a new installation; what an administrator has written since stays. */
export async function seedGuidance(deps: ChecksDeps, ctx: Context): Promise<void> {
  await deps.unitOfWork(ctx, async (work) => {
    const count = await saveGuidance(work.db, defaultRows(), 'chinhdanh', ctx.clock.now(), true);
    if (count > 0) await work.audit({ action: 'guidance.seeded', subjectType: 'guidance', subjectId: 'all', details: { count } });
  });
}

/** Replaces texts; takes effect on all processes at once. Throws `guidance.unknown-key` {field} or `forbidden`. Returns how many changed. */
export async function editGuidance(deps: ChecksDeps, ctx: Context, rows: readonly GuidanceRow[]): Promise<number> {
  if (!canEditGuidance(ctx.actor)) throw new DomainError('forbidden');
  const keys = new Set(GUIDANCE.map((g) => g.key));
  for (const row of rows) if (!keys.has(row.key) || row.text.trim() === '' || row.text.length > 4000) throw new DomainError('guidance.malformed', { field: row.key.slice(0, 60) });
  return deps.unitOfWork(ctx, async (work) => {
    const by = ctx.actor.kind === 'anonymous' ? 'anonymous' : ctx.actor.name;
    const count = await saveGuidance(work.db, rows, by, ctx.clock.now(), false);
    if (count > 0) await work.audit({ action: 'guidance.edited', subjectType: 'guidance', subjectId: rows.map((r) => r.key).join(',').slice(0, 200), details: { count } });
    await work.notify('guidance-changed');
    return count;
  });
}
