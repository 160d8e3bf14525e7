import type { Context } from '#kernel/context.ts';
import { vietnamDay } from '#kernel/dates.ts';
import type { Once } from '#platform/http/index.ts';
import { checkMessage } from './check-message.operation.ts';
import type { CheckBody, CheckPage } from './check.contract.ts';
import type { ChecksDeps, ChecksState, Findings } from './check.deps.ts';
import { createGatherer } from '#platform/db/index.ts';
import { createDirectoryCache } from './check.directory.ts';
import { expireAnswers, findKnown, saveAnswers, type AnswerRow, type Entry, type KnownIdentifierInput } from './check.store.ts';
import { editGuidance, seedGuidance } from './edit-guidance.operation.ts';
import { buildGuidance, type Guidance } from './guidance.ts';
import { listGuidance, type GuidanceRow } from './guidance.store.ts';
import { makeKnown } from './make-known.operation.ts';
import { openCheck } from './open-check.operation.ts';

export type { ChecksDeps, Register } from './check.deps.ts';
export type { Entry, KnownIdentifierInput } from './check.store.ts';
export type { Guidance } from './guidance.ts';
export type { GuidanceRow } from './guidance.store.ts';
export { CHECK_ERRORS } from './check.errors.ts';

/** Measured best on two cores: a second statement goes out while the first is under way; more only queue in the database. */
const GATHER = { parallel: 2, most: 64 };

interface Asked { readonly keys: readonly { type: string; value: string }[]; readonly now: Date }

/** One look-up for the questions of one moment; each takes its own from it (check.standing.ts goes by keys). */
async function findAll({ db, register }: ChecksDeps, asked: readonly Asked[]): Promise<Findings[]> {
  const keys = [...new Map(asked.flatMap((a) => a.keys).map((k) => [`${k.type} ${k.value}`, k])).values()];
  const now = new Date(Math.max(...asked.map((a) => a.now.getTime())));
  const [known, facts] = await Promise.all([findKnown(db, keys), register.findFacts(keys, now)]);
  return asked.map(() => ({ known, register: facts }));
}

/** The door of the module. */
export interface Checks {
  /** `once`: see platform/http; a try whose first answer was lost gets the answer that was stored. */
  check(ctx: Context, body: CheckBody, entry: Entry, once?: Once | null): Promise<CheckPage>;
  open(ctx: Context, address: string): Promise<CheckPage>;
  guidance(): Guidance;
  listGuidance(): Promise<GuidanceRow[]>;
  editGuidance(ctx: Context, rows: readonly GuidanceRow[]): Promise<number>;
  seedGuidance(ctx: Context): Promise<void>;
  makeKnown(ctx: Context, rows: readonly KnownIdentifierInput[]): Promise<void>;
  /** Deletes expired answers after counting them; returns how many went. */
  expire(now: Date): Promise<number>;
  /** Loads what is held in memory; called at the start, on each notice, after missed notices, and at midnight (positions begin and end by day). */
  refreshDirectory(now: Date): Promise<void>;
  refreshGuidance(): Promise<void>;
  /** How many officials answers are weighed against. */
  readonly directorySize: number;
}

export function createChecks(deps: ChecksDeps): Checks {
  let today = '';
  const directory = createDirectoryCache(() => deps.register.listDirectory(today), deps.population);
  let guidance = buildGuidance([]);
  const lookUp = createGatherer((asked: readonly Asked[]) => findAll(deps, asked), GATHER);
  const save = createGatherer(async (rows: readonly AnswerRow[]) => { await saveAnswers(deps.db, rows); return rows; }, GATHER);
  const state: ChecksState = {
    ...deps, directory: directory.current, guidance: () => guidance,
    lookUp: (keys, now) => lookUp({ keys, now }), save: async (row) => { await save(row); },
  };
  return {
    check: (ctx, body, entry, once = null) => (once?.done ? openCheck(state, ctx, once.done) : checkMessage(state, ctx, body, entry, once)),
    open: (ctx, address) => openCheck(state, ctx, address),
    guidance: () => guidance,
    listGuidance: () => listGuidance(deps.db),
    editGuidance: (ctx, rows) => editGuidance(deps, ctx, rows),
    seedGuidance: (ctx) => seedGuidance(deps, ctx),
    makeKnown: (ctx, rows) => makeKnown(deps, ctx, rows),
    expire: (now) => expireAnswers(deps.db, now),
    refreshDirectory: (now) => { today = vietnamDay(now); return directory.refresh(); },
    refreshGuidance: async () => { guidance = buildGuidance(await listGuidance(deps.db)); },
    get directorySize() { return directory.current().size; },
  };
}
