import type { Entries } from './entries.ts';
import { saysPosition, spokenForms } from './said-post.ts';
import type { RegisterName } from './types.ts';
import type { Word } from './words.ts';

/** What the query says about a post, folded and small, a space at both ends. Null when it says none. */
export interface SaidPost { readonly words: string; /** Registered units that are said. */ readonly units: ReadonlySet<string>; readonly isUnit: boolean; readonly isPosition: boolean }
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
const MAX_POSITIONS = 5000;
/** Words of a text that are read for a post, and words of the longest form of a unit. */
const MAX_WORDS = 120;
const MAX_FORM = 14;

const plainOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Weighs a said post against registered ones. Spoken forms are kept by form, so that a text is looked up once whatever the number of units. */
export class PostWeigher {
  private readonly byForm = new Map<string, string[]>();
  private version = -1;
  private readonly positions = new Map<string, string>();
  private readonly entries: Entries;

  constructor(entries: Entries) { this.entries = entries; }

  /** Null when nobody is registered with a post, or the query says none. */
  said(words: readonly Word[]): SaidPost | null {
    if (!this.entries.hasPosts || words.length < 2) return null;
    const folds = words.slice(0, MAX_WORDS).map((w) => w.syllable.fold);
    const said = ` ${folds.join(' ')} `;
    const units = this.unitsIn(folds);
    const [isUnit, isPosition] = [units.size > 0 || UNIT.test(said), POSITION.test(said)];
    return isUnit || isPosition ? { words: said, units, isUnit, isPosition } : null;
  }

  fit(said: SaidPost | null, entry: RegisterName | undefined): PostFit {
    if (!said || !entry || (entry.unit === undefined && entry.position === undefined)) return NOTHING;
    const isUnit = said.isUnit && entry.unit !== undefined;
    const isPosition = said.isPosition && entry.position !== undefined;
    const unit = !isUnit ? 0 : said.units.has(entry.unit ?? '') ? Math.min(MOST - POSITION_AGREES, -Math.log(this.entries.shareOfUnit(entry.unit ?? ''))) : UNIT_DIFFERS;
    const ln = unit + (!isPosition ? 0 : saysPosition(said.words, this.positionOf(entry.position ?? '')) ? POSITION_AGREES : POSITION_DIFFERS);
    return { ln: Math.round(ln * 64) / 64, reason: ln > 0 ? 'post-agrees' : ln < 0 ? 'post-differs' : null };
  }

  private unitsIn(folds: readonly string[]): Set<string> {
    this.refresh();
    const found = new Set<string>();
    for (let from = 0; from < folds.length; from += 1) {
      let run = '';
      for (let to = from; to < Math.min(folds.length, from + MAX_FORM); to += 1) {
        run += `${to > from ? ' ' : ''}${folds[to] ?? ''}`;
        for (const unit of this.byForm.get(run) ?? []) found.add(unit);
      }
    }
    return found;
  }

  private refresh(): void {
    if (this.version === this.entries.unitsVersion) return;
    this.version = this.entries.unitsVersion;
    this.byForm.clear();
    for (const unit of this.entries.unitNames()) {
      for (const form of spokenForms(unit, plainOf)) { const known = this.byForm.get(form); if (known) known.push(unit); else this.byForm.set(form, [unit]); }
    }
  }

  private positionOf(position: string): string {
    const known = this.positions.get(position);
    if (known !== undefined) return known;
    if (this.positions.size >= MAX_POSITIONS) this.positions.clear();
    const made = plainOf(position);
    this.positions.set(position, made);
    return made;
  }
}
