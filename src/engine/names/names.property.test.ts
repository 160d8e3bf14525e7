import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawName, drawRegister, randomFrom } from '../../../bench/names/people.ts';
import { VARIATIONS } from '../../../bench/names/variations.ts';
import { createNameIndex, foldName, nameIndexFromSnapshot, sameHolder, type NameCandidate, type RegisterName } from './index.ts';

const people: RegisterName[] = drawRegister(700, 7).map(({ ref, fullName }) => ({ ref, fullName }));
const index = createNameIndex(people);
const shown = (found: readonly NameCandidate[]): string[] => found.map((c) => `${c.ref} ${c.score} ${c.reasons.join(',')}`);
const SAMPLE = ['LE VAN HUNG', 'Hương Nguyễn', 'anh Tuấn GĐ', 'Trần Thị Hoa', 'Nguyễn Anh', 'N.V.Minh', 'PHAM THI TH', 'Tôi là Nguyễn Thị Lan ở phòng kế toán, chuyển giúp tôi 5 triệu nhé', 'nguyenvanlong'];

describe('whatever the name of the register', () => {
  /** Ways of writing that lose nothing, or only the marks: the person, or one whose name loses its marks alike, must come first. */
  test.each(['as registered', 'small letters', 'capitals with marks', 'decomposed Unicode', 'old tone placement', 'invisible letters', 'bank print', 'no marks', 'full width'])('%s finds its person first or among the namesakes', (kind) => {
    const random = randomFrom(3);
    const missed = people.filter(({ fullName }) => {
      const [top] = index.match(VARIATIONS[kind]!(fullName, random));
      return !top || foldName(top.name) !== foldName(fullName);
    });
    expect(missed.map((p) => p.fullName)).toEqual([]);
  });

  test('with its marks it is the very person, by kind exact', () => {
    const missed = people.filter(({ ref, fullName }) => { const [top] = index.match(fullName); return top?.ref !== ref || top.reasons[0] !== 'exact'; });
    expect(missed.map((p) => p.fullName)).toEqual([]);
  });

  test('the account of its holder is equal however the bank prints it', () => {
    for (const { fullName } of people) expect(sameHolder(foldName(fullName), fullName), fullName).toBe('equal');
  });
});

describe('order of registering', () => {
  test('changes nothing: at once, turned round, one by one, with others come and gone', () => {
    const turned = createNameIndex(people.toReversed());
    const single = createNameIndex([]);
    for (const person of people) single.add(person);
    const mixed = createNameIndex(people.slice(0, 250));
    const random = randomFrom(9);
    for (let k = 0; k < 300; k += 1) mixed.add({ ref: `gone ${k}`, fullName: drawName(random) });
    for (const person of people.slice(250)) mixed.add(person);
    for (let k = 0; k < 300; k += 1) mixed.remove(`gone ${k}`);
    expect([turned.size, single.size, mixed.size]).toEqual([700, 700, 700]);
    const queries = [...SAMPLE, ...people.filter((_, k) => k % 40 === 0).flatMap((p) => ['bank print', 'middle left out', 'slip of the keys', 'given and surname'].map((kind) => VARIATIONS[kind]!(p.fullName, random)))];
    for (const query of queries) {
      const expected = shown(index.match(query));
      expect(shown(turned.match(query)), query).toEqual(expected);
      expect(shown(single.match(query)), query).toEqual(expected);
      expect(shown(mixed.match(query)), query).toEqual(expected);
    }
  });
});

describe('added evidence', () => {
  const scoreOf = (query: string, ref: string, of = index): number => of.match(query).find((c) => c.ref === ref)?.score ?? 0;

  test('never lowers the score: more words of the name, then its marks', () => {
    for (const { ref, fullName } of people.filter((_, k) => k % 3 === 0)) {
      const words = foldName(fullName).split(' ');
      const short = scoreOf(`${words[0]} ${words.at(-1)}`, ref);
      const whole = scoreOf(words.join(' '), ref);
      expect(whole, fullName).toBeGreaterThanOrEqual(words.length > 2 ? short : 0);
      expect(scoreOf(fullName, ref), fullName).toBeGreaterThanOrEqual(whole);
    }
  });

  test('the registered post raises, another post lowers, whatever is known of the name', () => {
    const posted = createNameIndex(people.map((p, k) => ({ ...p, expectedBearers: (k % 7) * 90 + 1, position: k % 2 === 0 ? 'Giám đốc' : 'Bí thư', unit: k % 3 === 0 ? 'Sở Y tế tỉnh Mẫu' : 'Đảng ủy xã Mẫu Sơn' })));
    people.filter((_, k) => k % 5 === 0).forEach(({ ref, fullName }) => {
      const isHealth = people.findIndex((p) => p.ref === ref) % 3 === 0;
      const [own, other] = isHealth ? ['Sở Y tế', 'Đảng ủy xã Mẫu Sơn'] : ['Đảng ủy xã Mẫu Sơn', 'Sở Y tế'];
      const alone = scoreOf(fullName, ref, posted);
      expect(scoreOf(`${fullName} - ${own}`, ref, posted), fullName).toBeGreaterThanOrEqual(alone);
      expect(scoreOf(`${fullName} - ${other}`, ref, posted), fullName).toBeLessThanOrEqual(alone);
    });
  });
});

describe('an index kept as bytes', () => {
  test('answers as the one it was made of, also after people come and go', () => {
    const first = createNameIndex(people.map((p, k) => (k % 4 === 0 ? { ...p, expectedBearers: k + 2, position: 'Giám đốc', unit: 'Sở Y tế tỉnh Mẫu' } : p)));
    for (let k = 0; k < 40; k += 1) first.add({ ref: `new ${k}`, fullName: people[k]!.fullName });
    first.remove(people[9]!.ref);
    const second = nameIndexFromSnapshot(first.toSnapshot())!;
    expect(second.size).toBe(first.size);
    for (const of of [first, second]) { of.add({ ref: 'late', fullName: 'Kiều Bích Đào' }); of.remove(people[11]!.ref); }
    for (const query of [...SAMPLE, 'Kiều Bích Đào', 'anh Tuấn GĐ Sở Y tế', ...people.slice(0, 60).map((p) => p.fullName)]) expect(second.match(query), query).toEqual(first.match(query));
  });

  test('damaged anywhere or of another kind, it is refused rather than missing names silently', () => {
    const bytes = createNameIndex(people.slice(0, 30)).toSnapshot();
    for (let at = 0; at < bytes.length; at += 41) { const damaged = bytes.slice(); damaged[at] = (damaged[at] ?? 0) ^ 4; expect(nameIndexFromSnapshot(damaged), `byte ${at}`).toBeNull(); }
    for (const wrong of [new Uint8Array(), bytes.slice(0, 40), bytes.slice(0, -4), new TextEncoder().encode('CDNAMES1 but nothing else in it at all')]) expect(nameIndexFromSnapshot(wrong)).toBeNull();
  });
});

describe('scores', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...people.map((p) => p.fullName)), fc.array(fc.constantFrom('Nguyễn', 'văn', 'THI', 'Hùng', 'GĐ', 'anh', ',', '.', 'Sở', 'H***', 'T.'), { maxLength: 12 }).map((w) => w.join(' ')));

  test('lie within 0 and 1, best first, at most ten, for any text', () => {
    fc.assert(fc.property(text, (query) => {
      const found = index.match(query);
      expect(found.length).toBeLessThanOrEqual(10);
      expect(new Set(found.map((c) => c.ref)).size).toBe(found.length);
      let last = 1;
      for (const c of found) { expect(c.score).toBeGreaterThanOrEqual(0); expect(c.score).toBeLessThanOrEqual(last); last = c.score; expect(c.reasons.length).toBeGreaterThan(0); }
    }), { numRuns: 500, seed: 1 });
  });

  test('never pass 1/N for a name of N expected bearers, or of N bearers in the register', () => {
    fc.assert(fc.property(fc.constantFrom(...people), fc.integer({ min: 1, max: 5000 }), fc.constantFrom(...Object.keys(VARIATIONS)), fc.integer(), (person, n, kind, seed) => {
      const live = createNameIndex([{ ...person, expectedBearers: n }, { ref: 'other', fullName: 'Kiều Bích Đào' }]);
      for (const c of live.match(VARIATIONS[kind]!(person.fullName, randomFrom(seed)))) if (c.ref === person.ref) expect(c.score).toBeLessThanOrEqual(1 / n);
      const copies = createNameIndex(Array.from({ length: Math.min(n, 30) }, (_, k) => ({ ref: `${k}`, fullName: person.fullName })));
      for (const c of copies.match(person.fullName)) expect(c.score).toBeLessThanOrEqual(1 / Math.min(n, 30));
    }), { numRuns: 150, seed: 2 });
  });
});
