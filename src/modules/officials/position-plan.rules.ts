import { showDay } from '#kernel/dates.ts';
import { tally, unitOf, type AddFault, type Knowledge, type Person, type Tally } from './official-plan.rules.ts';
import type { OfficialSpec } from './official-row.rules.ts';
import type { PositionRow } from './register.types.ts';

interface Wanted { readonly spec: OfficialSpec; readonly unitId: string }

/** Positions of the file against those of the register: same person, unit and title are one position, told apart by days. */
export function planPositions(people: readonly Person[], known: Knowledge, add: AddFault, notice: AddFault): { rows: PositionRow[]; counts: Tally } {
  const byPerson = new Map<string, PositionRow[]>();
  for (const p of known.snapshot.positions) { const list = byPerson.get(p.officialId); if (list) list.push(p); else byPerson.set(p.officialId, [p]); }
  const counts = tally();
  const rows: PositionRow[] = [];
  for (const person of people) {
    const wanted = distinct(person.specs.flatMap((spec) => { const unitId = unitOf(spec, known.org, add); return unitId === null ? [] : [{ spec, unitId }]; }), add);
    const before = byPerson.get(person.id) ?? [];
    const matches = matchAll(wanted, before, add);
    let rank = Math.max(0, ...before.map((p) => p.rank));
    for (const { spec, unitId } of wanted) {
      const match = matches.get(spec);
      if (match === 'refused') continue;
      const isNew = match === undefined;
      if (isNew) rank += 1;
      const keepsEnd = !isNew && match.until !== null && spec.until === null;
      if (keepsEnd) notice(spec.line, 'to', 'officials.end-kept', { day: showDay(match.until ?? '') });
      const row: PositionRow = { id: match?.id ?? known.newId(), officialId: person.id, unitId, title: spec.title, rank: match?.rank ?? rank, from: spec.from, until: keepsEnd ? match.until : spec.until };
      if (!isNew && match.from !== spec.from) notice(spec.line, 'from', 'officials.start-corrected', { before: showDay(match.from) });
      const isSame = !isNew && match.title === row.title && match.from === row.from && match.until === row.until;
      if (isNew) counts.created += 1; else if (isSame) counts.unchanged += 1; else if (match.until === null && row.until !== null) counts.ended += 1; else counts.updated += 1;
      if (!isSame) rows.push(row);
    }
  }
  return { rows, counts };
}

const overlaps = (a: { from: string; until: string | null }, b: { from: string; until: string | null }): boolean => (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);
const isSameSeat = (a: Wanted, unitId: string, title: string): boolean => a.unitId === unitId && a.spec.title.toLowerCase() === title.toLowerCase();

/** Without the rows that say the same thing twice or hold one seat twice on a day; those are faults. */
function distinct(wanted: readonly Wanted[], add: AddFault): Wanted[] {
  const out: Wanted[] = [];
  for (const next of wanted) {
    const earlier = out.find((w) => isSameSeat(w, next.unitId, next.spec.title) && overlaps(w.spec, next.spec));
    if (!earlier) out.push(next);
    else if (earlier.spec.from === next.spec.from) add(next.spec.line, 'position', 'officials.duplicate-row', { line: earlier.spec.line });
    else add(next.spec.line, 'from', 'officials.position-overlap', { line: earlier.spec.line });
  }
  return out;
}

/**
 * Which position of the register a row means. Same first day: that one. Otherwise one that overlaps and that no other row means is this one with its first day corrected;
 * more than one, or one that another row means, is a contradiction.
 */
function matchAll(wanted: readonly Wanted[], before: readonly PositionRow[], add: AddFault): Map<OfficialSpec, PositionRow | 'refused'> {
  const out = new Map<OfficialSpec, PositionRow | 'refused'>();
  const taken = new Set<PositionRow>();
  for (const w of wanted) {
    const exact = before.find((p) => isSameSeat(w, p.unitId, p.title) && p.from === w.spec.from);
    if (exact) { out.set(w.spec, exact); taken.add(exact); }
  }
  for (const w of wanted) {
    const exact = out.get(w.spec);
    const rivals = before.filter((p) => p !== exact && isSameSeat(w, p.unitId, p.title) && overlaps(p, w.spec));
    const [rival] = rivals;
    if (!rival) continue;
    if (exact || rivals.length > 1 || taken.has(rival)) { add(w.spec.line, 'from', 'officials.position-taken', { from: showDay(rival.from) }); out.set(w.spec, 'refused'); continue; }
    out.set(w.spec, rival);
    taken.add(rival);
  }
  return out;
}
