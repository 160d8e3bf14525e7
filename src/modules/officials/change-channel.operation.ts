import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { canonicalCode } from '#modules/org/index.ts';
import { newId } from '#platform/crypto/index.ts';
import type { Work } from '#platform/db/index.ts';
import { expiryOf, readChannel, type CanonicalChannel } from './channel.rules.ts';
import type { OfficialsDeps } from './import-officials.operation.ts';
import type { ChannelInput, ChannelView } from './official.contract.ts';
import { authorizeOfficials } from './official.policy.ts';
import { lockRegister } from './official.store.ts';
import { explain } from './register.rules.ts';
import { findChannel, findOfficialId, insertChannel, updateChannel } from './register.store.ts';
import type { ChannelRecord } from './register.types.ts';

/** Registers a channel, or confirms it anew. Exits: view; DomainError `officials.not-found`, `officials.channel-*` (unreadable, taken, declared fake, hijacked, retired), `officials.declared-none`. */
export async function registerChannel(deps: OfficialsDeps, ctx: Context, input: ChannelInput & { readonly confirmedAt?: Date }): Promise<ChannelView> {
  const asked = authorizeOfficials(ctx, 'change-channel', { ...input, channel: canonical(input) });
  const now = ctx.clock.now();
  const confirmedAt = asked.confirmedAt ?? now;
  if (confirmedAt > now) throw new DomainError('officials.moment-in-future', { field: 'confirmedAt' });
  return deps.uow(ctx, async (work) => {
    await lockRegister(work.db);
    const { officialId, known } = await locate(work, asked);
    if (known?.state === 'hijacked') throw new DomainError('officials.channel-is-hijacked', { field: 'value' });
    if (known?.state === 'retired') throw new DomainError('officials.channel-is-retired', { field: 'value' });
    const next: ChannelRecord = known
      ? { ...known, source: 'person', confirmedAt, expiresAt: expiryOf(confirmedAt) }
      : { id: newId(now), officialId, ...asked.channel, state: 'current', source: 'person', confirmedAt, expiresAt: expiryOf(confirmedAt), hijackedAt: null, retiredAt: null, retiredBy: null, reason: null, registeredAt: now };
    return keep(ctx, work, next, known, known ? 'officials.channel-confirmed' : 'officials.channel-registered');
  });
}

/** "I no longer use it." A hijacked channel cannot be retired: its red would turn into silence. Exits: view; `officials.channel-not-found`, `-is-hijacked`, `officials.reason-needed`. */
export async function retireChannel(deps: OfficialsDeps, ctx: Context, input: ChannelInput & { readonly reason: string }): Promise<ChannelView> {
  const asked = authorizeOfficials(ctx, 'change-channel', { ...input, reason: reasonOf(input.reason), channel: canonical(input) });
  return deps.uow(ctx, async (work) => {
    const known = await mustHave(work, asked);
    if (known.state === 'hijacked') throw new DomainError('officials.channel-is-hijacked', { field: 'value' });
    if (known.state === 'retired') return viewOf(known);
    return keep(ctx, work, { ...known, state: 'retired', retiredAt: ctx.clock.now(), retiredBy: 'person', reason: asked.reason }, known, 'officials.channel-retired');
  });
}

/**
 * "Somebody else controls it." Takes no lock but the row's own, so that it never waits for an import. A retired channel can be marked too: old accounts are the ones that get taken over.
 * Marking twice changes nothing. Exits: view; `officials.channel-not-found`, `officials.moment-in-future`.
 */
export async function markHijacked(deps: OfficialsDeps, ctx: Context, input: ChannelInput & { readonly at?: Date }): Promise<ChannelView> {
  const asked = authorizeOfficials(ctx, 'change-channel', { ...input, channel: canonical(input) });
  const at = asked.at ?? ctx.clock.now();
  if (at > ctx.clock.now()) throw new DomainError('officials.moment-in-future', { field: 'at' });
  return deps.uow(ctx, async (work) => {
    const known = await mustHave(work, asked);
    if (known.state === 'hijacked') return viewOf(known);
    return keep(ctx, work, { ...known, state: 'hijacked', hijackedAt: at, retiredAt: null, retiredBy: null, reason: null }, known, 'officials.channel-hijacked');
  });
}

/** Hijacked or retired → current, confirmed now, with the reason why it is his again. Exits: view; `officials.channel-not-found`, `-is-current`, `-taken`, `-declared-fake`, `officials.declared-none`, `officials.reason-needed`. */
export async function restoreChannel(deps: OfficialsDeps, ctx: Context, input: ChannelInput & { readonly reason: string }): Promise<ChannelView> {
  const asked = authorizeOfficials(ctx, 'change-channel', { ...input, reason: reasonOf(input.reason), channel: canonical(input) });
  const now = ctx.clock.now();
  return deps.uow(ctx, async (work) => {
    await lockRegister(work.db);
    const known = await mustHave(work, asked);
    if (known.state === 'current') throw new DomainError('officials.channel-is-current', { field: 'value' });
    return keep(ctx, work, { ...known, state: 'current', source: 'person', confirmedAt: now, expiresAt: expiryOf(now), hijackedAt: null, retiredAt: null, retiredBy: null, reason: asked.reason }, known, 'officials.channel-restored');
  });
}

interface Asked { readonly officialCode: string; readonly channel: CanonicalChannel }

function canonical(input: ChannelInput): CanonicalChannel {
  const read = readChannel(input.platform, input.value);
  // The proposal may hold a phone; params of an error reach logs.
  if (!read.ok) throw new DomainError(read.code, { field: 'value', ...(read.code === 'officials.channel-lost-zero' ? { proposal: '0…' } : read.params) });
  return read.channel;
}

export function reasonOf(text: string): string {
  const reason = text.normalize('NFC').trim();
  if (reason === '' || reason.length > 500) throw new DomainError('officials.reason-needed', { field: 'reason', max: 500 });
  return reason;
}

async function locate(work: Work, asked: Asked): Promise<{ officialId: string; known: ChannelRecord | null }> {
  const officialId = await findOfficialId(work.db, canonicalCode(asked.officialCode));
  if (!officialId) throw new DomainError('officials.not-found', { field: 'officialCode' });
  return { officialId, known: await findChannel(work.db, officialId, asked.channel.type, asked.channel.value) };
}

async function mustHave(work: Work, asked: Asked): Promise<ChannelRecord> {
  const { known } = await locate(work, asked);
  if (!known) throw new DomainError('officials.channel-not-found', { field: 'value' });
  return known;
}

async function keep(ctx: Context, work: Work, next: ChannelRecord, known: ChannelRecord | null, action: string): Promise<ChannelView> {
  const allowed = authorizeOfficials(ctx, 'change-channel', next);
  await (known ? updateChannel(work.db, allowed) : insertChannel(work.db, allowed)).catch(explain);
  await work.audit({ action, subjectType: 'genuine-channel', subjectId: next.id, details: { platform: next.platform, from: known?.state ?? null, to: next.state } });
  await work.notify('register-changed', 'officials');
  return viewOf(next);
}

function viewOf(c: ChannelRecord): ChannelView {
  return { id: c.id, officialRef: c.officialId, platform: c.platform, identifier: { type: c.type, value: c.value }, state: c.state, confirmedAt: c.confirmedAt, expiresAt: c.expiresAt, hijackedAt: c.hijackedAt };
}
