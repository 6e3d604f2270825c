import type { SearchIndex } from '../index/search-index';
import type { IndexQuery, IndexReading, PlaceMatch } from './index-query';
import { termPostings, type TermPostings } from './index-query';
import { MOST_BITS, type SearchScratch } from './scratch';
import { MOST_LOOKED_UP, MOST_VISITED } from '../tuning';

/** Listings that may answer at least some share of a reading, those that may answer most first. */
export interface Candidates {
  readonly listings: Uint32Array;
  /** How much of the reading each can answer at best, 0..1. */
  readonly shares: Float64Array;
}

/** A word of a reading with what finds its listings. */
interface Word {
  readonly postings: TermPostings;
  readonly places: readonly PlaceMatch[];
  /** What a listing without the word misses, in steps. */
  readonly weight: number;
  /** Entries of all posting lists of the word, those of its places too. */
  readonly length: number;
  /** The bit that says in the mask of a listing that it has the word. */
  readonly bit: number;
}

/** Entries that are looked up, and words that one listing is looked up for, in the time of one step. */
const ENTRIES_IN_A_STEP = 4;
const WORDS_IN_A_STEP = 2;
/** Readings of more words than this go through fewer entries: each of them is looked up for each word. */
const WORDS_OF_MOST = 10;
/** Weights are counted in whole steps of this part. */
const STEPS = 4096;
const LISTING_ROOM = 2 ** 24;
/** In the place of a bitset: the word has none, or there is more to look at than one. */
const NONE = -1;
const SEVERAL = -2;
const NO_CANDIDATES: Candidates = { listings: new Uint32Array(0), shares: new Float64Array(0) };

/**
 * Finds the listings that may answer a given share of a reading. A listing that answers more than the common words of
 * the reading together has one of its rare words: so only the posting lists of those are gone through, and for the
 * other words the listings found are looked up.
 */
export class CandidateFinder {
  private readonly postings: (TermPostings | undefined)[] = [];
  /** A bit for each word that a listing is known to have, by listing; 0 everywhere between two readings. */
  private readonly masks: Uint32Array;
  private readonly found: Uint32Array;
  private count = 0;

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: SearchScratch,
    private readonly accepts: (listing: number) => boolean,
  ) {
    this.masks = scratch.masksOf(index.size);
    this.found = scratch.found;
  }

  /** The listings that may answer at least `threshold` (0..1) of the reading with this number. */
  find(number: number, threshold: number): Candidates {
    const reading = this.query.readings[number]!;
    const all = this.wordsOf(reading);
    const words = all.slice(0, MOST_BITS);
    const total = Math.round(reading.asked * STEPS);
    const allowed = Math.floor(total * (1 - threshold));
    const unmatched = Math.max(0, total - all.reduce((sum, { weight }) => sum + weight, 0));
    if (unmatched > allowed || this.scratch.isSpent) return NO_CANDIDATES;
    const rarestFirst = words.toSorted((left, right) => right.weight / right.length - left.weight / left.length);
    const most = Math.floor((MOST_VISITED * WORDS_OF_MOST) / Math.max(WORDS_OF_MOST, words.length));
    if ((rarestFirst[0]?.length ?? 0) > most) this.intersect(words);
    let [visited, covered, gone] = [0, unmatched, 0];
    for (; gone < rarestFirst.length && covered <= allowed && visited < most; gone++) {
      const word = rarestFirst[gone]!;
      visited += this.goThrough(word, most - visited);
      covered += word.weight;
    }
    for (const word of rarestFirst.slice(visited < most ? gone : gone - 1)) {
      if (this.scratch.isSpent) break;
      this.lookUp(word);
    }
    this.scratch.steps += visited + (this.count * words.length) / WORDS_IN_A_STEP;
    return this.take(words, unmatched, allowed, total);
  }

  /** The words of a reading that some listing has, the weightiest first. */
  private wordsOf(reading: IndexReading): Word[] {
    const words = reading.terms.flatMap((term, at) => {
      const postings = (this.postings[term] ??= termPostings(this.index, this.query.terms[term]!));
      const places = reading.places.filter((place) => place.from <= at && at < place.to);
      const length = places.reduce((sum, place) => sum + place.listings, postings.length);
      const weight = Math.round(reading.weights[at]! * (places.length > 0 ? 1 : postings.likeness) * STEPS);
      return length > 0 && weight > 0 ? [{ postings, places, weight, length }] : [];
    });
    words.sort((left, right) => right.weight - left.weight);
    return words.map((word, at) => ({ ...word, bit: 1 << at }));
  }

  /** Where all words are common, finds those that have all of them without going through their lists. */
  private intersect(words: readonly Word[]): void {
    const { commonBits } = this.index.packed;
    const common = words.map(({ postings }) => (postings.rest.length === 0 ? postings.bitsets : []));
    if (common.some((bitsets) => bitsets.length !== 1)) return;
    const all = words.reduce((mask, { bit }) => mask | bit, 0);
    const most = this.scratch.candidates.length;
    for (let at = 0, accepted = 0; at < this.index.bitsetLength && accepted < most; at++) {
      let bits = -1;
      for (let word = 0; word < common.length && bits !== 0; word++) bits &= commonBits[common[word]![0]! + at]!;
      for (; bits !== 0; bits &= bits - 1) {
        const listing = at * 32 + (31 - Math.clz32(bits & -bits));
        if (!this.accepts(listing)) continue;
        this.found[this.count++] = listing;
        this.masks[listing] = all;
        accepted++;
      }
    }
  }

  /** Goes through at most so many entries of the lists of a word; returns how many. */
  private goThrough({ postings, places, bit }: Word, most: number): number {
    const { items, starts } = this.index.packed.unitPostings;
    let left = Math.min(most, this.found.length - this.count);
    for (const range of postings.ranges) {
      const end = Math.min(range.end, range.start + left);
      this.note(range.items, range.start, end, bit);
      left -= end - range.start;
    }
    for (const { unitNumbers } of places) {
      for (const unit of unitNumbers) {
        const end = Math.min(starts[unit + 1]!, starts[unit]! + left);
        this.note(items, starts[unit]!, end, bit);
        left -= end - starts[unit]!;
      }
    }
    return most - left;
  }

  /** Notes that the listings `items[start … end)` have the word with this bit. */
  private note(items: Uint32Array, start: number, end: number, bit: number): void {
    const { masks, found } = this;
    let count = this.count;
    for (let i = start; i < end; i++) {
      const listing = items[i]!;
      const known = masks[listing]!;
      if (known === 0) found[count++] = listing;
      masks[listing] = known | bit;
    }
    this.count = count;
  }

  /** Notes the word for the listings found that are in those of its lists that have no bitset. */
  private lookUp({ postings, bit }: Word): void {
    const { masks, found, count } = this;
    this.scratch.steps += (postings.restLength > MOST_LOOKED_UP ? count : postings.restLength) / ENTRIES_IN_A_STEP;
    if (postings.restLength > MOST_LOOKED_UP) {
      for (let at = 0; at < count; at++) masks[found[at]!]! |= bit;
      return;
    }
    for (const { items, start, end } of postings.rest) {
      for (let i = start; i < end; i++) {
        const listing = items[i]!;
        const known = masks[listing]!;
        if (known !== 0) masks[listing] = known | bit;
      }
    }
  }

  /** Those of the listings found that miss no more than `allowed`; forgets what was found. */
  private take(words: readonly Word[], unmatched: number, allowed: number, total: number): Candidates {
    const { masks, found } = this;
    const { candidates: taken, weights, bitsets } = this.scratch;
    const most = words.length;
    for (let at = 0; at < most; at++) {
      const { weight, postings, places } = words[at]!;
      weights[at] = weight;
      bitsets[at] = places.length > 0 || postings.bitsets.length > 1 ? SEVERAL : (postings.bitsets[0] ?? NONE);
    }
    const { commonBits } = this.index.packed;
    let count = 0;
    let room = allowed;
    for (let at = 0; at < this.count; at++) {
      const listing = found[at]!;
      const mask = masks[listing]!;
      masks[listing] = 0;
      let missed = unmatched;
      for (let word = 0; word < most && missed <= room; word++) {
        if ((mask & (1 << word)) !== 0) continue;
        const bitset = bitsets[word]!;
        const has =
          bitset >= 0
            ? (commonBits[bitset + (listing >>> 5)]! & (1 << (listing & 31))) !== 0
            : bitset === SEVERAL && this.isInAny(words[word]!, listing);
        if (!has) missed += weights[word]!;
      }
      if (missed > room || !this.accepts(listing)) continue;
      taken[count++] = missed * LISTING_ROOM + listing;
      if (count < taken.length) continue;
      // Full: the lower half goes, and only what misses less than that is still let in.
      taken.sort();
      count = taken.length / 2;
      room = Math.floor(taken[count]! / LISTING_ROOM) - 1;
    }
    this.count = 0;
    const sorted = taken.subarray(0, count).sort();
    const listings = new Uint32Array(count);
    const shares = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      listings[at] = sorted[at]! % LISTING_ROOM;
      shares[at] = 1 - Math.floor(sorted[at]! / LISTING_ROOM) / total;
    }
    return { listings, shares };
  }

  /** Whether a listing is in some bitset or place of a word. */
  private isInAny({ postings, places }: Word, listing: number): boolean {
    const { commonBits, listingUnits } = this.index.packed;
    for (const bitset of postings.bitsets)
      if ((commonBits[bitset + (listing >>> 5)]! & (1 << (listing & 31))) !== 0) return true;
    for (const { covers } of places) if (covers[listingUnits[listing]!] === 1) return true;
    return false;
  }
}
