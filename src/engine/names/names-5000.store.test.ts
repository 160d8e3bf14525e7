import { describe, expect, test } from 'vitest';
import { registerOfSecond } from '../../../bench/names/people-second.ts';
import { drawRegister, randomFrom } from '../../../bench/names/people.ts';
import { dice } from '../../../bench/names/people-second.ts';
import { SECOND_VARIATIONS } from '../../../bench/names/variations-second.ts';
import { VARIATIONS } from '../../../bench/names/variations.ts';
import { createNameIndex, foldName, type RegisterName } from './index.ts';

/** Every one of 5,000 names, so not among the quick tests; it needs no database. */
const SIZE = 5000;
const first: RegisterName[] = drawRegister(SIZE, 31).map(({ ref, fullName }) => ({ ref, fullName }));
const secondPeople = registerOfSecond(SIZE, 5);
const second: RegisterName[] = secondPeople.map(({ ref, name }) => ({ ref, fullName: name }));
const [firstIndex, secondIndex] = [createNameIndex(first), createNameIndex(second)];
const same = (a: string, b: string): boolean => a.toLowerCase().normalize('NFC') === b.toLowerCase().normalize('NFC');

describe('with its marks, every name comes first or stands among its exact namesakes', () => {
  test.each(['as registered', 'small letters', 'capitals with marks', 'decomposed Unicode', 'invisible letters'])('%s', (kind) => {
    const random = randomFrom(3);
    const missed = first.filter(({ fullName }) => !same(firstIndex.match(VARIATIONS[kind]!(fullName, random))[0]?.name ?? '', fullName));
    expect(missed).toEqual([]);
  });
  test.each(['exact', 'capitals', 'unicode-nfd', 'alternating-case', 'struck-through', 'decorated', 'zero-width', 'cyrillic-one'])('%s (second list)', (kind) => {
    const roll = dice(8);
    const vary = SECOND_VARIATIONS.find((v) => v.name === kind)!;
    const missed = secondPeople.filter((p) => { const text = vary.make(p, roll); return text !== undefined && foldName(secondIndex.match(text)[0]?.name ?? '') !== foldName(p.name); });
    expect(missed.map((p) => p.name)).toEqual([]);
  });
});

describe('without its marks or in disguise, every name comes first or among those that lose their marks alike', () => {
  test.each(['bank print', 'no marks', 'full width', 'look-alikes', 'styled font', 'old tone placement', 'letters spaced'])('%s', (kind) => {
    const random = randomFrom(4);
    const missed = first.filter(({ fullName }) => foldName(firstIndex.match(VARIATIONS[kind]!(fullName, random))[0]?.name ?? '') !== foldName(fullName));
    expect(missed.map((p) => p.fullName)).toEqual([]);
  });
});

test('the order of registering changes no answer', () => {
  const turned = createNameIndex(second.toReversed());
  const grown = createNameIndex(second.slice(0, 3000));
  for (const person of second.slice(3000)) grown.add(person);
  for (const { fullName } of second) {
    const expected = secondIndex.match(fullName);
    expect(turned.match(fullName), fullName).toEqual(expected);
    expect(grown.match(fullName), fullName).toEqual(expected);
  }
});
