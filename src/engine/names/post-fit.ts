import type { Entries } from './entries.ts';
import { saysAny, saysPosition, spokenForms } from './said-post.ts';
import type { RegisterName } from './types.ts';
import type { Word } from './words.ts';

/** What the query says about a post, folded and small, a space at both ends. Null when it says none. */
export interface SaidPost { readonly words: string; readonly isUnit: boolean; readonly isPosition: boolean }
export interface PostFit { /** ln of the likelihood ratio. */ readonly ln: number; readonly reason: 'post-agrees' | 'post-differs' | null }

const UNIT = / (?:so|sgd|syt|ubnd|uy ban|hdnd|mttq|cong an|ca|van phong|chi cuc|cuc|truong|thpt|thcs|benh vien|trung tam|dang uy|tinh uy|huyen uy|phong|ban|toa an|vien kiem sat|dien luc|buu dien|kho bac|htx|hop tac xa|cong ty) /;
const POSITION = / (?:giam doc|gd|pgd|chu tich|ct|pct|bi thu|bt|pbt|truong phong|tp|pho phong|cvp|chanh van phong|hieu truong|ht|truong ban|chi cuc truong|chanh thanh tra|ke toan|lai xe|bao ve|van thu|thu quy) /;
const NOTHING: PostFit = { ln: 0, reason: null };
/** Agreement in a unit of few people says most; a bound keeps one said unit from outweighing a name that does not fit. */
const MOST = 5;
const POSITION_AGREES = 1.5;
/** Weighs more than an agreeing position: every unit has its director. */
const UNIT_DIFFERS = -2.5;
const POSITION_DIFFERS = -1;
const MAX_UNITS = 20_000;

const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

export function saidPostOf(words: readonly Word[]): SaidPost | null {
  const said = ` ${words.map((w) => w.syllable.fold).join(' ')} `;
  const [isUnit, isPosition] = [UNIT.test(said), POSITION.test(said)];
  return isUnit || isPosition ? { words: said, isUnit, isPosition } : null;
}

/** Weighs a said post against the registered one. Spoken forms are kept per unit: a province has some hundreds. */
export class PostWeigher {
  private readonly forms = new Map<string, readonly string[]>();
  private readonly entries: Entries;

  constructor(entries: Entries) { this.entries = entries; }

  fit(said: SaidPost | null, entry: RegisterName | undefined): PostFit {
    if (!said || !entry || (entry.unit === undefined && entry.position === undefined)) return NOTHING;
    const isUnit = said.isUnit && entry.unit !== undefined;
    const isPosition = said.isPosition && entry.position !== undefined;
    const unitAgrees = isUnit && saysAny(said.words, this.formsOf(entry.unit ?? ''));
    const positionAgrees = isPosition && saysPosition(said.words, plainOf(entry.position ?? ''));
    const unit = !isUnit ? 0 : unitAgrees ? Math.min(MOST - POSITION_AGREES, -Math.log(this.entries.shareOfUnit(entry.unit ?? ''))) : UNIT_DIFFERS;
    const ln = unit + (!isPosition ? 0 : positionAgrees ? POSITION_AGREES : POSITION_DIFFERS);
    return { ln: Math.round(ln * 64) / 64, reason: ln > 0 ? 'post-agrees' : ln < 0 ? 'post-differs' : null };
  }

  private formsOf(unit: string): readonly string[] {
    const known = this.forms.get(unit);
    if (known) return known;
    if (this.forms.size >= MAX_UNITS) this.forms.clear();
    const made = spokenForms(unit, plainOf);
    this.forms.set(unit, made);
    return made;
  }
}
