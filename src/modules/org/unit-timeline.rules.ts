import { addDays } from '#kernel/dates.ts';
import { DEFAULT_CODE_SYSTEM, type Change, type Succession, type SuccessionStep, type UnitKind, type UnitNode, type UnitView } from './org.contract.ts';
import { readableName } from './unit-name.rules.ts';

/** Rows as stored. `until`: first day on which a row no longer holds; null = until further notice. Days are ISO, so they compare as text. */
export interface VersionRow { readonly unitId: string; readonly from: string; readonly until: string | null; readonly name: string; readonly kind: UnitKind; readonly parentId: string | null; readonly phone: string | null }
export interface CodeRow { readonly system: string; readonly code: string; readonly from: string; readonly until: string | null; readonly unitId: string }
export interface SuccessionRow { readonly unitId: string; readonly change: Exclude<Change, 'rename'>; readonly onDay: string; readonly successorId: string | null }
export interface OrgSnapshot {
  readonly systems: readonly { readonly key: string; readonly from: string | null; readonly until: string | null }[];
  readonly versions: readonly VersionRow[];
  readonly codes: readonly CodeRow[];
  readonly successions: readonly SuccessionRow[];
}

export interface Span { readonly from: string; readonly until: string | null }
export const holds = (span: Span, day: string): boolean => span.from <= day && (span.until === null || day < span.until);
export const overlaps = (a: Span, b: Span): boolean => (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));
/** Last day on which it holds, as people write it. */
export const lastDay = (until: string | null): string | null => (until === null ? null : addDays(until, -1));

/** All units over all time, in memory: a province has some thousands. Ask it any number of questions about any day. */
export interface OrgTimeline {
  unitByCode(system: string, code: string, day: string): UnitView | null;
  /** Every time the code was held, earliest first: to say when it was or will be. */
  holders(system: string, code: string): readonly CodeRow[];
  unit(id: string, day: string): UnitView | null;
  /** From the first day of its first version to the end of its last. */
  life(id: string): Span | null;
  /** Name that reads on after a position, and the office line of the unit or of the nearest unit above. A unit that has ended is named as it last was. */
  describe(id: string, day: string): { readonly name: string; readonly phone: string | null } | null;
  tree(day: string): readonly UnitNode[];
  succession(id: string, day: string): Succession;
}

export function createTimeline(snapshot: OrgSnapshot): OrgTimeline {
  const versions = groupBy(snapshot.versions, (v) => v.unitId);
  const codes = groupBy(snapshot.codes, (c) => `${c.system} ${c.code}`);
  const codesOfUnit = groupBy(snapshot.codes, (c) => c.unitId);
  const successions = groupBy(snapshot.successions, (s) => s.unitId);
  const at = (id: string, day: string): VersionRow | undefined => versions.get(id)?.find((v) => holds(v, day));
  /** As it was on the day, or as it last was before. */
  const lastKnown = (id: string, day: string): VersionRow | undefined => versions.get(id)?.filter((v) => v.from <= day).at(-1) ?? versions.get(id)?.[0];
  const codeOf = (id: string, day: string): string | null => (codesOfUnit.get(id) ?? []).filter((c) => holds(c, day)).sort((a, b) => rank(a.system) - rank(b.system) || compare(a.system, b.system) || compare(a.code, b.code))[0]?.code ?? null;
  const view = (v: VersionRow, day: string): UnitView => ({ id: v.unitId, code: codeOf(v.unitId, day), name: v.name, kind: v.kind, parentId: v.parentId, phone: v.phone, from: v.from, to: lastDay(v.until) });
  const chain = (id: string, day: string): VersionRow[] => {
    const out: VersionRow[] = [];
    for (let next: string | null = id; next !== null && out.length < MAX_DEPTH;) {
      const version = lastKnown(next, day);
      if (!version) break;
      out.push(version);
      next = version.parentId;
    }
    return out;
  };
  const unit = (id: string, day: string): UnitView | null => { const v = at(id, day); return v ? view(v, day) : null; };
  return {
    unit,
    unitByCode: (system, code, day) => { const row = codes.get(`${system} ${code}`)?.find((c) => holds(c, day)); return row ? unit(row.unitId, day) : null; },
    holders: (system, code) => codes.get(`${system} ${code}`) ?? [],
    life: (id) => lifeOf(versions.get(id)),
    describe: (id, day) => { const up = chain(id, day); return up.length === 0 ? null : { name: readableName(up), phone: up.find((v) => v.phone !== null)?.phone ?? null }; },
    tree: (day) => treeOf(snapshot.versions.filter((v) => holds(v, day)).map((v) => view(v, day))),
    succession: (id, day) => walk(id, day, { versions, successions, unit }),
  };
}

/** A real tree has six levels; beyond this something refers to itself. */
export const MAX_DEPTH = 20;
const rank = (system: string): number => (system === DEFAULT_CODE_SYSTEM ? 0 : 1);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function lifeOf(versions: readonly Span[] | undefined): Span | null {
  const first = versions?.[0];
  const last = versions?.at(-1);
  return first && last ? { from: first.from, until: last.until } : null;
}

/** Groups in order of `from`. */
export function groupBy<T extends object>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const row of rows) { const list = out.get(key(row)); if (list) list.push(row); else out.set(key(row), [row]); }
  for (const list of out.values()) list.sort((a, b) => compare('from' in a ? String(a.from) : '', 'from' in b ? String(b.from) : ''));
  return out;
}

function treeOf(units: readonly UnitView[]): UnitNode[] {
  const ids = new Set(units.map((u) => u.id));
  const children = groupBy(units.filter((u) => u.parentId !== null && ids.has(u.parentId)), (u) => u.parentId ?? '');
  const build = (unit: UnitView, depth: number): UnitNode => ({ ...unit, children: depth >= MAX_DEPTH ? [] : inOrder(children.get(unit.id) ?? []).map((c) => build(c, depth + 1)) });
  return inOrder(units.filter((u) => u.parentId === null || !ids.has(u.parentId))).map((u) => build(u, 0));
}
const inOrder = (units: readonly UnitView[]): UnitView[] => [...units].sort((a, b) => compare(a.code ?? '', b.code ?? '') || compare(a.name, b.name));

interface Known { readonly versions: ReadonlyMap<string, VersionRow[]>; readonly successions: ReadonlyMap<string, SuccessionRow[]>; unit(id: string, day: string): UnitView | null }

/** Forward in time along renames, mergers and splits, each unit once: two halves that merge again have one heir. */
function walk(start: string, day: string, known: Known): Succession {
  const steps: SuccessionStep[] = [];
  const heirs = new Map<string, UnitView>();
  const queue: { id: string; since: string }[] = [{ id: start, since: '' }];
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    const { id, since } = next;
    const versions = (known.versions.get(id) ?? []).filter((v) => v.from <= day);
    for (const [i, v] of versions.entries()) {
      const before = versions[i - 1];
      if (before && v.from > since) steps.push({ change: 'rename', on: v.from, from: { id, name: before.name }, to: { id, name: v.name } });
    }
    const alive = known.unit(id, day);
    if (alive) { heirs.set(id, alive); continue; }
    for (const s of known.successions.get(id) ?? []) {
      if (s.onDay > day) continue;
      const heir = s.successorId === null ? undefined : known.versions.get(s.successorId)?.find((v) => holds(v, s.onDay));
      steps.push({ change: s.change, on: s.onDay, from: { id, name: versions.at(-1)?.name ?? '' }, to: heir ? { id: heir.unitId, name: heir.name } : null });
      if (s.successorId !== null) queue.push({ id: s.successorId, since: s.onDay });
    }
  }
  return { steps: steps.sort((a, b) => compare(a.on, b.on)), heirs: inOrder([...heirs.values()]) };
}
