import { Type, type Static } from 'typebox';

/** What a unit is. Positions read differently after each (unit names in answers: org.rules.ts). */
export const UNIT_KINDS = ['province', 'district', 'commune', 'committee', 'department', 'police', 'division', 'party', 'front', 'service', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
/** How a unit ends. `rename`: it goes on under another name, code, kind or parent and stays the same unit; the others end it. */
export const CHANGES = ['rename', 'merge', 'split', 'abolish'] as const;
export type Change = (typeof CHANGES)[number];
/** Codes of the province itself; used where a row names no system. Others: `gso` (national list of administrative units), `organ-id` (electronic documents). */
export const DEFAULT_CODE_SYSTEM = 'local';

/** ISO calendar day. In all shapes of this module `to` is the LAST day on which something holds; absent = until further notice. */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Code = Type.String({ minLength: 1, maxLength: 60 });
const CodeSystem = Type.String({ minLength: 1, maxLength: 32 });

/** A unit that takes over. It is the one that holds `code` on the day after the row's `to` (so a re-used code is no riddle). `codeSystem` absent: the row's. */
export const SuccessorRow = Type.Object({ code: Code, codeSystem: Type.Optional(CodeSystem) });
export type SuccessorRow = Static<typeof SuccessorRow>;

/**
 * One unit under one name, code, kind and parent. Key: (codeSystem, code, from) – codes are re-used by later units, so a code alone is no key.
 * - `kind` province | district (until 30/6/2025) | commune: territories; further: committee (UBND, HĐND …) | department (sở, ban, ngành) | police | division (phòng, văn phòng in a body) | party | front (MTTQ, đoàn thể) | service (trường, bệnh viện, trung tâm) | other.
 * - `name` in full, as on paper: "Sở Xây dựng", "UBND phường Bến Mẫu", "Công an tỉnh Mẫu". The province's wording is added where it reads naturally.
 * - `parent` code of the unit above, as held on `from`, in `codeSystem` unless written "system:code"; absent: a root. A parent that is renamed later stays the parent; one that ends
 *   earlier than this row is a fault.
 * - `to` last day; then `change` says how it ended, and `successors` who follows: rename and merge exactly one, split two or more, abolish none.
 *   Rename: the follower is a row with that code, `from` = the day after, and both rows are one unit.
 * - `phone` office line as people write it. `otherCodes` the same unit in other code systems, for the days of this row.
 */
export const UnitRow = Type.Object({
  code: Code,
  codeSystem: Type.Optional(CodeSystem),
  name: Type.String({ minLength: 1, maxLength: 300 }),
  kind: Type.Enum([...UNIT_KINDS]),
  parent: Type.Optional(Code),
  from: Day,
  to: Type.Optional(Day),
  change: Type.Optional(Type.Enum([...CHANGES])),
  successors: Type.Optional(Type.Array(SuccessorRow, { maxItems: 50 })),
  phone: Type.Optional(Type.String({ maxLength: 64 })),
  otherCodes: Type.Optional(Type.Array(Type.Object({ codeSystem: CodeSystem, code: Code }), { maxItems: 10 })),
});
export type UnitRow = Static<typeof UnitRow>;

/** A unit as it is on one day. */
export interface UnitView {
  readonly id: string;
  /** In `local` where it has one that day, else in the first system by name. */
  readonly code: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly phone: string | null;
  readonly from: string;
  readonly to: string | null;
}
export interface UnitNode extends UnitView { readonly children: readonly UnitNode[] }

/** One step from a unit towards today. `on`: first day of the new state. A rename leads to the same unit. */
export interface SuccessionStep {
  readonly change: Change;
  readonly on: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string } | null;
}
/** Who answers for a unit on a day: its heirs alive then (empty when it was abolished) and the steps that led there, in order of date. */
export interface Succession { readonly steps: readonly SuccessionStep[]; readonly heirs: readonly UnitView[] }
