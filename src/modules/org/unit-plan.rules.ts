import { showDay } from '#kernel/dates.ts';
import type { Faults, ImportCounts, ImportFault } from '#platform/sheets/index.ts';
import type { Titles, UnitField, UnitSpec } from './unit-row.rules.ts';
import { contains, groupBy, holds, lifeOf, MAX_DEPTH, overlaps, type CodeRow, type OrgSnapshot, type Span, type SuccessionRow, type VersionRow } from './unit-timeline.rules.ts';
import { buildWorld, holderAt, versionOf, type AddFault, type Draft, type World } from './unit-world.rules.ts';

/** What an import writes. Empty lists when nothing changes. */
export interface UnitPlan {
  readonly newUnits: readonly string[];
  readonly versions: readonly VersionRow[];
  readonly codes: readonly CodeRow[];
  /** Units whose way of ending is written anew; a renamed unit has no rows. */
  readonly endings: readonly { readonly unitId: string; readonly rows: readonly SuccessionRow[] }[];
  readonly counts: ImportCounts;
  readonly notices: readonly ImportFault[];
}

/** Decides an import of units against the register, whole. When `faults` has grown the plan must not be written. */
export function planUnits(specs: readonly UnitSpec[], snapshot: OrgSnapshot, newId: () => string, faults: Faults, titles: Titles<UnitField>): UnitPlan {
  const fault: AddFault = (draft, field, code, params = {}) => faults.add(draft.spec.line, titles(field), code, params);
  const world = buildWorld(specs, snapshot, newId, faults, titles);
  const settled = { ...world, versions: settleParents(world, fault) };
  checkLives(settled, fault);
  checkCircles(settled, fault);
  const endings = settleEndings(settled, snapshot, fault);
  return { newUnits: world.newUnits, endings: endings.filter((e) => e.isChanged), ...differences(settled, snapshot, endings), notices: world.notices };
}

function settleParents(world: World, fault: AddFault): Map<string, VersionRow[]> {
  for (const draft of world.drafts) {
    const { parent, from } = draft.spec;
    if (!parent) continue;
    const holder = holderAt(world.codes, parent, from);
    if (!holder) fault(draft, 'parent', 'org.parent-unknown', { code: parent.code, day: showDay(from) });
    else if (holder.owner.unitId === draft.unitId) fault(draft, 'parent', 'org.parent-itself');
    else draft.parentId = holder.owner.unitId;
  }
  const drafts = new Map(world.drafts.map((d) => [`${d.unitId} ${d.spec.from}`, d]));
  const all = [...world.versions.values()].flat().map((v) => { const d = drafts.get(`${v.unitId} ${v.from}`); return d ? versionOf(d) : v; });
  return groupBy(all, (v) => v.unitId);
}

/** Versions follow without gap, and no unit outlives the unit above it. */
function checkLives(world: World, fault: AddFault): void {
  const byVersion = new Map(world.drafts.map((d) => [`${d.unitId} ${d.spec.from}`, d]));
  const lastDraft = new Map(world.drafts.map((d) => [d.unitId, d]));
  const left = new Map<Draft, { count: number; name: string }>();
  for (const versions of world.versions.values()) {
    for (const [i, v] of versions.entries()) {
      const own = byVersion.get(`${v.unitId} ${v.from}`);
      const next = versions[i + 1];
      if (own && next && v.until !== next.from) fault(own, 'to', 'org.rename-not-adjacent', { code: own.spec.code, from: showDay(next.from) });
      const above = v.parentId === null ? null : lifeOf(world.versions.get(v.parentId));
      if (!above || contains(above, v)) continue;
      const parent = v.parentId === null ? undefined : lastDraft.get(v.parentId);
      if (own) fault(own, 'parent', 'org.parent-ends-first', { code: own.spec.parent?.code ?? '', day: showDay(above.until ?? above.from) });
      else if (parent) left.set(parent, { count: (left.get(parent)?.count ?? 0) + 1, name: v.name });
    }
  }
  for (const [parent, { count, name }] of left) fault(parent, 'to', 'org.children-remain', { count, name });
}

function checkCircles(world: World, fault: AddFault): void {
  const climb = (current: string, span: Span, target: string, depth: number): 'org.cycle' | 'org.too-deep' | null => {
    if (current === target) return 'org.cycle';
    if (depth >= MAX_DEPTH) return 'org.too-deep';
    for (const v of world.versions.get(current) ?? []) {
      if (v.parentId === null || !overlaps(v, span)) continue;
      const found = climb(v.parentId, { from: v.from > span.from ? v.from : span.from, until: earlier(v.until, span.until) }, target, depth + 1);
      if (found) return found;
    }
    return null;
  };
  for (const draft of world.drafts) {
    const found = draft.parentId === null ? null : climb(draft.parentId, { from: draft.spec.from, until: draft.until }, draft.unitId, 1);
    if (found) fault(draft, 'parent', found);
  }
}
const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a < b ? a : b);

interface Ending { readonly unitId: string; readonly draft: Draft; readonly rows: readonly SuccessionRow[]; readonly isChanged: boolean }

function settleEndings(world: World, snapshot: OrgSnapshot, fault: AddFault): Ending[] {
  const known = groupBy(snapshot.successions, (s) => s.unitId);
  const out: Ending[] = [];
  for (const draft of world.drafts) {
    const { change, successors } = draft.spec;
    if (draft.until === null || draft.keepsEnd || change === null) continue;
    const isLast = world.versions.get(draft.unitId)?.at(-1)?.from === draft.spec.from;
    if (change === 'rename') { if (known.has(draft.unitId) && isLast) out.push({ unitId: draft.unitId, draft, rows: [], isChanged: true }); continue; }
    if (!isLast) { fault(draft, 'change', 'org.identity-conflict', { code: draft.spec.code }); continue; }
    const rows = change === 'abolish' ? [{ unitId: draft.unitId, change, onDay: draft.until, successorId: null }] : successors.flatMap((ref) => heirRow(draft, change, ref, world, fault));
    if (change === 'split' && rows.length > 1 && new Set(rows.map((r) => r.successorId)).size < 2) fault(draft, 'successors', 'org.successors-two');
    out.push({ unitId: draft.unitId, draft, rows, isChanged: describeRows(rows) !== describeRows(known.get(draft.unitId) ?? []) });
  }
  checkHeirsOfOthers(world, snapshot, new Set(out.map((e) => e.unitId)), fault);
  return out;
}

function heirRow(draft: Draft, change: 'merge' | 'split', ref: UnitSpec['successors'][number], world: World, fault: AddFault): SuccessionRow[] {
  const day = draft.until ?? '';
  const heir = holderAt(world.codes, ref, day);
  if (!heir) { fault(draft, 'successors', 'org.successor-unknown', { code: ref.code, day: showDay(day) }); return []; }
  if (heir.owner.unitId === draft.unitId) { fault(draft, 'successors', 'org.successor-itself'); return []; }
  return [{ unitId: draft.unitId, change, onDay: day, successorId: heir.owner.unitId }];
}

/** A unit that took over from another cannot be made to have ended before. */
function checkHeirsOfOthers(world: World, snapshot: OrgSnapshot, rewritten: ReadonlySet<string>, fault: AddFault): void {
  const lastDraft = new Map(world.drafts.map((d) => [d.unitId, d]));
  for (const s of snapshot.successions) {
    const heir = s.successorId === null || rewritten.has(s.unitId) ? undefined : lastDraft.get(s.successorId);
    if (heir && !(world.versions.get(heir.unitId) ?? []).some((v) => holds(v, s.onDay))) fault(heir, 'to', 'org.heir-of-other', { day: showDay(s.onDay) });
  }
}

const describeRows = (rows: readonly SuccessionRow[]): string => rows.map((r) => `${r.change} ${r.onDay} ${r.successorId ?? ''}`).sort().join('\n');

function differences(world: World, snapshot: OrgSnapshot, endings: readonly Ending[]): { versions: VersionRow[]; codes: CodeRow[]; counts: ImportCounts } {
  const knownCodes = new Map(snapshot.codes.map((c) => [`${c.system} ${c.code} ${c.from}`, c]));
  const codes: CodeRow[] = [];
  const touched = new Set<Draft>();
  for (const span of [...world.codes.values()].flat()) {
    const { system, code, from, until, owner, isDraft } = span;
    const known = knownCodes.get(`${system} ${code} ${from}`);
    if (!isDraft || known && known.until === until && known.unitId === owner.unitId) continue;
    codes.push({ system, code, from, until, unitId: owner.unitId });
    if ('spec' in owner) touched.add(owner);
  }
  for (const e of endings) if (e.isChanged) touched.add(e.draft);
  const versions: VersionRow[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0, ended: 0 };
  for (const draft of world.drafts) {
    const version = versionOf(draft);
    const { known } = draft;
    const isSame = known !== null && JSON.stringify(inOrder(known)) === JSON.stringify(inOrder(version));
    if (!isSame) versions.push(version);
    if (!known) counts.created += 1;
    else if (known.until === null && version.until !== null) counts.ended += 1;
    else if (!isSame || touched.has(draft)) counts.updated += 1;
    else counts.unchanged += 1;
  }
  return { versions, codes, counts };
}

const inOrder = (v: VersionRow): unknown[] => [v.until, v.name, v.kind, v.parentId, v.phone];
