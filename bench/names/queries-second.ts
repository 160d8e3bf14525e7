import { SECOND_INNOCENTS } from './innocents-second.ts';
import { withoutMarks } from './letters-second.ts';
import { dice, inventName, pick, type Person } from './people-second.ts';
import type { Query } from './queries.ts';
import { SECOND_VARIATIONS } from './variations-second.ts';

const foldOf = (text: string): string => withoutMarks(text).toLowerCase();

/** The second author's queries: as many that name somebody as name nobody. Innocents are never the name of the register, neither as written nor, where marks are left out, without marks. */
export function queriesOfSecond(people: readonly Person[], perKind: number, seed: number, firstPeople = 5000): Query[] {
  const roll = dice(seed);
  const targets = people.slice(0, firstPeople);
  const names = new Set(people.map((p) => p.name.toLowerCase()));
  const folds = new Set(people.map((p) => foldOf(p.name)));
  const isRegistered = (text: string): boolean => names.has(text.toLowerCase()) || (withoutMarks(text) === text && folds.has(foldOf(text)));
  const stranger = (): string => {
    for (;;) { const name = inventName(roll); if (!folds.has(foldOf(name))) return name; }
  };
  const out: Query[] = [];
  for (const { name: kind, surface, make } of SECOND_VARIATIONS) {
    for (let k = 0, tries = 0; k < perKind && tries < perKind * 60; tries += 1) {
      const person = pick(roll, targets), text = make(person, roll);
      if (text === undefined || text === '') continue;
      out.push({ kind, surface, text, target: person.name, ref: person.ref });
      k += 1;
    }
  }
  const perInnocent = Math.ceil(out.length / SECOND_INNOCENTS.length);
  for (const { name: kind, surface, make } of SECOND_INNOCENTS) {
    for (let k = 0, tries = 0; k < perInnocent && tries < perInnocent * 60; tries += 1) {
      const text = make(pick(roll, targets), roll, stranger);
      if (text === undefined || isRegistered(text)) continue;
      out.push({ kind: `innocent: ${kind}`, surface, text, target: null });
      k += 1;
    }
  }
  return out;
}
