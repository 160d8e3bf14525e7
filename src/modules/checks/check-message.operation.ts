import type { Context } from '#kernel/context.ts';
import type { Once } from '#platform/http/index.ts';
import type { CheckBody, CheckPage } from './check.contract.ts';
import type { ChecksState } from './check.deps.ts';
import { readRequest, type CheckRequest, type ReadRequest } from './check.reader.ts';
import { decide, type Decision } from './check.rules.ts';
import type { CheckFacts } from './check.facts.ts';
import { saveAnswers, type Entry } from './check.store.ts';
import { toCheckView } from './check.view.ts';
import { factsOf, keysOf } from './evaluate-check.ts';
import { answerKey, newCheckId, sealAnswer } from './sealed-answer.ts';

/** Every answer's address lives this long; what it says is weighed anew at each opening. */
const ADDRESS_MS = 24 * 3_600_000;
/** Longest slowing by the limit per identifier: an answer page is never refused (design rule 3), and nobody waits a second for somebody else's flood. */
const MAX_SLOW_MS = 500;

/**
 * The one operation behind page, API and command. Throws DomainError `check.empty` or `check.unreadable` {field}; everything else has an answer.
 * The answer is stored (sealed) before it is given, so an address that was shown always opens. With an idempotency key the mark is written in the
 * same transaction.
 */
export async function checkMessage(state: ChecksState, ctx: Context, body: CheckBody, entry: Entry, once: Once | null): Promise<CheckPage> {
  const request = readRequest(body);
  await slowFlood(state, ctx, request);
  const { facts, decision } = await evaluate(state, ctx, request);
  const checkId = newCheckId();
  const expiresAt = new Date(facts.now.getTime() + ADDRESS_MS);
  const sealed = sealAnswer(state.keys, checkId, { request: body, outcome: decision.outcome, locale: ctx.locale });
  const row = { key: answerKey(checkId), sealed, outcome: decision.outcome, entry, created_at: facts.now, expires_at: expiresAt };
  if (once) await state.unitOfWork(ctx, async (work) => { await saveAnswers(work.db, [row]); await once.mark(work.db, checkId); });
  else await state.save(row);
  state.metrics.check(decision.outcome, entry);
  return present(state, ctx, { checkId, body, facts, decision, expiresAt, previousOutcome: null });
}

const NOTHING = { known: [], register: [] };

/** Weighs a request against what is known now. */
export async function evaluate(state: ChecksState, ctx: Context, request: ReadRequest): Promise<{ facts: CheckFacts; decision: Decision }> {
  const now = ctx.clock.now();
  const keys = keysOf(request);
  const found = keys.length === 0 ? NOTHING : await state.lookUp(keys, now);
  const facts = factsOf(request, { ...found, directory: state.directory() }, now);
  return { facts, decision: decide(facts) };
}

interface Answer { readonly checkId: string; readonly body: CheckRequest; readonly facts: CheckFacts; readonly decision: Decision; readonly expiresAt: Date; readonly previousOutcome: Decision['outcome'] | null }

export function present(state: ChecksState, ctx: Context, answer: Answer): CheckPage {
  const text = answer.body.text?.trim() ? answer.body.text : null;
  const view = toCheckView(ctx, { ...answer, text, said: [answer.body.text, answer.body.claimedOfficial, answer.body.holderName].join(' ') }, { i18n: state.i18n, guidance: state.guidance(), directory: state.directory() });
  return { view, message: text, expiresAt: answer.expiresAt.toISOString() };
}

async function slowFlood(state: ChecksState, ctx: Context, request: ReadRequest): Promise<void> {
  const now = ctx.clock.now().getTime();
  const waits = request.found.map(({ identifier }) => state.identifierLimiter.take(state.keys.blind('rate', `${identifier.type} ${identifier.value}`).toString('base64'), now).waitMs);
  const wait = Math.min(MAX_SLOW_MS, Math.max(0, ...waits));
  if (wait > 0) await new Promise((done) => { setTimeout(done, wait); });
}
