import type { AccountPlatform, ChannelPlatform } from '#modules/officials/index.ts';
import type { UnitKind } from '#modules/org/index.ts';

/** Compact shapes of the sample province's tables; units.ts, officials.ts and known.ts turn them into the rows of the register. Days and moments are ISO. */
export type DemoUnit = readonly [code: string, name: string, kind: UnitKind, parent: string, from: string, phone?: string];

export interface DemoContact {
  readonly phone?: string;
  /** Zalo stands on the phone unless another number is given or it is declared absent. */
  readonly zalo?: string;
  /** Name in the address, or the number of profile.php?id=. */
  readonly facebook?: string;
  /** Local part and host below tinhmau.example. */
  readonly mail?: string;
  readonly site?: string;
  /** Day on which Zalo and Facebook were confirmed. Absent: the day of loading, so that a sample loaded next year is not full of expired channels. */
  readonly confirmedAt?: string;
  readonly none?: readonly AccountPlatform[];
  /** Last day in the position. */
  readonly to?: string;
}
export type DemoPerson = readonly [code: string, fullName: string, gender: 'male' | 'female', position: string, unit: string, from: string, contact?: DemoContact];

/** What happened to a genuine channel. A retired one is registered (`confirmedAt`) and retired again: it is not in the list of current channels. */
export interface DemoChannelEvent {
  readonly official: string;
  readonly platform: ChannelPlatform;
  readonly value: string;
  readonly kind: 'hijacked' | 'retired';
  readonly at: string;
  readonly reason: string;
  readonly confirmedAt?: string;
}
export interface DemoStatement {
  readonly official: string;
  readonly kind: 'declared-fake' | 'denied';
  readonly value: string;
  readonly at: string;
}
/** Reported, and published red when `published` is there. `what`: phone, link (page, profile) or account at `bank`. Reasons are what the public reads. */
export interface DemoKnown {
  readonly what: 'phone' | 'link' | 'account';
  readonly value: string;
  readonly bank?: string;
  readonly reports: number;
  readonly lastAt: string;
  readonly published?: { readonly at: string; readonly by: readonly [proposed: string, approved: string]; readonly reason: string };
}
