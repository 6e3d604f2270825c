import { symbolsOf, EditDistance } from '../index/similar-words';
import { bitCount, addBigrams, BIGRAM_WORDS } from '../index/name-tables';
import type { SearchScratch } from '../propose/scratch';
import type { SearchIndex } from '../index/search-index';
import type { IndexQuery, IndexReading, PlaceMatch } from '../propose/index-query';
import { LEAST_NAME_SIMILARITY, MOST_SIMILAR_NAMES } from '../tuning';

/** A text, or what of it is no place, to be compared with whole names. */
interface Pattern {
  readonly counter: EditDistance;
  readonly length: number;
  /** Signature (see name-tables.ts), and how many bits of it are set. */
  readonly low: number;
  readonly high: number;
  readonly bits: number;
  /** The listing must lie there. */
  readonly place: PlaceMatch | null;
}

/** The patterns of readings that differ in nothing but blanks, and the name that was compared with them last. */
interface PatternSet {
  readonly patterns: readonly Pattern[];
  name: number;
  /** How alike that name is, 0 when it is less alike than `least`. */
  likeness: number;
  least: number;
}

/** Pairs of neighbouring letters that one slip can change, at most. */
const PAIRS_OF_SLIP = 3;
/** Letters of a pattern that are compared in one step. */
const LETTERS_IN_A_STEP = 32;
const SIMILARITY_STEPS = 200;

/**
 * Compares names as a whole with a text as a whole, letter by letter without blanks. Finds what words alone do not: a
 * slip in a word of one or two letters, slips at the borders of words, several words torn or run together.
 */
export class WholeNames {
  /** The likeliest reading, and the words as typed. */
  readonly readings: readonly number[];
  private readonly sets: (PatternSet | undefined)[] = [];
  private readonly setsByText = new Map<string, PatternSet>();

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: SearchScratch,
  ) {
    const literal = query.readings.findIndex((reading) => reading.literal);
    this.readings = literal > 0 ? [0, literal] : [0];
  }

  /** How alike a name and a reading can be at most, by their lengths and the pairs of letters that one has alone. */
  mostAlike(name: number, reading: number): number {
    const { foldedNames, nameBigrams } = this.index.packed;
    const set = this.setAt(reading);
    if (set.name === name) return set.likeness > 0 ? set.likeness : set.least;
    const { patterns } = set;
    const size = foldedNames.starts[name + 1]! - foldedNames.starts[name]!;
    let most = 0;
    for (let at = 0; at < patterns.length; at++) {
      const { length, low, high } = patterns[at]!;
      const longer = Math.max(length, size);
      let slips = longer - Math.min(length, size);
      if (nameBigrams.length > 0) {
        const [ownLow, ownHigh] = [nameBigrams[2 * name]!, nameBigrams[2 * name + 1]!];
        const missing = bitCount(low & ~ownLow) + bitCount(high & ~ownHigh);
        const other = bitCount(ownLow & ~low) + bitCount(ownHigh & ~high);
        slips = Math.max(slips, Math.ceil(Math.max(missing, other) / PAIRS_OF_SLIP));
      }
      most = Math.max(most, 1 - slips / longer);
    }
    return most;
  }

  /** How alike a name and a reading are, 0..1; 0 when they are less alike than `least`. */
  compare(name: number, reading: number, unit: number, least: number): number {
    const set = this.setAt(reading);
    if (set.name !== name || set.least > least) {
      set.name = name;
      set.least = least;
      set.likeness = this.likenessOf(name, set.patterns, unit, least);
    }
    return set.likeness >= least ? set.likeness : 0;
  }

  private likenessOf(name: number, patterns: readonly Pattern[], unit: number, least: number): number {
    const { bytes, starts } = this.index.packed.foldedNames;
    const [start, end] = [starts[name]!, starts[name + 1]!];
    let best = 0;
    for (let at = 0; at < patterns.length; at++) {
      const { counter, length, place } = patterns[at]!;
      const longer = Math.max(length, end - start);
      const most = Math.floor(longer * (1 - Math.max(best, least, LEAST_NAME_SIMILARITY)));
      if (Math.abs(length - (end - start)) > most || (place && place.covers[unit] !== 1)) continue;
      this.scratch.steps += Math.ceil(length / LETTERS_IN_A_STEP) * (end - start);
      best = Math.max(best, 1 - counter.count(bytes, start, end, most) / longer);
    }
    return best >= least ? best : 0;
  }

  /** Whether a name of the listing is as alike as `least` to a reading that is compared as a whole. */
  isAlike(listing: number, least: number): boolean {
    const { listingNames, listingUnits } = this.index.packed;
    const unit = listingUnits[listing]!;
    for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
      for (const reading of this.readings) if (this.compare(name, reading, unit, least) > 0) return true;
    }
    return false;
  }

  /** The listings whose names have the bigrams most like those of the text, at most some hundred. */
  mostSimilar(): number[] {
    const { size } = this.index;
    if (this.index.packed.nameBigrams.length === 0) return [];
    const likeness = new Uint8Array(size);
    for (const pattern of new Set(this.readings.flatMap((reading) => this.setAt(reading).patterns)))
      this.compareBigrams(pattern, likeness);
    const counts = new Uint32Array(SIMILARITY_STEPS + 1);
    for (let listing = 0; listing < size; listing++) counts[likeness[listing]!]!++;
    let border = SIMILARITY_STEPS;
    for (let enough = counts[border]!; border > 1 && enough + counts[border - 1]! <= MOST_SIMILAR_NAMES;)
      enough += counts[--border]!;
    const similar: number[] = [];
    for (let listing = 0; listing < size; listing++) if (likeness[listing]! >= border) similar.push(listing);
    return similar;
  }

  /** Raises the likeness of each listing, in steps, to that of its names and the pattern. */
  private compareBigrams({ low, high, bits, length, place }: Pattern, likeness: Uint8Array): void {
    const { nameBigrams, foldedNames, listingNames, listingUnits } = this.index.packed;
    const { bigramCounts } = this.index;
    const { starts } = foldedNames;
    this.scratch.steps += likeness.length;
    const [shortest, longest] = [Math.ceil(length * LEAST_NAME_SIMILARITY), Math.floor(length / LEAST_NAME_SIMILARITY)];
    for (let listing = 0; listing < likeness.length; listing++) {
      if (place && place.covers[listingUnits[listing]!] !== 1) continue;
      for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
        const size = starts[name + 1]! - starts[name]!;
        if (size < shortest || size > longest) continue;
        const shared = bitCount(nameBigrams[2 * name]! & low) + bitCount(nameBigrams[2 * name + 1]! & high);
        const all = bits + bigramCounts[name]! - shared;
        const steps = Math.floor((shared * SIMILARITY_STEPS) / all);
        if (steps > likeness[listing]!) likeness[listing] = steps;
      }
    }
  }

  private setAt(reading: number): PatternSet {
    return (this.sets[reading] ??= this.setOf(this.query.readings[reading]!));
  }

  private setOf(reading: IndexReading): PatternSet {
    const keys = reading.terms.map((term) => this.query.terms[term]!.term.key);
    // The longest names of places come first; one at either end can be meant as a place only.
    const last = reading.places.find((place) => place.to === keys.length && place.from > 0);
    const first = reading.places.find((place) => place.from === 0 && place.to < keys.length);
    const withoutLast = keys.slice(0, last?.from);
    const withoutFirst = keys.slice(first?.to ?? 0);
    const text = [keys, withoutLast, withoutFirst].map((each) => each.join('')).join(' ');
    let set = this.setsByText.get(text);
    if (!set) {
      const patterns = [pattern(keys, null)];
      if (last) patterns.push(pattern(withoutLast, last));
      if (first) patterns.push(pattern(withoutFirst, first));
      this.setsByText.set(text, (set = { patterns, name: -1, likeness: 0, least: 0 }));
    }
    return set;
  }
}

function pattern(keys: readonly string[], place: PlaceMatch | null): Pattern {
  const symbols = symbolsOf(keys);
  const bigrams = new Uint32Array(BIGRAM_WORDS);
  addBigrams(symbols, 0, symbols.length, bigrams, 0);
  const [low, high] = [bigrams[0]!, bigrams[1]!];
  const bits = bitCount(low) + bitCount(high);
  return { counter: new EditDistance(symbols), length: symbols.length, low, high, bits, place };
}
