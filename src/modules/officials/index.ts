import type { Context } from '#kernel/context.ts';
import type { ImportOptions, ImportOutcome, SheetSource } from '#platform/sheets/index.ts';
import { markHijacked, registerChannel, restoreChannel, retireChannel } from './change-channel.operation.ts';
import { declareNoAccount, makeStatement, withdrawNoAccount, type StatementInput } from './declare.operation.ts';
import { importOfficials, importOfficialsFile, type ImportedParts, type OfficialsDeps } from './import-officials.operation.ts';
import type { AccountPlatform, ChannelInput, ChannelView, OfficialRow } from './official.contract.ts';

export * from './official.contract.ts';
export { OFFICIAL_ERRORS, OFFICIAL_FAULTS, OFFICIAL_NOTICES } from './official.errors.ts';
export { OFFICIAL_TEMPLATE } from './official-sheet.rules.ts';
export { findFacts, listDirectory } from './read-register.operation.ts';
export type { ImportedParts } from './import-officials.operation.ts';

/** Writes of the register. There is no reading door: names and channels are not listable; checks ask `findFacts` and `listDirectory`. */
export interface Officials {
  /** Rows from a program (sample province, other systems). Same rules and outcome as a file. */
  importOfficials(ctx: Context, rows: readonly OfficialRow[], options?: ImportOptions): Promise<ImportOutcome<ImportedParts>>;
  importOfficialsFile(ctx: Context, source: SheetSource, options?: ImportOptions): Promise<ImportOutcome<ImportedParts>>;
  registerChannel(ctx: Context, input: ChannelInput & { readonly confirmedAt?: Date }): Promise<ChannelView>;
  retireChannel(ctx: Context, input: ChannelInput & { readonly reason: string }): Promise<ChannelView>;
  markHijacked(ctx: Context, input: ChannelInput & { readonly at?: Date }): Promise<ChannelView>;
  /** Hijacked or retired → current, with the reason why it is his again. */
  restoreChannel(ctx: Context, input: ChannelInput & { readonly reason: string }): Promise<ChannelView>;
  declareNoAccount(ctx: Context, input: { readonly officialCode: string; readonly platform: AccountPlatform; readonly at?: Date }): Promise<void>;
  withdrawNoAccount(ctx: Context, input: { readonly officialCode: string; readonly platform: AccountPlatform; readonly reason: string }): Promise<void>;
  /** "This identifier imitates me." `identifier` as people write it (link, phone, e-mail, "BANK:NUMBER", "platform:id") or canonical {type, value}. */
  declareFake(ctx: Context, input: StatementInput): Promise<void>;
  /** He answered "that was not me" of this identifier. */
  recordDenial(ctx: Context, input: StatementInput): Promise<void>;
}

export function createOfficials(deps: OfficialsDeps): Officials {
  return {
    importOfficials: (ctx, rows, options = {}) => importOfficials(deps, ctx, rows, options),
    importOfficialsFile: (ctx, source, options = {}) => importOfficialsFile(deps, ctx, source, options),
    registerChannel: (ctx, input) => registerChannel(deps, ctx, input),
    retireChannel: (ctx, input) => retireChannel(deps, ctx, input),
    markHijacked: (ctx, input) => markHijacked(deps, ctx, input),
    restoreChannel: (ctx, input) => restoreChannel(deps, ctx, input),
    declareNoAccount: (ctx, input) => declareNoAccount(deps, ctx, input),
    withdrawNoAccount: (ctx, input) => withdrawNoAccount(deps, ctx, input),
    declareFake: (ctx, input) => makeStatement(deps, ctx, 'declared-fake', input),
    recordDenial: (ctx, input) => makeStatement(deps, ctx, 'denied', input),
  };
}
