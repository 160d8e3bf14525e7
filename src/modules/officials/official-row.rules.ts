import { addDays, isDay } from '#kernel/dates.ts';
import { canonicalCode, DEFAULT_CODE_SYSTEM } from '#modules/org/index.ts';
import type { Faults } from '#platform/sheets/index.ts';
import { columnOf, readChannel, type CanonicalChannel, type ChannelColumn } from './channel.rules.ts';
import type { AccountPlatform, OfficialRow } from './official.contract.ts';

export type OfficialField = 'code' | 'fullName' | 'gender' | 'position' | 'unit' | 'unitSystem' | 'from' | 'to' | ChannelColumn | 'confirmedAt' | 'noAccountOn';
export interface Lined<T> { readonly line: number; readonly row: T }
/** What a field is called where the row came from: a column's header, or the field itself. */
export type Titles = (field: OfficialField) => string;

export interface ChannelSpec extends CanonicalChannel { readonly line: number; readonly column: ChannelColumn; readonly confirmedAt: Date | null }
/** A row whose fields are each in order by themselves, in canonical form. `until` is the day after `to`. */
export interface OfficialSpec {
  readonly line: number;
  readonly code: string;
  readonly fullName: string;
  readonly gender: 'male' | 'female';
  readonly title: string;
  readonly unit: { readonly system: string; readonly code: string };
  readonly from: string;
  readonly until: string | null;
  readonly channels: readonly ChannelSpec[];
  readonly noAccountOn: readonly AccountPlatform[];
}

const squeeze = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');
const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

/** One row → spec, or null with its faults added: all of them, so that a person mends the row once. */
export function readOfficialRow({ line, row }: Lined<OfficialRow>, now: Date, faults: Faults, titles: Titles): OfficialSpec | null {
  const before = faults.count;
  const fault = (field: OfficialField, code: string, params: Readonly<Record<string, string | number>> = {}): void => { faults.add(line, titles(field), code, params); };
  const [fullName, title, code, unit] = [squeeze(row.fullName), squeeze(row.position), canonicalCode(row.code), canonicalCode(row.unit)];
  for (const [field, value, max] of [['code', code, 60], ['fullName', fullName, 120], ['position', title, 200], ['unit', unit, 60]] as const) {
    if (value === '') fault(field, 'sheet.cell-required');
    else if (value.length > max) fault(field, 'sheet.cell-too-long', { max });
  }
  if (!/^[\p{L}\p{M}'’. -]*$/u.test(fullName) || fullName.length === 1) fault('fullName', 'officials.name-unreadable');
  for (const [field, day] of [['from', row.from], ['to', row.to]] as const) {
    if (day !== undefined && !isDay(day)) fault(field, 'sheet.not-a-day');
    else if (day !== undefined && (day < EARLIEST || day > LATEST)) fault(field, 'officials.day-out-of-range');
  }
  if (row.to !== undefined && row.to < row.from) fault('to', 'officials.ends-before-start');
  const channels = readChannels(line, row, now, fault);
  if (faults.count > before) return null;
  return {
    line, code, fullName, gender: row.gender, title, unit: { system: (row.unitSystem ?? DEFAULT_CODE_SYSTEM).toLowerCase(), code: unit }, from: row.from,
    until: row.to === undefined ? null : addDays(row.to, 1), channels, noAccountOn: [...new Set(row.noAccountOn)],
  };
}

function readChannels(line: number, row: OfficialRow, now: Date, fault: (field: OfficialField, code: string, params?: Readonly<Record<string, string | number>>) => void): ChannelSpec[] {
  const out: ChannelSpec[] = [];
  for (const { platform, value, confirmedAt } of row.channels ?? []) {
    const column = columnOf(platform);
    const moment = confirmedAt === undefined ? null : momentOf(confirmedAt);
    if (moment && (Number.isNaN(moment.getTime()) || moment > now)) { fault('confirmedAt', 'officials.moment-in-future'); continue; }
    const read = readChannel(platform, value);
    if (read.ok) out.push({ ...read.channel, line, column, confirmedAt: moment });
    else fault(column, read.code, read.params);
  }
  for (const platform of row.noAccountOn ?? []) if (out.some((c) => c.platform === platform)) fault('noAccountOn', 'officials.channel-and-none', { platform });
  return out;
}

/** An ISO day means its first minute in Vietnam. */
function momentOf(text: string): Date {
  return new Date(text.includes('T') ? text : `${text}T00:00:00+07:00`);
}
