import { bitsetLength, forEachWithSeveral, MOST_BITSETS } from '../index/bitset';
import type { SearchIndex } from '../index/search-index';
import type { MatchScratch } from './scratch';
import type { IndexQuery, PlaceMatch } from './index-query';
import { TermPostings } from './term-postings';

/** Listings that may answer at least some share of a reading, those that may answer most first. */
export interface Candidates {
  readonly listings: Uint32Array;
  /** How much of the reading each can answer at best, 0..1. */
  readonly shares: Float64Array;
}

/** A word of a reading with what finds its listings. */
interface TermLookup {
  readonly listings: TermPostings;
  /** A bit for each listing in a place that the word names; empty when it names none. */
  readonly inPlace: Uint32Array;
  /** What a listing without the word misses, in steps. */
  readonly weight: number;
  /** Entries of all lists of the word. */
  readonly length: number;
}

/** Collected at most; beyond that only what answers more than the lower half is still let in. */
const MOST_COLLECTED = 4096;
const MOST_COLLECTED_LARGE = 384;
const LARGE_INDEX = 100_000;
/** Entries of lists that are gone through for one reading. */
const MOST_VISITED = 16_000;
/** The same in large indexes, where those that have several of the weightiest words are looked at first. */
const MOST_VISITED_LARGE = 8_000;
/** From so many words on a listing must have three of the weightiest to be looked at first. */
const THREE_OF = 5;
/** The same for a kind that is unlikely meant. */
const MOST_VISITED_UNLIKELY = 4_000;
/** Other readings than the likeliest get this part of it. */
const PART_OF_OTHER_READINGS = 0.5;
/** Weights are counted in whole steps of this part. */
const STEPS = 4096;
const LISTING_ROOM = 2 ** 24;
const MOST_LOOKUPS = 64;
const NOWHERE = new Uint32Array(0);
const NO_CANDIDATES: Candidates = { listings: new Uint32Array(0), shares: new Float64Array(0) };

/**
 * Finds the listings that may answer a given share of a reading. A listing that answers more than the common words of
 * the reading together has one of its rare words: so only the lists of those are gone through, and for the other
 * words it is looked up, the weightiest first, until too much is missed.
 */
export class CandidateFinder {
  private readonly listings: (TermPostings | undefined)[] = [];
  private readonly length: number;
  /** Listings that were looked at. */
  private readonly seen: Uint32Array;
  /** Words to look up, side by side: bits of their listings, bits of their places, and what each is worth. */
  private readonly bits: Uint32Array[] = [];
  private readonly bitsAt = new Int32Array(MOST_LOOKUPS);
  private readonly inPlaces: Uint32Array[] = [];
  private readonly lookupWeights = new Int32Array(MOST_LOOKUPS);
  /** Bits of places that were merged. */
  private readonly merged: { readonly places: readonly PlaceMatch[]; readonly bits: Uint32Array }[] = [];
  private readonly collected: Float64Array;
  private readonly one = new Uint32Array(32);
  private none: Uint32Array | undefined;
  private readonly mostVisited: number;
  private readonly large: boolean;
  private count = 0;
  /** What a listing may miss to be let in, in steps. */
  private allowed = 0;

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: MatchScratch,
    private readonly accepts: (listing: number) => boolean,
    unlikely = false,
  ) {
    this.large = index.size > LARGE_INDEX;
    this.mostVisited = unlikely ? MOST_VISITED_UNLIKELY : this.large && query.slips ? MOST_VISITED_LARGE : MOST_VISITED;
    this.length = bitsetLength(index.size);
    this.collected = scratch.collected(unlikely || this.large ? MOST_COLLECTED_LARGE : MOST_COLLECTED);
    this.seen = scratch.takeBits(this.length);
  }

  /**
   * Listings that may answer at least `threshold` (0..1) of the reading.
   */
  find(number: number, threshold: number): Candidates {
    const lookups = this.lookupsOf(number);
    const total = Math.round(this.query.readings[number]!.asked * STEPS);
    const unmatchable = Math.max(0, total - lookups.reduce((sum, lookup) => sum + lookup.weight, 0));
    this.allowed = Math.floor(total * (1 - threshold));
    if (unmatchable > this.allowed) return NO_CANDIDATES;
    this.count = 0;
    this.seen.fill(0, 0, this.length);
    const most = number === 0 ? this.mostVisited : this.mostVisited * PART_OF_OTHER_READINGS;
    let visited = 0;
    let covered = unmatchable;
    const ordered = lookups.toSorted((left, right) => right.weight / right.length - left.weight / left.length);
    if (this.large && this.query.slips && number === 0 && lengthOf(ordered, this.allowed - unmatchable) > most) {
      this.prepareLookups(lookups, null);
      this.collectWithSeveral(unmatchable, most);
    }
    for (const lookup of ordered) {
      if (covered > this.allowed || visited >= most) break;
      if (visited === 0 && lookup.listings.nameLength > this.mostVisited) {
        this.prepareLookups(lookups, null);
        this.collectComplete(unmatchable);
      }
      this.prepareLookups(lookups, lookup);
      covered += lookup.weight;
      visited += this.goThrough(lookup, unmatchable, most - visited);
    }
    return this.take(total);
  }

  private lookupsOf(number: number): TermLookup[] {
    const reading = this.query.readings[number]!;
    const lookups: TermLookup[] = [];
    for (const [at, term] of reading.terms.entries()) {
      const listings = (this.listings[term] ??= new TermPostings(this.index, this.query.terms[term]!, this.scratch));
      const places = reading.places.filter((place) => place.from <= at && at < place.to);
      const inPlace = this.bitsOf(places);
      const length = places.reduce((sum, place) => sum + place.listings, listings.length);
      const weight = Math.round(reading.weights[at]! * (places.length > 0 ? 1 : listings.likeness) * STEPS);
      if (length > 0 && weight > 0) lookups.push({ listings, inPlace, weight, length });
    }
    return lookups;
  }

  /** Bits of the listings in any of the places. */
  private bitsOf(places: readonly PlaceMatch[]): Uint32Array {
    const [first, ...others] = places;
    if (!first) return NOWHERE;
    if (others.length === 0) return this.index.placeBitsOf(first.unitNumbers);
    const known = this.merged.find((each) => isSameList(each.places, places));
    if (known) return known.bits;
    const merged = this.scratch.takeBits(this.length);
    this.merged.push({ places, bits: merged });
    for (const { unitNumbers } of places) {
      const bits = this.index.placeBitsOf(unitNumbers);
      for (let word = 0; word < this.length; word++) merged[word]! |= bits[word]!;
    }
    return merged;
  }

  /** Prepares to look up all words but the one whose lists are gone through, the weightiest first. */
  private prepareLookups(lookups: readonly TermLookup[], own: TermLookup | null): void {
    const looked = lookups.filter((lookup) => lookup !== own && lookup.listings.bits !== null);
    looked.sort((left, right) => right.weight - left.weight);
    this.bits.length = looked.length;
    this.inPlaces.length = looked.length;
    for (const [at, { listings, inPlace, weight }] of looked.entries()) {
      this.bits[at] = listings.bits!;
      this.inPlaces[at] = inPlace;
      this.bitsAt[at] = listings.bitsAt;
      this.lookupWeights[at] = weight;
    }
  }

  /** Where all words are common, those that have all of them are found without going through lists. */
  private collectComplete(unmatchable: number): void {
    const { bits, bitsAt, seen } = this;
    for (let word = 0; word < this.length && this.allowed >= unmatchable; word++) {
      let complete = bits.length > 0 ? -1 : 0;
      for (let at = 0; at < bits.length && complete !== 0; at++) complete &= bits[at]![bitsAt[at]! + word]!;
      seen[word]! |= complete;
      for (; complete !== 0; complete &= complete - 1)
        this.admit(word * 32 + (31 - Math.clz32(complete & -complete)), unmatchable);
    }
  }

  /** Looks at the listings that have two or three of the weightiest words, at most so many, without going through lists. */
  private collectWithSeveral(unmatchable: number, most: number): void {
    const weightiest = Array.from({ length: MOST_BITSETS }, (_, at) => this.haveBits(at));
    let left = most;
    forEachWithSeveral(weightiest, this.bits.length >= THREE_OF, this.length, (bits, word) => {
      left -= this.collectBits(bits, word, unmatchable);
      return left > 0;
    });
  }

  /** A bit for each listing that has the word looked up at this place, or lies in its place; none for no word. */
  private haveBits(at: number): Uint32Array {
    const [bits, inPlace] = [this.bits[at], this.inPlaces[at]];
    if (!bits || !inPlace) return (this.none ??= this.scratch.takeBits(this.length));
    const own = bits.subarray(this.bitsAt[at], this.bitsAt[at]! + this.length);
    if (inPlace.length === 0) return own;
    const merged = this.scratch.takeBits(this.length);
    for (let word = 0; word < this.length; word++) merged[word] = own[word]! | inPlace[word]!;
    return merged;
  }

  /** Collects the listings of one word of bits; returns how many they are. */
  private collectBits(bits: number, word: number, unmatchable: number): number {
    let count = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1) this.one[count++] = word * 32 + (31 - Math.clz32(rest & -rest));
    this.collect(this.one, 0, count, unmatchable);
    return count;
  }

  /** Goes through at most so many entries of the lists of a word; returns how many. */
  private goThrough(lookup: TermLookup, unmatchable: number, most: number): number {
    let left = most;
    for (const { items, start, end } of lookup.listings.ranges) {
      this.collect(items, start, Math.min(end, start + left), unmatchable);
      left -= Math.min(left, end - start);
    }
    return most - this.collectInPlace(lookup.inPlace, unmatchable, left);
  }

  /** Goes through at most `left` listings of a place; returns how many of them are left. */
  private collectInPlace(inPlace: Uint32Array, unmatchable: number, left: number): number {
    for (let word = 0; word < inPlace.length && left > 0; word++) {
      if (inPlace[word] !== 0) left -= this.collectBits(inPlace[word]!, word, unmatchable);
    }
    return Math.max(0, left);
  }

  /** Collects those of `items[start … end)` that do not miss too much. */
  private collect(items: Uint32Array, start: number, end: number, unmatchable: number): void {
    const { seen, bits, bitsAt, inPlaces, lookupWeights } = this;
    const words = bits.length;
    let allowed = this.allowed;
    for (let i = start; i < end; i++) {
      const listing = items[i]!;
      const word = listing >>> 5;
      const bit = 1 << (listing & 31);
      if ((seen[word]! & bit) !== 0) continue;
      seen[word]! |= bit;
      let missed = unmatchable;
      for (let at = 0; at < words && missed <= allowed; at++) {
        if ((bits[at]![bitsAt[at]! + word]! & bit) !== 0) continue;
        if (inPlaces[at]!.length === 0 || (inPlaces[at]![word]! & bit) === 0) missed += lookupWeights[at]!;
      }
      if (missed > allowed) continue;
      this.admit(listing, missed);
      allowed = this.allowed;
    }
  }

  /** Lets a listing in; where there are many, drops the lower half and lets in only what is better than that. */
  private admit(listing: number, missed: number): void {
    if (!this.accepts(listing)) return;
    this.collected[this.count++] = missed * LISTING_ROOM + listing;
    if (this.count < this.collected.length) return;
    this.collected.sort();
    this.count = this.collected.length / 2;
    this.allowed = Math.floor(this.collected[this.count]! / LISTING_ROOM) - 1;
  }

  private take(total: number): Candidates {
    const sorted = this.collected.subarray(0, this.count).sort();
    const listings = new Uint32Array(this.count);
    const shares = new Float64Array(this.count);
    for (let at = 0; at < this.count; at++) {
      const listing = sorted[at]! % LISTING_ROOM;
      listings[at] = listing;
      shares[at] = 1 - Math.floor(sorted[at]! / LISTING_ROOM) / total;
    }
    return { listings, shares };
  }
}

function isSameList(left: readonly PlaceMatch[], right: readonly PlaceMatch[]): boolean {
  return left.length === right.length && left.every((each, at) => each.unitNumbers === right[at]!.unitNumbers);
}

/** Entries of the lists that are gone through, in this order, until the rest is worth no more than `allowed`. */
function lengthOf(lookups: readonly TermLookup[], allowed: number): number {
  let [length, covered] = [0, 0];
  for (const lookup of lookups) {
    if (covered > allowed) break;
    covered += lookup.weight;
    length += lookup.length;
  }
  return length;
}
