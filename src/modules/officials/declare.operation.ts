import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { canonicalCode } from '#modules/org/index.ts';
import { newId } from '#platform/crypto/index.ts';
import type { Work } from '#platform/db/index.ts';
import { reasonOf } from './change-channel.operation.ts';
import type { OfficialsDeps } from './import-officials.operation.ts';
import type { AccountPlatform } from './official.contract.ts';
import { authorizeOfficials } from './official.policy.ts';
import { lockRegister } from './official.store.ts';
import { explain, readStated, type StatedIdentifier } from './register.rules.ts';
import { deleteDeclaration, findOfficialId, insertDeclaration, insertStatement } from './register.store.ts';

/** "I have no account on this platform." Exits: void; `officials.not-found`, `officials.declared-none` while a channel of his there is current. */
export async function declareNoAccount(deps: OfficialsDeps, ctx: Context, input: { readonly officialCode: string; readonly platform: AccountPlatform; readonly at?: Date }): Promise<void> {
  const asked = authorizeOfficials(ctx, 'declare', input);
  const declaredAt = momentOf(ctx, asked.at);
  await deps.uow(ctx, async (work) => {
    await lockRegister(work.db);
    const officialId = await mustBe(work, asked.officialCode);
    await insertDeclaration(work.db, authorizeOfficials(ctx, 'declare', { officialId, platform: asked.platform, source: 'person' as const, declaredAt })).catch(explain);
    await tell(work, 'officials.no-account-declared', officialId, { platform: asked.platform });
  });
}

/** Takes the declaration back. Nothing happens when there is none. */
export async function withdrawNoAccount(deps: OfficialsDeps, ctx: Context, input: { readonly officialCode: string; readonly platform: AccountPlatform; readonly reason: string }): Promise<void> {
  const asked = authorizeOfficials(ctx, 'declare', input);
  reasonOf(asked.reason);
  await deps.uow(ctx, async (work) => {
    await lockRegister(work.db);
    const officialId = await mustBe(work, asked.officialCode);
    if (await deleteDeclaration(work.db, authorizeOfficials(ctx, 'declare', { officialId, platform: asked.platform }))) await tell(work, 'officials.no-account-withdrawn', officialId, { platform: asked.platform });
  });
}

export interface StatementInput { readonly officialCode: string; readonly identifier: string | StatedIdentifier; readonly at?: Date }

/**
 * `declared-fake`: "this identifier imitates me"; `denied`: "that was not me". Said twice is said once. Exits: void; `officials.not-found`, `officials.identifier-unreadable`, `-ambiguous`,
 * `officials.channel-declared-fake` when it is somebody's current channel (his own is marked hijacked instead).
 */
export async function makeStatement(deps: OfficialsDeps, ctx: Context, kind: 'declared-fake' | 'denied', input: StatementInput): Promise<void> {
  const asked = authorizeOfficials(ctx, 'declare', { ...input, identifier: readStated(input.identifier) });
  const at = momentOf(ctx, asked.at);
  await deps.uow(ctx, async (work) => {
    await lockRegister(work.db);
    const officialId = await mustBe(work, asked.officialCode);
    const statement = authorizeOfficials(ctx, 'declare', { id: newId(ctx.clock.now()), officialId, kind, ...asked.identifier, at });
    const isNew = await insertStatement(work.db, statement).catch(explain);
    if (isNew) await tell(work, `officials.${kind}`, officialId, { statement: statement.id, type: asked.identifier.type });
  });
}

function momentOf(ctx: Context, at: Date | undefined): Date {
  const now = ctx.clock.now();
  if (at && at > now) throw new DomainError('officials.moment-in-future', { field: 'at' });
  return at ?? now;
}

async function mustBe(work: Work, code: string): Promise<string> {
  const id = await findOfficialId(work.db, canonicalCode(code));
  if (!id) throw new DomainError('officials.not-found', { field: 'officialCode' });
  return id;
}

async function tell(work: Work, action: string, officialId: string, details: Record<string, string>): Promise<void> {
  await work.audit({ action, subjectType: 'official', subjectId: officialId, details });
  await work.notify('register-changed', 'officials');
}
