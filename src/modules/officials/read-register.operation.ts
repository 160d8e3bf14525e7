import type { Kysely } from 'kysely';
import { vietnamDay } from '#kernel/dates.ts';
import { loadTimeline } from '#modules/org/index.ts';
import type { DirectoryEntry, RegisterFact } from './official.contract.ts';
import { positionBefore } from './register.rules.ts';
import { findFactRows, listDirectoryRows, type FactRow } from './register.store.ts';

/** What the register says of these identifiers at this moment. One query; an identifier may have several facts, latest statement first. Not for outsiders: it is asked by checks, which answer yes or no. */
export async function findFacts(db: Kysely<unknown>, keys: readonly { readonly type: string; readonly value: string }[], now: Date): Promise<RegisterFact[]> {
  if (keys.length === 0) return [];
  return (await findFactRows(db, keys, vietnamDay(now))).map(factOf);
}

function factOf(row: FactRow): RegisterFact {
  const { type, value, officialId: officialRef } = row;
  if (row.kind && row.statedAt) return { type, value, channel: null, statement: { officialRef, kind: row.kind, at: row.statedAt } };
  if (!row.platform || !row.state || !row.confirmedAt) return { type, value, channel: null, statement: null };
  return { type, value, statement: null, channel: { officialRef, platform: row.platform, state: row.state, confirmedAt: row.confirmedAt, expiresAt: row.expiresAt, hijackedAt: row.hijackedAt } };
}

/** Everybody who holds a position on `today` (ISO day in Vietnam), once. A unit that has ended is named as it last was: its officials stay protected until their positions are ended. */
export async function listDirectory(db: Kysely<unknown>, today: string): Promise<DirectoryEntry[]> {
  const rows = await listDirectoryRows(db, today);
  const org = await loadTimeline(db);
  const units = new Map<string, { name: string; phone: string | null }>();
  return rows.map((row) => {
    const unit = units.get(row.unitId) ?? org.describe(row.unitId, today) ?? { name: '', phone: null };
    units.set(row.unitId, unit);
    return { ref: row.id, fullName: row.fullName, honorific: row.gender === 'female' ? 'bà' : 'ông', position: positionBefore(row.title, unit.name), unit: unit.name, officePhone: unit.phone, noAccountOn: row.noAccountOn };
  });
}
