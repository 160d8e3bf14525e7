import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { evaluate, present } from './check-message.operation.ts';
import type { CheckPage } from './check.contract.ts';
import type { ChecksState } from './check.deps.ts';
import { readRequest } from './check.reader.ts';
import { findAnswer } from './check.store.ts';
import { answerKey, openAnswer, readCheckId } from './sealed-answer.ts';

/**
 * Opens an answer by its address and weighs the question again: what was unverified an hour ago may be published by now, and an earlier green may be
 * recalled. Throws `check.not-found` for an address that never was, has expired, or was mistyped: the three are not told apart.
 */
export async function openCheck(state: ChecksState, ctx: Context, address: string): Promise<CheckPage> {
  const checkId = readCheckId(address);
  const row = checkId ? await findAnswer(state.db, answerKey(checkId), ctx.clock.now()) : null;
  if (!checkId || !row) throw new DomainError('check.not-found');
  const answer = openAnswer(state.keys, checkId, row.sealed);
  const { facts, decision } = await evaluate(state, ctx, readRequest(answer.request));
  return present(state, ctx, { checkId, body: answer.request, facts, decision, expiresAt: row.expires_at, previousOutcome: answer.outcome });
}
