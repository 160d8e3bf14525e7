import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Identifier, IdentifierWarning } from '#engine/identifiers/types.ts';
import type { Reading, SignCode } from '#engine/text/types.ts';
import { IDENTIFIER_STATES } from '#kernel/outcome.ts';
import type { AskedIdentifier, CheckFacts, IdentifierRole, Standing } from './check.facts.ts';
import { decide } from './check.rules.ts';

const NOW = new Date('2026-11-24T07:00:00Z');
const identifier = (type: Identifier['type'], value: string, warnings: IdentifierWarning[] = []): Identifier => ({ type, value, display: value, kind: 'x', warnings });
const asked = (role: IdentifierRole, standing: Partial<Standing> = {}, of = identifier('profile', 'zalo:84900000101')): AskedIdentifier =>
  ({ identifier: of, role, spans: [], standing: { state: 'unknown', ...standing } });
const channel = (officialRef = 'khue', more: Partial<NonNullable<Standing['channel']>> = {}): NonNullable<Standing['channel']> =>
  ({ officialRef, platform: 'zalo', confirmedAt: NOW, isExpired: false, isRetired: false, ...more });
const reading = (codes: SignCode[], quoted = false, band: Reading['band'] = 'unclear'): Reading => ({ entities: [], signs: codes.map((code, i) => ({ code, start: i, end: i + 1 })), quoted, probability: 0.5, band });
const facts = (more: Partial<CheckFacts>): CheckFacts => ({ now: NOW, reading: null, hasRequest: false, identifiers: [], claimed: { kind: 'none' }, holder: null, noAccountOn: [], channelPlatform: null, qr: null, ...more });
const claim = (officialRef = 'khue', isClaim = true) => ({ kind: 'one' as const, officialRef, isClaim, spans: [] });
const codes = (f: CheckFacts): string[] => decide(f).reasons.map((r) => r.code);

describe('stop-evidence', () => {
  test('an identifier published red, whatever else is said', () => {
    const red = asked('beneficiary', { state: 'red', red: { publishedAt: NOW, reason: 'x' } }, identifier('bank_account', 'MB:0900000101'));
    expect(decide(facts({ identifiers: [red] })).outcome).toBe('stop-evidence');
    expect(decide(facts({ identifiers: [red, asked('channel', { state: 'genuine', channel: channel() })] })).outcome).toBe('stop-evidence');
  });
  test('the official has declared the channel fake', () => {
    expect(decide(facts({ identifiers: [asked('mentioned', { state: 'declared-fake', statement: { officialRef: 'khue', kind: 'declared-fake', at: NOW } })] }))).toMatchObject({ outcome: 'stop-evidence', officialRef: 'khue' });
  });
  test('a genuine channel that was hijacked', () => {
    expect(decide(facts({ identifiers: [asked('channel', { state: 'hijacked', channel: channel() })] }))).toMatchObject({ outcome: 'stop-evidence', officialRef: 'khue' });
  });
  test('the official has no account on the platform it came through', () => {
    const facebook = identifier('profile', 'facebook:khue.moi');
    const base = { claimed: claim(), noAccountOn: ['facebook' as const] };
    expect(decide(facts({ ...base, identifiers: [asked('channel', {}, facebook)] })).outcome).toBe('stop-evidence');
    expect(decide(facts({ ...base, identifiers: [asked('stated-channel', {}, facebook)] })).outcome).toBe('stop-evidence');
    expect(decide(facts({ ...base, channelPlatform: 'facebook' })).outcome).toBe('stop-evidence');
  });
  test('a genuine number shown there does not make it his', () => {
    const phone = asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'phone' }) }, identifier('phone', '84900000101'));
    for (const channelPlatform of ['facebook', 'messenger'] as const) {
      const f = facts({ claimed: claim(), noAccountOn: ['facebook'], channelPlatform, identifiers: [phone] });
      expect(decide(f).outcome).toBe('stop-evidence');
      expect(codes(f)).not.toContain('channel-genuine');
    }
  });
  test('but not when he is only mentioned, the link is only mentioned, or a warning quotes it', () => {
    const facebook = identifier('profile', 'facebook:khue.moi');
    expect(decide(facts({ claimed: claim('khue', false), noAccountOn: ['facebook'], identifiers: [asked('channel', {}, facebook)] })).outcome).toBe('unverified');
    expect(decide(facts({ claimed: claim(), noAccountOn: ['facebook'], identifiers: [asked('mentioned', {}, facebook)] })).outcome).toBe('unverified');
    expect(decide(facts({ claimed: claim(), noAccountOn: ['facebook'], identifiers: [asked('stated-channel', {}, facebook)], reading: reading(['request_money'], true) })).outcome).toBe('unverified');
  });
  test('a warning pasted around the request does not cover the channel that the asker names', () => {
    expect(decide(facts({ claimed: claim(), noAccountOn: ['facebook'], channelPlatform: 'facebook', reading: reading(['request_money'], true) })).outcome).toBe('stop-evidence');
  });
});

test('the real person answered no: stop-denied, and evidence outranks it', () => {
  const denied = asked('channel', { state: 'declared-fake', statement: { officialRef: 'khue', kind: 'denied', at: NOW } });
  expect(decide(facts({ identifiers: [denied] }))).toMatchObject({ outcome: 'stop-denied', officialRef: 'khue' });
  const red = asked('beneficiary', { state: 'red', red: { publishedAt: NOW, reason: 'x' } }, identifier('bank_account', ':123456789'));
  expect(decide(facts({ identifiers: [denied, red] })).outcome).toBe('stop-evidence');
});

describe('genuine-channel', () => {
  const genuine = asked('channel', { state: 'genuine', channel: channel() });
  test('the channel asked about is registered and current; it holds one hour', () => {
    expect(decide(facts({ identifiers: [genuine] }))).toMatchObject({ outcome: 'genuine-channel', validForMs: 3_600_000, officialRef: 'khue' });
  });
  test('Messenger is Facebook, and a phone registered as Zalo is good for Zalo', () => {
    const facebook = asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'facebook' }) }, identifier('profile', 'facebook:khue'));
    expect(decide(facts({ channelPlatform: 'messenger', identifiers: [facebook] })).outcome).toBe('genuine-channel');
    expect(decide(facts({ channelPlatform: 'zalo', identifiers: [asked('channel', { state: 'genuine', channel: channel() }, identifier('phone', '84900000101'))] })).outcome).toBe('genuine-channel');
  });
  test('the owner is one of several namesakes: his channel settles which', () => {
    const decision = decide(facts({ identifiers: [genuine], claimed: { kind: 'several', refs: ['khue', 'khue2'], spans: [] } }));
    expect(decision.outcome).toBe('genuine-channel');
    expect(decision.reasons.map((r) => r.code)).not.toContain('official-namesakes');
  });
  test('also when money is asked: said, because a genuine channel can be taken over', () => {
    const decision = decide(facts({ identifiers: [genuine], claimed: claim(), hasRequest: true, reading: reading(['request_money']) }));
    expect(decision.outcome).toBe('genuine-channel');
    expect(decision.reasons.map((r) => r.code)).toContain('request-money');
  });
  test.each([
    ['the number merely stands in the text', facts({ identifiers: [asked('mentioned', { state: 'genuine', channel: channel() })] })],
    ['the text itself says it came from there', facts({ identifiers: [asked('stated-channel', { state: 'genuine', channel: channel() })] })],
    ['it was not confirmed in time', facts({ identifiers: [asked('channel', { state: 'genuine', channel: channel('khue', { isExpired: true }) })] })],
    ['it belongs to somebody else than claimed', facts({ identifiers: [genuine], claimed: claim('nha') })],
    ['whoever is claimed is not in the register', facts({ identifiers: [genuine], claimed: { kind: 'unknown', spans: [] } })],
    ['it belongs to none of the namesakes claimed', facts({ identifiers: [genuine], claimed: { kind: 'several', refs: ['hung1', 'hung2'], spans: [] } })],
    ['a second channel is not registered', facts({ identifiers: [genuine, asked('channel', {}, identifier('phone', '84900000999'))] })],
    ['two channels of two people', facts({ identifiers: [genuine, asked('channel', { state: 'genuine', channel: channel('nha') }, identifier('phone', '84900000102'))] })],
    ['the message came on a network on which the number is not registered', facts({ channelPlatform: 'facebook', identifiers: [asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'phone' }) }, identifier('phone', '84900000101'))] })],
    ['it is a comment under the owner\'s post', facts({ identifiers: [asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'facebook' }) }, { ...identifier('profile', 'facebook:khue'), kind: 'comment' })] })],
    ['a letter is signed with a registered phone', facts({ channelPlatform: 'email', identifiers: [asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'phone' }) }, identifier('phone', '84900000101'))] })],
    ['a network that is not listed shows a registered phone', facts({ channelPlatform: 'other', identifiers: [asked('channel', { state: 'genuine', channel: channel('khue', { platform: 'phone' }) }, identifier('phone', '84900000101'))] })],
    ['only the account of a namesake', facts({ holder: { name: 'LE TRONG KHUE', spans: [], relation: 'equal', officialRef: 'khue' } })],
  ])('not when %s', (_why, f) => {
    expect(decide(f).outcome).toBe('unverified');
  });
});

describe('unverified', () => {
  test('never without a reason', () => {
    for (const f of [facts({}), facts({ claimed: claim() }), facts({ holder: { name: 'DO VAN LUONG', spans: [], relation: 'none' } })]) expect(codes(f)).toEqual(['nothing-to-compare']);
    expect(codes(facts({ claimed: claim(), reading: reading([]) }))).not.toContain('nothing-to-compare');
  });
  test('an equal holder name is a warning, never comfort and never proof', () => {
    const decision = decide(facts({ claimed: claim(), hasRequest: true, reading: reading(['request_money']), holder: { name: 'LE TRONG KHUE', spans: [], relation: 'equal', officialRef: 'khue' } }));
    expect(decision).toMatchObject({ outcome: 'unverified', isQuiet: false });
    expect(decision.reasons[0]?.code).toBe('holder-equals-official');
  });
  test('reported never stops by itself, and is never quiet', () => {
    expect(decide(facts({ identifiers: [asked('channel', { state: 'reported', reports: { count: 9, lastAt: NOW } })] }))).toMatchObject({ outcome: 'unverified', isQuiet: false });
  });
  test('a message that asks for nothing is quiet and says so', () => {
    const f = facts({ reading: reading(['claims_leader', 'urgency']) });
    expect(decide(f)).toMatchObject({ outcome: 'unverified', isQuiet: true });
    expect(codes(f)).toContain('no-request');
    expect(codes(f)).not.toContain('urgency');
  });
  test('without a message nobody knows what was asked: an account, a number or a QR code alone is never quiet', () => {
    expect(decide(facts({ identifiers: [asked('channel')] })).isQuiet).toBe(false);
    expect(decide(facts({ identifiers: [asked('beneficiary', {}, identifier('bank_account', ':0900000101'))] })).isQuiet).toBe(false);
    expect(decide(facts({ qr: { crcOk: true, hasAccount: false } })).isQuiet).toBe(false);
    expect(decide(facts({ reading: reading([]), identifiers: [asked('beneficiary', {}, identifier('bank_account', ':0900000101'))] })).isQuiet).toBe(false);
    expect(decide(facts({ reading: reading([]), identifiers: [{ ...asked('beneficiary', {}, identifier('bank_account', ':0900000101')), spans: [{ start: 0, end: 9 }] }] })).isQuiet).toBe(true);
  });
  test('what reads like fraud is never said to ask for nothing, even if no words of a request were recognised', () => {
    const f = facts({ reading: reading(['claims_leader', 'urgency'], false, 'likely-fraud') });
    expect(decide(f)).toMatchObject({ outcome: 'unverified', isQuiet: false });
    expect(codes(f)).toEqual(['urgency', 'claims-leader']);
    expect(decide(facts({ reading: reading(['request_money'], true, 'likely-fraud') })).isQuiet).toBe(true);
  });
  test('a hook without a money word is named even so', () => {
    expect(codes(facts({ hasRequest: true, reading: reading(['hijack_hook', 'claims_leader']) }))).toEqual(expect.arrayContaining(['hook', 'claims-leader']));
  });
  test('a warning that quotes a scam names no sign as if it were asked', () => {
    const f = facts({ hasRequest: true, reading: reading(['request_money', 'secrecy'], true) });
    expect(decide(f)).toMatchObject({ outcome: 'unverified', isQuiet: true });
    expect(codes(f)).toEqual(['quoted-warning']);
  });
  test('what is unknown is said to be unknown', () => {
    expect(codes(facts({ identifiers: [asked('channel')] }))).toContain('identifier-unknown');
  });
});

test('whatever the facts: absence is never genuine, and a stop always has its evidence', () => {
  const arbitrary = fc.array(fc.record({
    role: fc.constantFrom<IdentifierRole>('channel', 'stated-channel', 'beneficiary', 'mentioned'),
    state: fc.constantFrom(...IDENTIFIER_STATES), owner: fc.option(fc.constantFrom('khue', 'nha')), isExpired: fc.boolean(),
  }), { maxLength: 5 });
  fc.assert(fc.property(arbitrary, fc.boolean(), fc.constantFrom(claim(), claim('nha'), { kind: 'none' as const }), (items, hasRequest, claimed) => {
    const identifiers = items.map((i) => asked(i.role, {
      state: i.state, ...(i.owner ? { channel: channel(i.owner, { isExpired: i.isExpired }) } : {}), ...(i.state === 'red' ? { red: { publishedAt: NOW, reason: 'x' } } : {}),
    }));
    const decision = decide(facts({ identifiers, hasRequest, claimed }));
    if (decision.outcome === 'genuine-channel') expect(identifiers.some((i) => i.role === 'channel' && i.standing.state === 'genuine' && i.standing.channel)).toBe(true);
    if (identifiers.some((i) => i.standing.red)) expect(decision.outcome).toBe('stop-evidence');
    if (decision.outcome === 'stop-evidence') expect(decision.reasons.length).toBeGreaterThan(0);
  }));
});
