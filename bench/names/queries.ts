import type { Surface } from '../../src/engine/names/index.ts';
import { pick, randomFrom, type Person } from './people.ts';
import { INNOCENTS, SECOND, VARIATIONS } from './variations.ts';

export interface Query { readonly kind: string; readonly surface?: Surface; readonly text: string; /** Null = names nobody of the register. */ readonly target: string | null; /** The person meant, where several of the register bear the name. */ readonly ref?: string }

/** Same number of queries that name somebody and that name nobody, so that the prior is 1:1. Innocents are dressed like the others: some with a title, some without marks. */
export function drawQueries(people: readonly Person[], perKind: number, seed: number, firstPeople = 5000): Query[] {
  const random = randomFrom(seed);
  const registered = new Set(people.map((p) => p.fullName.toLowerCase()));
  const targets = people.slice(0, firstPeople);
  const out: Query[] = [];
  for (const [kind, vary] of Object.entries(VARIATIONS)) {
    for (let k = 0; k < perKind; k += 1) { const { fullName } = pick(random, targets); out.push({ kind, text: vary(fullName, random), target: fullName }); }
  }
  const kinds = Object.keys(VARIATIONS);
  for (let k = 0; k < perKind * 2; k += 1) {
    const { fullName } = pick(random, targets);
    const second = VARIATIONS[pick(random, SECOND)]!;
    out.push({ kind: 'two at once', text: second(VARIATIONS[pick(random, kinds)]!(fullName, random), random), target: fullName });
  }
  const positives = out.length;
  const shares: Readonly<Record<string, number>> = { 'another person': 0.35, 'same but the given name': 0.15, 'same but the surname': 0.12, 'same but a middle name': 0.12, 'given name one letter away': 0.16, 'shop or page': 0.05, foreign: 0.05 };
  for (const [kind, make] of Object.entries(INNOCENTS)) {
    for (let k = 0; k < positives * (shares[kind] ?? 0.05); k += 1) {
      let text = make(pick(random, targets).fullName, random);
      for (let again = 0; again < 20 && registered.has(text.toLowerCase()); again += 1) text = make(pick(random, targets).fullName, random);
      if (registered.has(text.toLowerCase())) continue;
      const dress = random();
      const dressed = dress < 0.2 ? VARIATIONS['title before']!(text, random) : dress < 0.45 ? VARIATIONS['no marks']!(text, random) : dress < 0.6 ? VARIATIONS['bank print']!(text, random) : dress < 0.65 ? VARIATIONS['given name first']!(text, random) : text;
      out.push({ kind: `innocent: ${kind}`, text: dressed, target: null });
    }
  }
  return out;
}
