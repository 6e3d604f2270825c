import { type ListingKind } from '../listing/listing.types';
import { type QueryReading } from './query-readings';
import { type SearchIndex } from './search-index';

/** Pairs of words that are in a smaller part of the names of a kind than this say nothing against it. */
const LEAST_PART = 1e-4;

/**
 * The kinds whose names speak most like the text first, by how common its pairs of neighbouring words are in them: what
 * the likeliest kind finds spares the others most of their work.
 */
export function likeliestFirst(
  kinds: readonly ListingKind[],
  readings: readonly QueryReading[],
  indexOf: (kind: ListingKind) => SearchIndex,
): ListingKind[] {
  const likeness = new Map(
    kinds.map((kind) => [kind, Math.max(...readings.map((reading) => likenessOf(reading, indexOf(kind))))]),
  );
  return kinds.toSorted((left, right) => likeness.get(right)! - likeness.get(left)!);
}

function likenessOf({ terms }: QueryReading, index: SearchIndex): number {
  let sum = 0;
  let before = -1;
  for (const { key } of terms) {
    const own = index.keyOf(key);
    const pairs = before >= 0 && own >= 0 ? index.pairFrequency(before, own) : 0;
    sum += Math.log(Math.max(LEAST_PART, pairs / index.size));
    before = own;
  }
  return sum / terms.length;
}
