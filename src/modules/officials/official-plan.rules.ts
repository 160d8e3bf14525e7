import { showDay } from '#kernel/dates.ts';
import { lastDay, type OrgTimeline } from '#modules/org/index.ts';
import type { Faults, ImportCounts, ImportFault } from '#platform/sheets/index.ts';
import { planChannels, type ChannelPlan } from './channel-plan.rules.ts';
import type { OfficialSpec, Titles } from './official-row.rules.ts';
import { planPositions } from './position-plan.rules.ts';
import type { OfficialsSnapshot, PersonRow, PositionRow } from './register.types.ts';

/** What an import writes. Empty lists when nothing changes. */
export interface OfficialsPlan extends ChannelPlan {
  readonly people: readonly PersonRow[];
  readonly positions: readonly PositionRow[];
  readonly counts: { readonly officials: ImportCounts; readonly positions: ImportCounts; readonly channels: ImportCounts; readonly declarations: ImportCounts };
  readonly notices: readonly ImportFault[];
}
/** All rows of one person in the file, with who he is in the register. */
export interface Person { readonly id: string; readonly code: string; readonly isNew: boolean; readonly specs: readonly OfficialSpec[] }
export type AddFault = (line: number, field: Parameters<Titles>[0], code: string, params?: ImportFault['params']) => void;
export interface Tally { created: number; updated: number; unchanged: number; ended: number }
export const tally = (): Tally => ({ created: 0, updated: 0, unchanged: 0, ended: 0 });

/** What the decision rests on, besides the rows. */
export interface Knowledge { readonly snapshot: OfficialsSnapshot; readonly org: OrgTimeline; readonly now: Date; readonly newId: () => string }

/** Decides an import of officials against the register, whole. When `faults` has grown the plan must not be written. */
export function planOfficials(specs: readonly OfficialSpec[], known: Knowledge, faults: Faults, titles: Titles): OfficialsPlan {
  const add: AddFault = (line, field, code, params = {}) => faults.add(line, titles(field), code, params);
  const notices: ImportFault[] = [];
  const notice: AddFault = (line, field, code, params = {}) => { notices.push({ line, column: titles(field), code, params }); };
  const { people, rows, counts } = planPeople(specs, known, add, notice);
  const positions = planPositions(people, known, add, notice);
  const channels = planChannels(people, known, add, notice);
  return {
    people: rows, positions: positions.rows, channels: channels.channels, declared: channels.declared, withdrawn: channels.withdrawn, notices,
    counts: { officials: counts, positions: positions.counts, channels: channels.channelCounts, declarations: channels.declarationCounts },
  };
}

/** More rows than this under one code are not one person's positions but a column filled in wrongly. */
const MAX_ROWS = 50;

function planPeople(specs: readonly OfficialSpec[], { snapshot, newId }: Knowledge, add: AddFault, notice: AddFault): { people: Person[]; rows: PersonRow[]; counts: Tally } {
  const known = new Map(snapshot.people.map((p) => [p.code, p]));
  const byCode = new Map<string, OfficialSpec[]>();
  for (const spec of specs) { const list = byCode.get(spec.code); if (list) list.push(spec); else byCode.set(spec.code, [spec]); }
  const counts = tally();
  const rows: PersonRow[] = [];
  const people: Person[] = [];
  for (const [code, own] of byCode) {
    const [first] = own;
    if (!first) continue;
    const beyond = own[MAX_ROWS];
    if (beyond) { add(beyond.line, 'code', 'officials.too-many-rows', { max: MAX_ROWS }); own.length = MAX_ROWS; }
    for (const spec of own) {
      if (spec.fullName !== first.fullName) add(spec.line, 'fullName', 'officials.person-differs', { line: first.line });
      else if (spec.gender !== first.gender) add(spec.line, 'gender', 'officials.person-differs', { line: first.line });
    }
    const before = known.get(code);
    const person = { id: before?.id ?? newId(), code, fullName: first.fullName, gender: first.gender };
    const isSame = before?.fullName === person.fullName && before.gender === person.gender;
    if (!before) counts.created += 1; else if (isSame) counts.unchanged += 1; else counts.updated += 1;
    // A code given to somebody else would hand him the other's channels, so a changed name is always said.
    if (before && before.fullName !== person.fullName) notice(first.line, 'fullName', 'officials.name-changed', { code, before: before.fullName });
    if (!isSame) rows.push(person);
    people.push({ id: person.id, code, isNew: !before, specs: own });
  }
  return { people, rows, counts };
}

/** The unit of a row, or null with the fault that says when the code was valid. */
export function unitOf(spec: OfficialSpec, org: OrgTimeline, add: AddFault): string | null {
  const { system, code } = spec.unit;
  const unit = org.unitByCode(system, code, spec.from);
  if (!unit) {
    const nearest = org.holders(system, code).at(-1);
    if (!nearest) add(spec.line, 'unit', 'officials.unit-unknown', { code });
    else add(spec.line, 'unit', 'officials.unit-other-days', { code, from: showDay(nearest.from), to: nearest.until === null ? '…' : showDay(lastDay(nearest.until) ?? ''), day: showDay(spec.from) });
    return null;
  }
  const end = org.life(unit.id)?.until ?? null;
  if (end !== null && (spec.until === null || spec.until > end)) {
    const heirs = org.succession(unit.id, end).heirs.map((h) => h.code ?? h.name).join(', ');
    add(spec.line, 'unit', 'officials.unit-ends-first', { code, day: showDay(lastDay(end) ?? ''), heirs: heirs || '–' });
    return null;
  }
  return unit.id;
}
