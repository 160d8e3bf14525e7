import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { isDay } from '#kernel/dates.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { DEFAULT_CODE_SYSTEM, type Succession, type UnitNode, type UnitView } from './org.contract.ts';
import { authorizeOrg } from './org.policy.ts';
import { loadOrg } from './org.store.ts';
import { canonicalCode } from './unit-row.rules.ts';
import { createTimeline, type OrgTimeline } from './unit-timeline.rules.ts';

/** For other modules: all units over all time, for any number of questions. */
export async function loadTimeline(db: Kysely<unknown>): Promise<OrgTimeline> {
  return createTimeline(await loadOrg(db));
}

async function asked(db: Kysely<unknown>, ctx: Context, day: string): Promise<OrgTimeline> {
  authorizeOrg(ctx, 'read-units', day);
  if (!isDay(day)) throw new DomainError('org.not-a-day', { field: 'date' });
  return loadTimeline(db);
}

export async function unitAsOf(db: Kysely<unknown>, ctx: Context, key: { readonly codeSystem?: string; readonly code: string; readonly date: string }): Promise<UnitView | null> {
  return (await asked(db, ctx, key.date)).unitByCode(key.codeSystem ?? DEFAULT_CODE_SYSTEM, canonicalCode(key.code), key.date);
}

export async function treeAsOf(db: Kysely<unknown>, ctx: Context, date: string): Promise<readonly UnitNode[]> {
  return (await asked(db, ctx, date)).tree(date);
}

/** Throws DomainError `org.unit-not-found` for an id that no unit ever had. */
export async function successorsAsOf(db: Kysely<unknown>, ctx: Context, unitId: string, date: string): Promise<Succession> {
  const timeline = await asked(db, ctx, date);
  if (!timeline.life(unitId)) throw new DomainError('org.unit-not-found', { field: 'unitId' });
  return timeline.succession(unitId, date);
}
