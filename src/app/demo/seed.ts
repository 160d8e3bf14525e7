import { readPhone } from '#engine/identifiers/index.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { Checks } from '#modules/checks/index.ts';
import type { Officials } from '#modules/officials/index.ts';
import type { Org } from '#modules/org/index.ts';
import type { ImportOutcome } from '#platform/sheets/index.ts';
import { CHANNEL_EVENTS, STATEMENTS } from './events.data.ts';
import { demoKnown } from './known.ts';
import { demoOfficials } from './officials.ts';
import { demoUnits } from './units.ts';

export interface SampleModules { readonly org: Org; readonly officials: Officials; readonly checks: Checks }

/**
 * Loads tỉnh Mẫu through the same doors as a real province's data. May be run again after a start that was killed half-way: what is there already stays.
 * Returns the province's name.
 */
export async function seedSample(ctx: Context, { org, officials, checks }: SampleModules): Promise<string> {
  const units = demoUnits();
  mustBeIn(await org.importUnits(ctx, units));
  mustBeIn(await officials.importOfficials(ctx, demoOfficials()));
  for (const event of CHANNEL_EVENTS) await applyEvent(ctx, officials, event);
  for (const { official, kind, value, at } of STATEMENTS) {
    const statement = { officialCode: official, identifier: phoneOr(value), at: notAfterNow(ctx, at) };
    await (kind === 'denied' ? officials.recordDenial(ctx, statement) : officials.declareFake(ctx, statement));
  }
  await checks.makeKnown(ctx, demoKnown());
  const phone = units.find((u) => u.code === 'PA05')?.phone ?? '';
  await checks.editGuidance(ctx, (['vi', 'en'] as const).map((locale) => ({
    key: 'report.contacts', locale, source: 'Dữ liệu mẫu', checked_on: null,
    text: locale === 'vi' ? `Phòng PA05, Công an tỉnh Mẫu | ${phone}\nCảnh sát 113 | 113` : `PA05, police of tỉnh Mẫu | ${phone}\nPolice 113 | 113`,
  })));
  return units.find((u) => u.kind === 'province')?.name ?? 'Tỉnh Mẫu';
}

/** Ten digits could be an account as well; the sample's bare numbers are phones. */
function phoneOr(value: string): string | { type: 'phone'; value: string } {
  const phone = readPhone(value);
  return phone ? { type: 'phone', value: phone.value } : value;
}

type ChannelEvent = (typeof CHANNEL_EVENTS)[number];

/** A retired channel is registered first; that fails when an earlier, killed load has retired it already, and then there is nothing left to do. */
async function applyEvent(ctx: Context, officials: Officials, event: ChannelEvent): Promise<void> {
  const channel = { officialCode: event.official, platform: event.platform, value: event.value };
  if (event.kind === 'hijacked') { await officials.markHijacked(ctx, { ...channel, at: notAfterNow(ctx, event.at) }); return; }
  try {
    await officials.registerChannel(ctx, { ...channel, ...(event.confirmedAt ? { confirmedAt: notAfterNow(ctx, event.confirmedAt) } : {}) });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'officials.channel-is-retired')) throw error;
  }
  await officials.retireChannel(ctx, { ...channel, reason: event.reason });
}

/** The sample's dates are fixed; on a machine whose clock is behind, they would lie in the future and be refused. */
function notAfterNow(ctx: Context, at: string): Date {
  return new Date(Math.min(new Date(at).getTime(), ctx.clock.now().getTime()));
}

function mustBeIn(outcome: ImportOutcome<string>): void {
  if (outcome.kind !== 'refused') return;
  const first = outcome.faults[0];
  throw new Error(`sample province refused: ${outcome.faultCount} faults, first ${first?.code ?? '?'} in row ${first?.line ?? 0}, ${first?.column ?? ''} ${JSON.stringify(first?.params)}`);
}
