import { type IndexQuery, type IndexReading, type PlaceMatch } from './index-query';
import { type SearchIndex } from './search-index';
import { bitCount, sign, SIGNATURE_LENGTH } from './name-signatures';
import { SlipCounter, skeletonOf } from './skeleton';

/** A text, or what of it is no place, to be compared with whole names. */
interface Pattern {
  readonly counter: SlipCounter;
  readonly length: number;
  readonly signature: Uint32Array;
  /** The listing must lie there. */
  readonly place: PlaceMatch | null;
}

const LEAST = 0.7;
const MOST_SIMILAR = 250;
const SIGNATURE_STEPS = 200;

/**
 * Compares names as a whole with a text as a whole, letter by letter without blanks. Finds what words alone do not: a
 * slip in a word of one or two letters, slips at the borders of words, several words torn or run together.
 */
export class WholeNames {
  /** The likeliest reading, and the words as typed. */
  readonly readings: readonly number[];
  private readonly patterns: (Pattern[] | undefined)[] = [];

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
  ) {
    const literal = query.readings.findIndex((reading) => reading.literal);
    this.readings = literal > 0 ? [0, literal] : [0];
  }

  /** How alike a name and a reading can be at most, by their lengths. */
  mostAlike(name: number, reading: number): number {
    const { starts } = this.index.packed.nameSkeletons;
    const size = starts[name + 1]! - starts[name]!;
    const patterns = this.patternsAt(reading);
    let most = 0;
    for (const { length } of patterns) most = Math.max(most, Math.min(length, size) / Math.max(length, size));
    return most;
  }

  /** How alike a name and a reading are, 0..1; 0 when they are less alike than `least`. */
  compare(name: number, reading: number, unit: number, least = LEAST): number {
    const { bytes, starts } = this.index.packed.nameSkeletons;
    const [start, end] = [starts[name]!, starts[name + 1]!];
    const patterns = this.patternsAt(reading);
    let best = 0;
    for (const { counter, length, place } of patterns) {
      const longer = Math.max(length, end - start);
      if (Math.abs(length - (end - start)) > longer * (1 - LEAST) || (place && place.covers[unit] !== 1)) continue;
      const most = Math.floor(longer * (1 - Math.max(best, least)));
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

  /** The listings whose names have the signatures most like those of the text, at most some hundred. */
  mostSimilar(): number[] {
    const { nameSignatures, nameSkeletons, listingNames } = this.index.packed;
    if (nameSignatures.length === 0) return [];
    const patterns = this.readings.flatMap((reading) => this.patternsAt(reading));
    const likeness = new Uint8Array(this.index.size);
    const counts = new Uint32Array(SIGNATURE_STEPS + 1);
    for (let listing = 0; listing < this.index.size; listing++) {
      let best = 0;
      for (let name = listingNames[listing]!; name < listingNames[listing + 1]!; name++) {
        const size = nameSkeletons.starts[name + 1]! - nameSkeletons.starts[name]!;
        const [low, high] = [nameSignatures[2 * name]!, nameSignatures[2 * name + 1]!];
        for (let at = 0; at < patterns.length; at++) {
          const { length, signature } = patterns[at]!;
          if (Math.abs(length - size) > Math.max(length, size) * (1 - LEAST)) continue;
          const shared = bitCount(low & signature[0]!) + bitCount(high & signature[1]!);
          const all = bitCount(low | signature[0]!) + bitCount(high | signature[1]!);
          best = Math.max(best, shared / all);
        }
      }
      likeness[listing] = best * SIGNATURE_STEPS;
      counts[likeness[listing]!]!++;
    }
    let border = SIGNATURE_STEPS;
    for (let enough = counts[border]!; border > 1 && enough + counts[border - 1]! <= MOST_SIMILAR;)
      enough += counts[--border]!;
    return Array.from({ length: this.index.size }, (_, listing) => listing).filter(
      (listing) => likeness[listing]! >= border,
    );
  }

  private patternsAt(reading: number): Pattern[] {
    return (this.patterns[reading] ??= this.patternsOf(this.query.readings[reading]!));
  }

  private patternsOf(reading: IndexReading): Pattern[] {
    const keys = reading.terms.map((term) => this.query.terms[term]!.term.key);
    const patterns = [pattern(keys, null)];
    // The longest names of places come first; one at either end can be meant as a place only.
    const last = reading.places.find((place) => place.to === keys.length && place.from > 0);
    const first = reading.places.find((place) => place.from === 0 && place.to < keys.length);
    if (last) patterns.push(pattern(keys.slice(0, last.from), last));
    if (first) patterns.push(pattern(keys.slice(first.to), first));
    return patterns;
  }
}

function pattern(keys: readonly string[], place: PlaceMatch | null): Pattern {
  const skeleton = skeletonOf(keys);
  const signature = new Uint32Array(SIGNATURE_LENGTH);
  sign(skeleton, 0, skeleton.length, signature, 0);
  return { counter: new SlipCounter(skeleton), length: skeleton.length, signature, place };
}
