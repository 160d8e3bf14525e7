import { readPhone } from '#engine/identifiers/index.ts';
import { addDays, isDay } from '#kernel/dates.ts';
import { hasLostZero, type Faults } from '#platform/sheets/index.ts';
import { CHANGES, DEFAULT_CODE_SYSTEM, UNIT_KINDS, type Change, type UnitKind, type UnitRow } from './org.contract.ts';
import type { OrgSnapshot } from './unit-timeline.rules.ts';

export type UnitField = 'code' | 'codeSystem' | 'name' | 'kind' | 'parent' | 'from' | 'to' | 'change' | 'successors' | 'phone' | 'otherCodes';
export interface CodeRef { readonly system: string; readonly code: string }
export interface Lined<T> { readonly line: number; readonly row: T }
/** What a field is called where the row came from: a column's header, or the field itself. */
export type Titles<Field extends string> = (field: Field) => string;

/** A row whose fields are each in order by themselves, in canonical form. `until` is the day after `to`. */
export interface UnitSpec {
  readonly line: number;
  readonly system: string;
  readonly code: string;
  readonly from: string;
  readonly until: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: CodeRef | null;
  readonly change: Change | null;
  readonly successors: readonly CodeRef[];
  readonly phone: string | null;
  readonly otherCodes: readonly CodeRef[];
}

/** Codes are compared as people read them: no case, no doubled spaces. */
export function canonicalCode(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase();
}
const squeeze = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

const EARLIEST = '1800-01-01';
const LATEST = '2199-12-31';
const MAX_CODE = 60;
const MAX_NAME = 300;

/** One row → spec, or null with its faults added: all of them, so that a person mends the row once. */
export function readUnitRow({ line, row }: Lined<UnitRow>, systems: OrgSnapshot['systems'], faults: Faults, titles: Titles<UnitField>): UnitSpec | null {
  const before = faults.count;
  const fault = (field: UnitField, code: string, params: Record<string, string | number> = {}): null => { faults.add(line, titles(field), code, params); return null; };
  const known = new Set(systems.map((s) => s.key));
  const system = (row.codeSystem ?? DEFAULT_CODE_SYSTEM).trim().toLowerCase();
  if (!known.has(system)) fault('codeSystem', 'org.code-system-unknown', { known: [...known].join(', ') });
  const refer = (field: UnitField, text: string, home: string): CodeRef => {
    const [, prefix, rest] = /^([a-z][a-z0-9-]{0,31}):(.+)$/i.exec(text.trim()) ?? [];
    const ref = { system: (prefix ?? home).toLowerCase(), code: canonicalCode(rest ?? text) };
    if (prefix && !known.has(ref.system)) fault(field, 'org.code-system-unknown', { known: [...known].join(', ') });
    if (ref.code === '' || ref.code.length > MAX_CODE) fault(field, 'sheet.cell-too-long', { max: MAX_CODE });
    return ref;
  };
  const own = refer('code', row.code, system);
  const name = squeeze(row.name);
  if (name === '' || name.length > MAX_NAME) fault('name', 'sheet.cell-too-long', { max: MAX_NAME });
  if (!UNIT_KINDS.includes(row.kind)) fault('kind', 'sheet.unknown-word', { known: UNIT_KINDS.join(', ') });
  checkDays(row, fault);
  const successors = (row.successors ?? []).map((s) => refer('successors', s.code, s.codeSystem?.toLowerCase() ?? system));
  checkEnd(row, successors.length, fault);
  const phone = row.phone ? phoneOf(row.phone, fault) : null;
  const parent = row.parent ? refer('parent', row.parent, system) : null;
  const otherCodes = (row.otherCodes ?? []).map((o) => refer('otherCodes', `${o.codeSystem}:${o.code}`, system));
  if (faults.count > before) return null;
  return { line, system: own.system, code: own.code, from: row.from, until: row.to === undefined ? null : addDays(row.to, 1), name, kind: row.kind, parent, change: row.change ?? null, successors, phone, otherCodes };
}

type AddFault = (field: UnitField, code: string, params?: Record<string, string | number>) => null;

function checkDays(row: UnitRow, fault: AddFault): void {
  for (const [field, day] of [['from', row.from], ['to', row.to]] as const) {
    if (day === undefined) continue;
    if (!isDay(day)) fault(field, 'sheet.not-a-day');
    else if (day < EARLIEST || day > LATEST) fault(field, 'org.day-out-of-range');
  }
  if (row.to !== undefined && row.to < row.from) fault('to', 'org.ends-before-start');
}

/** An end that is not explained would leave a dispatch, a position or a re-used code hanging in the air. */
function checkEnd(row: UnitRow, successors: number, fault: AddFault): void {
  if (row.change !== undefined && !CHANGES.includes(row.change)) { fault('change', 'sheet.unknown-word', { known: CHANGES.join(', ') }); return; }
  if (row.to === undefined) { if (row.change !== undefined || successors > 0) fault('to', 'org.change-without-end'); return; }
  switch (row.change) {
    case undefined: fault('change', 'org.end-unexplained'); return;
    case 'abolish': if (successors > 0) fault('successors', 'org.successors-none'); return;
    case 'split': if (successors < 2) fault('successors', 'org.successors-two'); return;
    case 'rename': case 'merge': if (successors !== 1) fault('successors', successors === 0 ? 'org.successors-needed' : 'org.successors-one');
  }
}

function phoneOf(text: string, fault: AddFault): string | null {
  const read = readPhone(text);
  if (read && read.kind !== 'foreign') return read.value;
  const repaired = hasLostZero(text) ? readPhone(`0${text}`) : null;
  return repaired ? fault('phone', 'org.phone-lost-zero', { proposal: repaired.display }) : fault('phone', 'org.phone-unreadable');
}
