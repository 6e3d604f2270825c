import { type IndexQuery, type IndexReading } from './index-query';
import { type MatchScratch } from './match-scratch';
import { score } from './ranking.rules';
import { type SearchIndex } from './search-index';
import { NameRole } from './search-index.types';
import { MatchHow } from './term-matches';
import { WholeNames } from './whole-names';

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

/** A key of the index answers a term. */
interface Answer {
  readonly term: number;
  readonly like: number;
  readonly how: MatchHow;
  readonly own: boolean;
}

const MOST_WORDS = 48;
const MOST_TERMS = 64;
const PLACE_WORTH = 0.9;
const ADDRESS_WORTH = 0.8;
const SURE = 0.9;
const USED = 0.55;
const JUMP = 0.015;
const ROLE_TRUST: Readonly<Record<NameRole, number>> = {
  [NameRole.NAME]: 1,
  [NameRole.READING]: 0.995,
  [NameRole.FORMER_NAME]: 0.96,
};
const HOW_ANSWERED: Readonly<Record<MatchHow, AnsweredBy>> = {
  [MatchHow.SAME]: AnsweredBy.NAME,
  [MatchHow.PREFIX]: AnsweredBy.PREFIX,
  [MatchHow.SLIP]: AnsweredBy.SLIP,
};

/** Compares listings of one index with one query, word by word. Give it back with `release`. */
export class Aligner {
  private readonly answersOf: Answer[][] = [[]];
  private readonly keys: number[] = [];
  private readonly wholes: WholeNames | null;
  /** Term × word of the name: how alike, and how. */
  private readonly likeness: Float32Array;
  private readonly hows: Uint8Array;
  /** Term: how well the address answers it. */
  private readonly addressed: Float32Array;
  private readonly seats = new Int32Array(MOST_TERMS);
  private readonly taken = new Uint8Array(MOST_WORDS);
  private share = 0;
  private readonly answeredBy = new Uint8Array(MOST_TERMS);

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: MatchScratch,
  ) {
    this.likeness = new Float32Array(query.terms.length * MOST_WORDS);
    this.hows = new Uint8Array(query.terms.length * MOST_WORDS);
    this.addressed = new Float32Array(query.terms.length);
    this.wholes = query.slips ? new WholeNames(index, query) : null;
    for (const [term, matches] of query.terms.entries()) {
      for (const [at, key] of matches.keys.entries()) {
        const answer = { term, like: matches.likeness[at]!, how: matches.how[at]!, own: key === matches.ownKey };
        const list = scratch.answers[key]!;
        if (list > 0) this.answersOf[list]!.push(answer);
        else {
          scratch.answers[key] = this.answersOf.push([answer]) - 1;
          this.keys.push(key);
        }
      }
    }
  }

  /** Gives the scratch back as it was. */
  release(): void {
    for (const key of this.keys) this.scratch.answers[key] = 0;
  }

  /** The best way in which the listing answers the query, without the details of its words. */
  compare(listing: number): Alignment | null {
    return this.best(listing, false);
  }

  /** The best way in which the listing answers the query. */
  align(listing: number): Alignment | null {
    return this.best(listing, true);
  }

  /** How alike the whole name of a listing is to the text, for choosing whom to align; 0 without slips. */
  wholeLikeness(listing: number): number {
    return this.wholes?.likenessOf(listing) ?? 0;
  }

  private best(listing: number, explained: boolean): Alignment | null {
    const { listingNames, nameRoles } = this.index.packed;
    this.compareAddress(listing);
    let best: Alignment | null = null;
    let top = 0;
    for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
      const length = this.compareWords(name);
      const role = nameRoles[name]! as NameRole;
      for (let number = 0; number < this.query.readings.length; number++) {
        const reading = this.query.readings[number]!;
        if (reading.trust * ROLE_TRUST[role] <= top) continue;
        const found = this.scoreName(listing, name, length, number, role);
        if (found <= top) continue;
        top = found;
        const details = explained ? this.details(name, reading) : NO_DETAILS;
        best = { score: found, share: this.share, reading: number, role, ...details };
      }
    }
    return best;
  }

  private compareAddress(listing: number): void {
    const { starts, items } = this.index.packed.addressKeys;
    this.addressed.fill(0);
    for (let i = starts[listing]!; i < starts[listing + 1]!; i++) {
      const answers = this.scratch.answers[items[i]!]!;
      if (answers === 0) continue;
      for (const { term, like } of this.answersOf[answers]!)
        if (like > this.addressed[term]!) this.addressed[term] = like;
    }
  }

  /** Fills in how much each word of the name is like each term; returns the number of words compared. */
  private compareWords(name: number): number {
    const { nameForms, formKeys, keyForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    const length = Math.min(MOST_WORDS, nameForms.starts[name + 1]! - start);
    for (let row = 0; row < this.likeness.length; row += MOST_WORDS) this.likeness.fill(0, row, row + length);
    for (let word = 0; word < length; word++) {
      const form = nameForms.items[start + word]!;
      const key = formKeys[form]!;
      const answers = this.scratch.answers[key]!;
      if (answers === 0) continue;
      for (const { term, like, how, own } of this.answersOf[answers]!) {
        const at = term * MOST_WORDS + word;
        this.likeness[at] = own ? this.query.terms[term]!.marks[form - keyForms[key]!]! : like;
        this.hows[at] = how;
      }
    }
    return length;
  }

  private scoreName(listing: number, name: number, length: number, number: number, role: NameRole): number {
    const reading = this.query.readings[number]!;
    const start = this.index.packed.nameForms.starts[name]!;
    const weights = this.index.packed.nameWeights;
    this.seat(reading, length);
    let [sum, used, told, pairs, kept, numbersMissing] = [0, 0, 0, 0, 0, 0];
    for (let word = 0; word < length; word++) told += weights[start + word]!;
    const unit = this.index.packed.listingUnits[listing]!;
    for (let at = 0; at < reading.terms.length; at++) {
      const term = reading.terms[at]!;
      const seat = this.seats[at]!;
      let like = 0;
      let by = AnsweredBy.NOTHING;
      if (seat >= 0) {
        like = this.likeness[term * MOST_WORDS + seat]!;
        by = HOW_ANSWERED[this.hows[term * MOST_WORDS + seat]! as MatchHow];
        used += weights[start + seat]! * (like >= USED ? 1 : like);
        if (at > 0 && this.seats[at - 1]! >= 0) {
          pairs++;
          if (this.seats[at - 1]! === seat - 1) kept++;
        }
      } else if (reading.numeric[at] === true) numbersMissing++;
      if (like < PLACE_WORTH && unit > 0 && inPlace(reading, at, unit)) [like, by] = [PLACE_WORTH, AnsweredBy.PLACE];
      const addressed = this.addressed[term]! * ADDRESS_WORTH;
      if (addressed > like) [like, by] = [addressed, AnsweredBy.ADDRESS];
      this.answeredBy[at] = by;
      sum += reading.weights[at]! * like;
    }
    this.share = sum / reading.asked;
    const whole = this.wholes && numbersMissing === 0 ? this.wholes.compare(name, number, unit) : 0;
    const trust = reading.trust * ROLE_TRUST[role];
    return score({ asked: reading.asked, answered: sum, told, used, pairs, kept, whole, trust });
  }

  private details(name: number, reading: IndexReading): Pick<Alignment, 'by' | 'forms'> {
    const { nameForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    return {
      by: reading.terms.map((_, at) => this.answeredBy[at]! as AnsweredBy),
      forms: reading.terms.map((_, at) => (this.seats[at]! < 0 ? -1 : nameForms.items[start + this.seats[at]!]!)),
    };
  }

  /** Gives each word of the reading the word of the name that answers it best: sure ones first, neighbours preferred. */
  private seat(reading: IndexReading, length: number): void {
    const { seats, taken, likeness } = this;
    const count = reading.terms.length;
    seats.fill(-1, 0, count);
    taken.fill(0, 0, length);
    for (let pass = 0; pass < 2; pass++) {
      for (let at = 0; at < count; at++) {
        if (seats[at]! >= 0) continue;
        const row = reading.terms[at]! * MOST_WORDS;
        const expected = at > 0 && seats[at - 1]! >= 0 ? seats[at - 1]! + 1 : -1;
        let best = pass === 0 ? SURE : 0;
        let seat = -1;
        for (let word = 0; word < length; word++) {
          const like = likeness[row + word]!;
          if (like === 0 || taken[word] === 1) continue;
          const value = expected >= 0 && word !== expected ? like - JUMP : like;
          if (value > best) {
            best = value;
            seat = word;
          }
        }
        if (seat < 0) continue;
        seats[at] = seat;
        taken[seat] = 1;
      }
    }
  }
}

const NO_DETAILS: Pick<Alignment, 'by' | 'forms'> = { by: [], forms: [] };

function inPlace(reading: IndexReading, at: number, unit: number): boolean {
  for (const place of reading.places) if (place.from <= at && at < place.to && place.covers[unit] === 1) return true;
  return false;
}
