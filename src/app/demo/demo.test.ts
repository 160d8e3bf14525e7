import { describe, expect, test } from 'vitest';
import { readBankAccount, readEmail, readLink, readPhone } from '#engine/identifiers/index.ts';
import { accountKey, readChannel } from '#modules/officials/channel.rules.ts';
import { COMMUNES } from './communes.data.ts';
import { CHANNEL_EVENTS, STATEMENTS } from './events.data.ts';
import { RED, REPORTED } from './known.data.ts';
import { demoKnown } from './known.ts';
import { demoOfficials } from './officials.ts';
import { UNITS } from './units.data.ts';
import { demoUnits } from './units.ts';

const units = demoUnits();
const officials = demoOfficials();
const TODAY = '2026-11-24';
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const holds = (row: { from: string; to?: string }, day: string): boolean => row.from <= day && (row.to === undefined || row.to >= day);
const unitAt = (code: string, day: string) => units.filter((u) => u.code === code && holds(u, day));
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

describe('units', () => {
  test('the province has what it promises', () => {
    expect(UNITS.filter(([, , kind, parent]) => kind === 'department' && parent === 'UBND').length - 1, 'departments beside the office').toBe(12);
    expect(COMMUNES).toHaveLength(40);
    expect(COMMUNES.filter(([, name]) => name.startsWith('Đặc khu'))).toHaveLength(1);
    expect(units.find((u) => u.code === 'PA05')?.parent).toBe('CAT');
    expect(units.filter((u) => u.kind === 'district').map((u) => u.to)).toEqual(['2025-06-30', '2025-06-30']);
  });
  test('a code is held by one unit on any day', () => {
    for (const unit of units) expect(unitAt(unit.code, unit.from), unit.code).toHaveLength(1);
  });
  test('parents hold on the first day and do not end before', () => {
    for (const unit of units.filter((u) => u.parent)) {
      const [parent] = unitAt(unit.parent ?? '', unit.from);
      expect(parent, `${unit.code} under ${unit.parent}`).toBeDefined();
      if (parent?.to && parent.change !== 'rename') expect((unit.to ?? '9999') <= parent.to, unit.code).toBe(true);
    }
  });
  test('an ended unit says how and who follows the day after', () => {
    const ended = units.filter((u) => u.to);
    expect(new Set(ended.map((u) => u.change))).toEqual(new Set(['merge', 'rename', 'split', 'abolish']));
    for (const unit of ended) {
      const heirs = unit.successors ?? [];
      expect(heirs.length, unit.code).toSatisfy((n: number) => unit.change === 'abolish' ? n === 0 : unit.change === 'split' ? n > 1 : n === 1);
      for (const heir of heirs) expect(unitAt(heir.code, dayAfter(unit.to ?? '')), `${unit.code} → ${heir.code}`).toHaveLength(1);
    }
    expect(ended.filter((u) => u.change === 'merge' && u.successors?.[0]?.code === 'DOITHONG')).toHaveLength(2);
  });
  test('office lines are invented ones', () => {
    for (const { phone } of units) if (phone) { expect(phone).toMatch(/^0233 555 0\d{3}$/); expect(readPhone(phone)?.kind).toBe('fixed'); }
  });
});

describe('officials', () => {
  test('at least 150 people, each code one person', () => {
    const people = new Map(officials.map((o) => [o.code, `${o.fullName} ${o.gender}`]));
    expect(people.size).toBeGreaterThanOrEqual(150);
    for (const row of officials) expect(people.get(row.code)).toBe(`${row.fullName} ${row.gender}`);
    const women = [...people.values()].filter((p) => p.endsWith(' female')).length;
    expect(women / people.size).toBeGreaterThan(0.35);
  });
  test('positions stand in units that exist on the first day, and in no ended one today', () => {
    for (const row of officials) {
      expect(unitAt(row.unit, row.from), `${row.code} in ${row.unit}`).toHaveLength(1);
      if (!row.to) expect(unitAt(row.unit, TODAY), row.code).toHaveLength(1);
    }
  });
  test('namesakes: three pairs apart, one pair in the same kind of post, one pair only by marks', () => {
    const current = officials.filter((o) => !o.to);
    const by = (key: (name: string) => string) => {
      const groups = new Map<string, typeof current>();
      for (const o of current) groups.set(key(o.fullName), [...(groups.get(key(o.fullName)) ?? []), o]);
      return [...groups.values()].filter((g) => new Set(g.map((o) => o.code)).size > 1);
    };
    const same = by((name) => name);
    expect(same.length).toBeGreaterThanOrEqual(4);
    expect(same.some((g) => g.every((o) => o.position === 'Chủ tịch' && o.unit.startsWith('UB-')))).toBe(true);
    expect(by(plain).length).toBeGreaterThan(same.length);
  });
  test('every channel reads, no account has two holders, and nobody has what he declares not to have', () => {
    const holder = new Map<string, string>();
    for (const row of officials) {
      for (const { platform, value, confirmedAt } of row.channels ?? []) {
        const read = readChannel(platform, value);
        expect(read, `${row.code} ${value}`).toMatchObject({ ok: true });
        const key = read.ok ? accountKey(read.channel.type, read.channel.value) : '';
        expect(holder.get(key) ?? row.code, value).toBe(row.code);
        holder.set(key, row.code);
        expect(row.noAccountOn).not.toContain(platform);
        if (confirmedAt) expect(confirmedAt < '2025-11-01', 'expired a year later').toBe(true);
      }
    }
    const all = officials.flatMap((o) => o.channels ?? []);
    expect(new Set(all.map((c) => c.platform))).toEqual(new Set(['phone', 'zalo', 'facebook', 'email', 'website']));
    expect(all.filter((c) => c.confirmedAt).length).toBeGreaterThanOrEqual(10);
    expect(officials.filter((o) => o.noAccountOn?.includes('facebook')).length).toBeGreaterThanOrEqual(5);
    expect(officials.filter((o) => o.noAccountOn?.includes('zalo')).length).toBeGreaterThanOrEqual(3);
  });
});

describe('what happened', () => {
  test('a hijacked channel is a current one of that official, a retired one is not', () => {
    const isListed = (e: (typeof CHANNEL_EVENTS)[number]): boolean => officials.some((o) => o.code === e.official && o.channels?.some((c) => c.platform === e.platform && c.value === e.value));
    for (const e of CHANNEL_EVENTS) expect(isListed(e), `${e.official} ${e.value}`).toBe(e.kind === 'hijacked');
    expect(CHANNEL_EVENTS.filter((e) => e.kind === 'hijacked').length).toBeGreaterThanOrEqual(5);
    for (const e of CHANNEL_EVENTS.filter((r) => r.kind === 'retired')) expect((e.confirmedAt ?? '9') < e.at, e.value).toBe(true);
  });
  test('statements come from officials in office, of both kinds, about readable identifiers', () => {
    for (const s of STATEMENTS) {
      expect(officials.some((o) => o.code === s.official && !o.to), s.official).toBe(true);
      const [, bank, number] = /^([A-Z]+):(\w+)$/.exec(s.value) ?? [];
      expect(bank ? readBankAccount(number ?? '', bank) : (readPhone(s.value) ?? readLink(s.value) ?? readEmail(s.value)), s.value).not.toBeNull();
    }
    expect(new Set(STATEMENTS.map((s) => s.kind))).toEqual(new Set(['declared-fake', 'denied']));
  });
});

describe('known identifiers', () => {
  test('at least 60, each once, red ones by two persons with a reason after a report', () => {
    const known = demoKnown();
    expect(known.length).toBeGreaterThanOrEqual(60);
    expect(new Set(known.map((k) => `${k.type} ${k.value}`)).size).toBe(known.length);
    expect(known.filter((k) => k.published).length).toBeGreaterThanOrEqual(25);
    for (const { published } of known) if (published) { expect(published.proposedBy).not.toBe(published.approvedBy); expect(published.reason.length).toBeGreaterThan(10); }
    expect(new Set(known.map((k) => k.type))).toEqual(new Set(['bank_account', 'phone', 'profile', 'url', 'email']));
  });
  test('none of them is a channel of an official', () => {
    const own = new Set(officials.flatMap((o) => (o.channels ?? []).map((c) => readPhone(c.value)?.value ?? readLink(c.value)?.value ?? c.value)));
    for (const k of demoKnown()) expect(own.has(k.value) || own.has(k.value.replace('zalo:', '')), k.value).toBe(false);
  });
});

test('every number and address is of the invented kind', () => {
  const values = [...officials.flatMap((o) => (o.channels ?? []).map((c) => c.value)), ...CHANNEL_EVENTS.map((e) => e.value), ...STATEMENTS.map((s) => s.value), ...[...RED, ...REPORTED].map((k) => k.value)];
  for (const value of values) {
    const digits = value.replace(/\D/g, '');
    if (digits.length >= 8) expect(digits, value).toMatch(/00000|^02335550\d{3}$/);
    if (/[@/]/.test(value)) expect(value, 'invented host, or a name of the sample province').toMatch(/\.example\b|mau|0{5}/);
  }
});
