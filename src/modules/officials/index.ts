import type { Context } from '#kernel/context.ts';
import type { ImportOptions, ImportOutcome, SheetSource } from '#platform/sheets/import.ts';
import type { AccountPlatform, ChannelInput, ChannelView, OfficialRow } from './official.contract.ts';

export * from './official.contract.ts';

export type ImportedParts = 'officials' | 'positions' | 'channels' | 'declarations';

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
  /** "This identifier imitates me." `identifier` as people write it (link, phone, e-mail, account "BANK:NUMBER"). */
  declareFake(ctx: Context, input: { readonly officialCode: string; readonly identifier: string; readonly at?: Date }): Promise<void>;
  /** He answered "that was not me" of this identifier. */
  recordDenial(ctx: Context, input: { readonly officialCode: string; readonly identifier: string; readonly at?: Date }): Promise<void>;
}
// createOfficials({ db, uow }): Officials · findFacts(db, keys, now): Promise<RegisterFact[]> · listDirectory(db, today): Promise<DirectoryEntry[]> follow.
