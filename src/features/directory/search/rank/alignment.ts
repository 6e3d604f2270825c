import type { SearchIndex } from '../index/search-index';
import { type IndexQuery, type IndexReading, MatchKind } from '../propose/index-query';
import { NameRole } from '../index/packed-index.types';
import { madeUpFor, mostScored, wholeFor, wordScore } from './ranking.rules';
import { WholeNames } from './whole-names';
import { MOST_WORDS, WordComparison } from './word-comparison';
import { type SearchScratch } from '../propose/scratch';
import {
  ADDRESS_WORTH,
  SURE_ANSWER,
  ALIKE_NAME,
  IN_ORDER,
  JUMP,
  PLACE_WORTH,
  UNBOUND_NUMBER,
  USED_ANSWER,
} from '../tuning';

/** What answers a word of a text. */
export enum AnsweredBy {
  NOTHING,
  NAME,
  PREFIX,
  SLIP,
  PLACE,
  ADDRESS,
}

/** How a listing answers a query best: which reading, which name, and how each word is answered. */
export interface Alignment {
  readonly score: number;
  /** Share of the text that is answered, by weight. */
  readonly share: number;
  readonly reading: number;
  readonly role: NameRole;
  /** For each word of the reading by what it is answered, and the form of the name that does, or -1. */
  readonly by: readonly AnsweredBy[];
  readonly forms: readonly number[];
}

const MOST_TERMS = 64;
/** What a listing costs before its names are compared, in steps. */
const LISTING_STEPS = 50;
/** What a word of the text costs beside what each word of a name does, in the same unit. */
const TERM_STEPS = 10;
const ROLE_TRUST: Readonly<Record<NameRole, number>> = {
  [NameRole.NAME]: 1,
  [NameRole.READING]: 0.995,
  [NameRole.FORMER_NAME]: 0.96,
};
const ANSWERED_BY: Readonly<Record<MatchKind, AnsweredBy>> = {
  [MatchKind.SAME]: AnsweredBy.NAME,
  [MatchKind.PREFIX]: AnsweredBy.PREFIX,
  [MatchKind.SLIP]: AnsweredBy.SLIP,
};

/** Compares listings of one index with one query, word by word. Give it back with `release`. */
export class Scorer {
  private readonly words: WordComparison;
  private readonly wholeNames: WholeNames | null;
  private readonly assigned = new Int32Array(MOST_TERMS);
  private readonly taken = new Uint8Array(MOST_WORDS);
  private share = 0;
  private readonly answeredBy = new Uint8Array(MOST_TERMS);

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: SearchScratch,
  ) {
    this.words = new WordComparison(index, query, scratch);
    this.wholeNames = query.slips ? new WholeNames(index, query, scratch) : null;
  }

  /** Gives the scratch back as it was. */
  release(): void {
    this.words.release();
  }

  /** Whether a whole name of the listing is rather alike to the text; never without slips. */
  isAlike(listing: number): boolean {
    return this.wholeNames?.isAlike(listing, ALIKE_NAME) ?? false;
  }

  /** Listings whose names are rather alike as a whole, for indexes of moderate size; none without slips. */
  alikeAsAWhole(): number[] {
    return this.wholeNames?.mostSimilar().filter((listing) => this.isAlike(listing)) ?? [];
  }

  /**
   * The best way in which a listing answers the query, over its names and the readings; null for a score up to `floor`.
   * Says the same each time it is asked, whatever was asked before.
   */
  score(listing: number, floor: number): Alignment | null {
    const { listingNames, nameRoles } = this.index.packed;
    this.words.compareAddress(listing);
    this.scratch.steps += LISTING_STEPS;
    let best: Alignment | null = null;
    let top = floor;
    for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
      const length = this.words.compareName(name);
      const role = nameRoles[name]! as NameRole;
      for (let number = 0; number < this.query.readings.length; number++) {
        const reading = this.query.readings[number]!;
        if (reading.trust * ROLE_TRUST[role] <= top) continue;
        const found = this.scoreName(listing, name, length, number, role, top);
        if (found <= top) continue;
        top = found;
        best = { score: found, share: this.share, reading: number, role, ...this.details(name, reading) };
      }
    }
    return best;
  }

  /** The share of a reading that a listing can answer at best, whatever the order of its words. */
  private reach(reading: IndexReading, unit: number): number {
    const { named, addressed } = this.words;
    let sum = 0;
    for (let at = 0; at < reading.terms.length; at++) {
      const term = reading.terms[at]!;
      let like = Math.max(named[term]!, addressed[term]! * ADDRESS_WORTH);
      if (like < PLACE_WORTH && unit > 0 && inPlace(reading, at, unit)) like = PLACE_WORTH;
      sum += reading.weights[at]! * like;
    }
    return sum / reading.asked;
  }

  /** The score of one name for one reading; some value up to `top` when it is not above it. */
  private scoreName(
    listing: number,
    name: number,
    length: number,
    number: number,
    role: NameRole,
    top: number,
  ): number {
    const reading = this.query.readings[number]!;
    const trust = reading.trust * ROLE_TRUST[role];
    const unit = this.index.packed.listingUnits[listing]!;
    const alike = this.wholeNames?.mostAlike(name, number) ?? 0;
    if (mostScored(this.reach(reading, unit), alike) * trust <= top) return 0;
    const { likeness, matchKinds, addressed } = this.words;
    const start = this.index.packed.nameForms.starts[name]!;
    const weights = this.index.packed.nameWeights;
    this.scratch.steps += (reading.terms.length * (length + TERM_STEPS)) / 2;
    this.assign(reading, length);
    if (unit > 0) this.unassignPlaces(reading, unit);
    let sum = 0;
    let usedWeight = 0;
    let nameWeight = 0;
    let pairs = 0;
    let kept = 0;
    let numbersMissing = 0;
    for (let word = 0; word < length; word++) nameWeight += weights[start + word]!;
    for (let at = 0; at < reading.terms.length; at++) {
      const term = reading.terms[at]!;
      const assign = this.assigned[at]!;
      let like = 0;
      let by = AnsweredBy.NOTHING;
      if (assign >= 0) {
        like = likeness[term * MOST_WORDS + assign]!;
        by = ANSWERED_BY[matchKinds[term * MOST_WORDS + assign]! as MatchKind];
        usedWeight += weights[start + assign]! * (like >= USED_ANSWER ? 1 : like);
        if (at > 0 && this.assigned[at - 1]! < 0 && reading.bound[at] === true) like *= UNBOUND_NUMBER;
        if (at > 0 && this.assigned[at - 1]! >= 0) {
          pairs++;
          const before = this.assigned[at - 1]!;
          kept += before === assign - 1 ? 1 : before < assign ? IN_ORDER : 0;
          if (reading.bound[at] === true && before !== assign - 1) like *= UNBOUND_NUMBER;
        }
      } else if (reading.numeric[at] === true) numbersMissing++;
      if (like < PLACE_WORTH && unit > 0 && inPlace(reading, at, unit)) [like, by] = [PLACE_WORTH, AnsweredBy.PLACE];
      const inAddress = addressed[term]! * ADDRESS_WORTH;
      if (inAddress > like) [like, by] = [inAddress, AnsweredBy.ADDRESS];
      this.answeredBy[at] = by;
      sum += reading.weights[at]! * like;
    }
    this.share = sum / reading.asked;
    const words = wordScore({ asked: reading.asked, answered: sum, nameWeight, usedWeight, pairs, kept });
    if (!this.wholeNames || numbersMissing > 0 || madeUpFor(words, alike) * trust <= top) return words * trust;
    return madeUpFor(words, this.wholeNames.compare(name, number, unit, wholeFor(words, top / trust))) * trust;
  }

  private details(name: number, reading: IndexReading): Pick<Alignment, 'by' | 'forms'> {
    const { nameForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    return {
      by: reading.terms.map((_, at) => this.answeredBy[at]! as AnsweredBy),
      forms: reading.terms.map((_, at) => (this.assigned[at]! < 0 ? -1 : nameForms.items[start + this.assigned[at]!]!)),
    };
  }

  /** The words of a place in which the listing lies stand for the place, unless the name has all of them. */
  private unassignPlaces(reading: IndexReading, unit: number): void {
    for (const { from, to, covers } of reading.places) {
      if (covers[unit] !== 1) continue;
      const own = this.assigned.subarray(from, to);
      if (own.includes(-1)) own.fill(-1);
    }
  }

  /** Gives each word of the reading the word of the name that answers it best: sure ones first, neighbours preferred. */
  private assign(reading: IndexReading, length: number): void {
    const { assigned, taken } = this;
    const { likeness } = this.words;
    const count = reading.terms.length;
    assigned.fill(-1, 0, count);
    taken.fill(0, 0, length);
    for (let pass = 0; pass < 2; pass++) {
      for (let at = 0; at < count; at++) {
        if (assigned[at]! >= 0) continue;
        const row = reading.terms[at]! * MOST_WORDS;
        const expected = at > 0 && assigned[at - 1]! >= 0 ? assigned[at - 1]! + 1 : -1;
        let best = pass === 0 ? SURE_ANSWER : 0;
        let chosen = -1;
        for (let word = 0; word < length; word++) {
          const like = likeness[row + word]!;
          if (like === 0 || taken[word] === 1) continue;
          const value = expected >= 0 && word !== expected ? like - JUMP : like;
          if (value > best) {
            best = value;
            chosen = word;
          }
        }
        if (chosen < 0) continue;
        assigned[at] = chosen;
        taken[chosen] = 1;
      }
    }
  }
}

function inPlace(reading: IndexReading, at: number, unit: number): boolean {
  for (const place of reading.places) if (place.from <= at && at < place.to && place.covers[unit] === 1) return true;
  return false;
}
