import type { Kysely } from 'kysely';
import type { DirectoryEntry, RegisterFact } from '#modules/officials/index.ts';
import type { Keys } from '#platform/crypto/index.ts';
import type { UnitOfWork } from '#platform/db/index.ts';
import type { RateLimiter } from '#platform/http/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import type { Metrics } from '#platform/metrics/index.ts';
import type { LoadedDirectory } from './check.directory.ts';
import type { AnswerRow, KnownIdentifierRow } from './check.store.ts';
import type { Guidance } from './guidance.ts';

/** What the register of officials must answer for a check. */
export interface Register {
  findFacts(keys: readonly { type: string; value: string }[], now: Date): Promise<readonly RegisterFact[]>;
  listDirectory(today: string): Promise<readonly DirectoryEntry[]>;
}
export interface ChecksDeps {
  readonly db: Kysely<unknown>;
  readonly unitOfWork: UnitOfWork;
  readonly keys: Keys;
  readonly i18n: I18n;
  readonly metrics: Metrics;
  readonly register: Register;
  /** People of the province; absent: the engine's usual figure. */
  readonly population?: number;
  /** Per identifier, by everybody together: a flood on one number is slowed, never refused. */
  readonly identifierLimiter: RateLimiter;
}
export interface Findings { readonly known: readonly KnownIdentifierRow[]; readonly register: readonly RegisterFact[] }
/** Deps and what is held in memory. */
export interface ChecksState extends ChecksDeps {
  /** What is known of these identifiers; may hold more than was asked for (others' questions of the same moment). */
  lookUp(keys: readonly { type: string; value: string }[], now: Date): Promise<Findings>;
  /** Returns after the commit. */
  save(row: AnswerRow): Promise<void>;
  directory(): LoadedDirectory;
  guidance(): Guidance;
}
