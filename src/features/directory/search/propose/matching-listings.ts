import { bitsetLength, setBits } from '../index/packing';
import type { SearchIndex } from '../index/search-index';
import type { PlaceNames } from '../read/place-names';
import type { QueryReading } from '../read/query-readings';
import { type IndexQuery, type IndexReading, prepareQuery } from './index-query';

/** A set of listings, a bit for each. */
type Bits = Uint32Array;

/**
 * Ordinals of all listings that answer every word of some reading, by name, address or place, without mending slips.
 * In the order of the weights of their names: the shorter, the sooner.
 */
export function matchingListings(
  index: SearchIndex,
  readings: readonly QueryReading[],
  places: PlaceNames,
): Uint32Array {
  const query = prepareQuery(index, readings, places, false);
  const found = emptyBits(index.size);
  for (const reading of query.readings) {
    const matching = matchesOf(index, query, reading);
    for (let at = 0; at < found.length; at++) found[at]! |= matching[at]!;
  }
  return ordinalsOf(index, found);
}

function matchesOf(index: SearchIndex, query: IndexQuery, reading: IndexReading): Bits {
  const all = emptyBits(index.size).fill(-1);
  const { namePostings, addressPostings, unitPostings } = index.packed;
  for (const [at, term] of reading.terms.entries()) {
    const answering = emptyBits(index.size);
    const { keys, firstPrefixed, endPrefixed } = query.terms[term]!;
    const ranges = [...keys.map((key) => [key, key + 1] as const), [firstPrefixed, endPrefixed] as const];
    for (const lists of [namePostings, addressPostings]) {
      for (const [first, end] of ranges) setBits(answering, lists.items, lists.starts[first]!, lists.starts[end]!);
    }
    for (const place of reading.places) {
      if (at < place.from || at >= place.to) continue;
      for (const unit of place.unitNumbers)
        setBits(answering, unitPostings.items, unitPostings.starts[unit]!, unitPostings.starts[unit + 1]!);
    }
    for (let word = 0; word < all.length; word++) all[word]! &= answering[word]!;
  }
  return all;
}

function emptyBits(size: number): Bits {
  return new Uint32Array(bitsetLength(size));
}

function ordinalsOf(index: SearchIndex, bits: Bits): Uint32Array {
  const { ordinals } = index.packed;
  const found = new Uint32Array(index.size);
  let count = 0;
  for (let listing = 0; listing < index.size; listing++) {
    if ((bits[listing >>> 5]! & (1 << (listing & 31))) !== 0) found[count++] = ordinals[listing]!;
  }
  return found.slice(0, count);
}

/** The ordinals with those of `best` that are among them first, in the order of `best`. */
export function bestFirst(ordinals: Uint32Array, best: readonly number[], size: number): Uint32Array {
  const matching = new Uint8Array(size);
  for (const ordinal of ordinals) matching[ordinal] = 1;
  const result = new Uint32Array(ordinals.length);
  let count = 0;
  for (const ordinal of best) {
    if (matching[ordinal] !== 1) continue;
    matching[ordinal] = 0;
    result[count++] = ordinal;
  }
  for (const ordinal of ordinals) if (matching[ordinal] === 1) result[count++] = ordinal;
  return result;
}
