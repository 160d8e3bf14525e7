import { showDay } from '#kernel/dates.ts';
import type { Faults, ImportFault } from '#platform/sheets/index.ts';
import { groupBy, overlaps, type CodeRow, type OrgSnapshot, type Span, type VersionRow } from './unit-timeline.rules.ts';
import type { CodeRef, Titles, UnitField, UnitSpec } from './unit-row.rules.ts';

/** A row of the import with the unit that it is about. */
export interface Draft {
  readonly spec: UnitSpec;
  readonly until: string | null;
  /** The register knows an end that the row does not: an older file must not bring a unit back to life. */
  readonly keepsEnd: boolean;
  readonly known: VersionRow | null;
  unitId: string;
  parentId: string | null;
}
/** Who holds a code and when, after the import. */
export interface CodeSpan extends Span { readonly system: string; readonly code: string; readonly owner: Draft | { readonly unitId: string }; readonly isDraft: boolean }

/** The register as it would be after the import: before any of it is written. */
export interface World {
  readonly drafts: readonly Draft[];
  readonly newUnits: readonly string[];
  readonly versions: ReadonlyMap<string, readonly VersionRow[]>;
  readonly codes: ReadonlyMap<string, readonly CodeSpan[]>;
  readonly notices: readonly ImportFault[];
}
export type AddFault = (draft: Draft, field: UnitField, code: string, params?: ImportFault['params']) => void;

export function buildWorld(specs: readonly UnitSpec[], snapshot: OrgSnapshot, newId: () => string, faults: Faults, titles: Titles<UnitField>): World {
  const fault: AddFault = (draft, field, code, params = {}) => faults.add(draft.spec.line, titles(field), code, params);
  const notices: ImportFault[] = [];
  const drafts = makeDrafts(specs, snapshot, faults, titles);
  for (const d of drafts) if (d.keepsEnd) notices.push({ line: d.spec.line, column: titles('to'), code: 'org.end-kept', params: { day: showDay(d.until ?? '') } });
  const codes = codesAfter(drafts, snapshot, fault);
  const newUnits = identify(drafts, codes, newId, fault);
  return { drafts, newUnits, codes, notices, versions: versionsAfter(drafts, snapshot) };
}

const keyOf = (system: string, code: string, from: string): string => `${system} ${code} ${from}`;

function makeDrafts(specs: readonly UnitSpec[], snapshot: OrgSnapshot, faults: Faults, titles: Titles<UnitField>): Draft[] {
  const codes = new Map(snapshot.codes.map((c) => [keyOf(c.system, c.code, c.from), c]));
  const versions = new Map(snapshot.versions.map((v) => [`${v.unitId} ${v.from}`, v]));
  const seen = new Map<string, number>();
  const out: Draft[] = [];
  for (const spec of specs) {
    const key = keyOf(spec.system, spec.code, spec.from);
    const first = seen.get(key);
    if (first !== undefined) { faults.add(spec.line, titles('code'), 'org.duplicate-row', { line: first }); continue; }
    seen.set(key, spec.line);
    const held = codes.get(key);
    const known = held ? (versions.get(`${held.unitId} ${spec.from}`) ?? null) : null;
    if (held && !known) { faults.add(spec.line, titles('code'), 'org.code-taken', { code: spec.code, from: showDay(held.from) }); continue; }
    const keepsEnd = known !== null && known.until !== null && spec.until === null;
    out.push({ spec, until: keepsEnd ? known.until : spec.until, keepsEnd, known, unitId: known?.unitId ?? '', parentId: null });
  }
  return out.sort((a, b) => (a.spec.from < b.spec.from ? -1 : a.spec.from > b.spec.from ? 1 : a.spec.line - b.spec.line));
}

function codesAfter(drafts: readonly Draft[], snapshot: OrgSnapshot, fault: AddFault): Map<string, CodeSpan[]> {
  const all = new Map<string, CodeSpan>();
  const ofUnit = groupBy(snapshot.codes, (c) => c.unitId);
  for (const c of snapshot.codes) all.set(keyOf(c.system, c.code, c.from), { ...c, owner: { unitId: c.unitId }, isDraft: false });
  for (const draft of drafts) {
    for (const c of codesEndingWith(draft, ofUnit)) all.set(keyOf(c.system, c.code, c.from), { ...c, owner: draft, isDraft: true });
    for (const { system, code } of [{ system: draft.spec.system, code: draft.spec.code }, ...draft.spec.otherCodes]) {
      all.set(keyOf(system, code, draft.spec.from), { system, code, from: draft.spec.from, until: draft.until, owner: draft, isDraft: true });
    }
  }
  const spans = groupBy([...all.values()], (c) => `${c.system} ${c.code}`);
  for (const list of spans.values()) {
    for (const [i, later] of list.entries()) {
      const earlier = list[i - 1];
      if (earlier && overlaps(earlier, later)) reportOverlap(earlier, later, fault);
    }
  }
  return spans;
}

/** Codes that end because the version that carries them gets its end now. */
function codesEndingWith(draft: Draft, ofUnit: ReadonlyMap<string, readonly CodeRow[]>): CodeRow[] {
  const { known, until } = draft;
  if (!known || known.until === until) return [];
  return (ofUnit.get(known.unitId) ?? []).filter((c) => c.from >= known.from && c.until === known.until).map((c) => ({ ...c, until }));
}

function reportOverlap(earlier: CodeSpan, later: CodeSpan, fault: AddFault): void {
  const field = (c: CodeSpan): UnitField => ('spec' in c.owner && c.owner.spec.code === c.code && c.owner.spec.system === c.system ? 'code' : 'otherCodes');
  if ('spec' in later.owner && 'spec' in earlier.owner) fault(later.owner, field(later), 'org.code-overlap', { code: later.code, line: earlier.owner.spec.line });
  else if ('spec' in later.owner) fault(later.owner, field(later), 'org.code-taken', { code: later.code, from: showDay(earlier.from) });
  else if ('spec' in earlier.owner) fault(earlier.owner, field(earlier), 'org.code-taken', { code: earlier.code, from: showDay(later.from) });
}

export function holderAt(codes: World['codes'], ref: CodeRef, day: string): CodeSpan | undefined {
  return codes.get(`${ref.system} ${ref.code}`)?.find((c) => c.from <= day && (c.until === null || day < c.until));
}

/** Gives each draft its unit: the known one, the one that was renamed to it, or a new one. Earlier rows come first, so a renamed unit is known before its next name. */
function identify(drafts: readonly Draft[], codes: World['codes'], newId: () => string, fault: AddFault): string[] {
  const renamed = new Map<Draft, Draft>();
  for (const draft of drafts) {
    const [heir] = draft.spec.successors;
    if (draft.spec.change !== 'rename' || draft.keepsEnd || !heir || draft.until === null) continue;
    const next = holderAt(codes, heir, draft.until);
    if (!next) fault(draft, 'successors', 'org.successor-unknown', { code: heir.code, day: showDay(draft.until) });
    else if (next.from !== draft.until) fault(draft, 'successors', 'org.rename-not-adjacent', { code: heir.code, from: showDay(next.from) });
    else if (!('spec' in next.owner)) { if (next.owner.unitId !== draft.known?.unitId) fault(draft, 'successors', 'org.identity-conflict', { code: heir.code }); }
    else if (renamed.has(next.owner)) fault(draft, 'successors', 'org.rename-twice', { code: heir.code, line: renamed.get(next.owner)?.spec.line ?? 0 });
    else renamed.set(next.owner, draft);
  }
  const created: string[] = [];
  for (const draft of drafts) {
    const from = renamed.get(draft);
    if (draft.known) { if (from && from.unitId !== draft.unitId) fault(from, 'successors', 'org.identity-conflict', { code: draft.spec.code }); continue; }
    if (from) { draft.unitId = from.unitId; continue; }
    draft.unitId = newId();
    created.push(draft.unitId);
  }
  return created;
}

function versionsAfter(drafts: readonly Draft[], snapshot: OrgSnapshot): Map<string, VersionRow[]> {
  const all = new Map(snapshot.versions.map((v) => [`${v.unitId} ${v.from}`, v]));
  for (const d of drafts) all.set(`${d.unitId} ${d.spec.from}`, versionOf(d));
  return groupBy([...all.values()], (v) => v.unitId);
}

/** A phone that the row does not give stays as it is. */
export function versionOf(d: Draft): VersionRow {
  return { unitId: d.unitId, from: d.spec.from, until: d.until, name: d.spec.name, kind: d.spec.kind, parentId: d.parentId, phone: d.spec.phone ?? d.known?.phone ?? null };
}
