import { type IndexQuery, type IndexReading } from './index-query';
import { type MatchScratch } from './match-scratch';
import { score } from './ranking.rules';
import { type SearchIndex } from './search-index';
import { NameRole } from './search-index.types';
import { MatchHow } from './term-matches';

/** How a listing answers a query best: which reading, which name, and how each word is answered. */
export interface Alignment {
  readonly score: number;
  readonly reading: number;
  readonly role: NameRole;
  /** For each word of the reading how well it is answered (0..1), and by what. */
  readonly answered: readonly number[];
  readonly by: readonly AnsweredBy[];
  /** For each word of the reading the form that answers it, or -1. */
  readonly forms: readonly number[];
}

export enum AnsweredBy {
  NOTHING,
  NAME,
  PREFIX,
  SLIP,
  PLACE,
  ADDRESS,
}

const MOST_WORDS = 48;
const PLACE_WORTH = 0.93;
const ADDRESS_WORTH = 0.8;
const SURE = 0.9;
const JUMP = 0.015;
const ROLE_TRUST: Readonly<Record<NameRole, number>> = {
  [NameRole.NAME]: 1,
  [NameRole.READING]: 0.995,
  [NameRole.FORMER_NAME]: 0.97,
};

/** Compares listings of one index with one query, word by word. */
export class Aligner {
  private readonly termsOf: (readonly { term: number; like: number; how: MatchHow; own: boolean }[])[] = [[]];
  private readonly likeness: Float32Array;
  private readonly hows: Uint8Array;
  private readonly placed = new Int32Array(64);
  private readonly taken = new Uint8Array(MOST_WORDS);

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: MatchScratch,
  ) {
    this.likeness = new Float32Array(query.terms.length * MOST_WORDS);
    this.hows = new Uint8Array(query.terms.length * MOST_WORDS);
    const byKey = new Map<number, { term: number; like: number; how: MatchHow; own: boolean }[]>();
    for (const [term, matches] of query.terms.entries()) {
      for (const [at, key] of matches.keys.entries()) {
        const entry = {
          term,
          like: matches.likeness[at] ?? 0,
          how: matches.how[at] ?? MatchHow.SAME,
          own: key === matches.ownKey,
        };
        const list = byKey.get(key);
        if (list) list.push(entry);
        else byKey.set(key, [entry]);
      }
    }
    for (const [key, list] of byKey) scratch.answers[key] = this.termsOf.push(list) - 1;
    this.keys = [...byKey.keys()];
  }

  private readonly keys: readonly number[];

  /** Gives the scratch back as it was. */
  release(): void {
    for (const key of this.keys) this.scratch.answers[key] = 0;
  }

  /** The best way in which the listing answers the query. */
  align(listing: number): Alignment | null {
    const { listingNames, nameRoles } = this.index.packed;
    let best: Alignment | null = null;
    for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
      const length = this.compareWords(name);
      for (let reading = 0; reading < this.query.readings.length; reading++) {
        const found = this.alignName(listing, name, length, reading, nameRoles[name]!, best?.score ?? 0);
        if (found && found.score > (best?.score ?? 0)) best = found;
      }
    }
    return best;
  }

  /** Fills in how much each word of the name is like each term; returns the number of words compared. */
  private compareWords(name: number): number {
    const { nameForms, formKeys, keyForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    const length = Math.min(MOST_WORDS, nameForms.starts[name + 1]! - start);
    this.likeness.fill(0);
    for (let word = 0; word < length; word++) {
      const form = nameForms.items[start + word]!;
      const key = formKeys[form]!;
      const answers = this.scratch.answers[key]!;
      if (answers === 0) continue;
      for (const { term, like, how, own } of this.termsOf[answers]!) {
        const at = term * MOST_WORDS + word;
        this.likeness[at] = own ? (this.query.terms[term]!.marks[form - keyForms[key]!] ?? 1) : like;
        this.hows[at] = how;
      }
    }
    return length;
  }

  private alignName(
    listing: number,
    name: number,
    length: number,
    number: number,
    role: NameRole,
    toBeat: number,
  ): Alignment | null {
    const reading = this.query.readings[number]!;
    const start = this.index.packed.nameForms.starts[name]!;
    const weights = this.index.packed.nameWeights;
    this.place(reading, length);
    const answered: number[] = [];
    const by: AnsweredBy[] = [];
    let [sum, used, told, pairs, kept] = [0, 0, 0, 0, 0];
    for (let word = 0; word < length; word++) told += weights[start + word]!;
    for (let at = 0; at < reading.terms.length; at++) {
      const seat = this.placed[at]!;
      let like = seat < 0 ? 0 : this.likeness[reading.terms[at]! * MOST_WORDS + seat]!;
      let how =
        seat < 0 ? AnsweredBy.NOTHING : HOW_ANSWERED[this.hows[reading.terms[at]! * MOST_WORDS + seat]! as MatchHow];
      if (seat >= 0) {
        used += weights[start + seat]! * like;
        if (at > 0 && this.placed[at - 1]! >= 0) {
          pairs++;
          if (this.placed[at - 1]! === seat - 1) kept++;
        }
      }
      if (like < PLACE_WORTH && this.inPlace(listing, reading, at)) [like, how] = [PLACE_WORTH, AnsweredBy.PLACE];
      if (like < ADDRESS_WORTH) {
        const inAddress = this.addressLikeness(listing, reading.terms[at]!) * ADDRESS_WORTH;
        if (inAddress > like) [like, how] = [inAddress, AnsweredBy.ADDRESS];
      }
      answered.push(like);
      by.push(how);
      sum += reading.weights[at]! * like;
    }
    const total = score({
      asked: reading.asked,
      answered: sum,
      told,
      used,
      pairs,
      kept,
      trust: reading.trust * ROLE_TRUST[role],
    });
    if (total <= toBeat) return null;
    const forms = by.map((_, at) =>
      this.placed[at]! < 0 ? -1 : this.index.packed.nameForms.items[start + this.placed[at]!]!,
    );
    return { score: total, reading: number, role, answered, by, forms };
  }

  /** Gives each word of the reading the word of the name that answers it best: sure ones first, neighbours preferred. */
  private place(reading: IndexReading, length: number): void {
    const { placed, likeness } = this;
    const count = reading.terms.length;
    placed.fill(-1, 0, count);
    this.taken.fill(0, 0, length);
    for (const least of [SURE, 0]) {
      for (let at = 0; at < count; at++) {
        if (placed[at]! >= 0) continue;
        const row = reading.terms[at]! * MOST_WORDS;
        const expected = at > 0 && placed[at - 1]! >= 0 ? placed[at - 1]! + 1 : -1;
        let [best, seat] = [least, -1];
        for (let word = 0; word < length; word++) {
          const like = likeness[row + word]!;
          if (like <= 0 || this.taken[word] === 1) continue;
          const value = like - (expected >= 0 && word !== expected ? JUMP : 0);
          if (value > best) [best, seat] = [value, word];
        }
        if (seat < 0) continue;
        placed[at] = seat;
        this.taken[seat] = 1;
      }
    }
  }

  private inPlace(listing: number, reading: IndexReading, at: number): boolean {
    const unit = this.index.packed.listingUnits[listing]!;
    return unit > 0 && reading.places.some((place) => place.from <= at && at < place.to && place.covers[unit] === 1);
  }

  private addressLikeness(listing: number, term: number): number {
    const { starts, items } = this.index.packed.addressKeys;
    let best = 0;
    for (let i = starts[listing]!; i < starts[listing + 1]!; i++) {
      const answers = this.scratch.answers[items[i]!]!;
      if (answers === 0) continue;
      for (const entry of this.termsOf[answers]!) if (entry.term === term && entry.like > best) best = entry.like;
    }
    return best;
  }
}

const HOW_ANSWERED: Readonly<Record<MatchHow, AnsweredBy>> = {
  [MatchHow.SAME]: AnsweredBy.NAME,
  [MatchHow.PREFIX]: AnsweredBy.PREFIX,
  [MatchHow.SLIP]: AnsweredBy.SLIP,
};
