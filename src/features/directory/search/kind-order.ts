import { type ListingKind } from '../listing/listing.types';
import { type QueryReading } from './query-readings';
import { type SearchIndex } from './search-index';

/** Pairs of words that are in a smaller part of the names of a kind than this say nothing against it. */
const LEAST_PART = 1e-4;

/** A kind that is less like the text than the likeliest by this is unlikely to be meant. */
const UNLIKE = 0.5;

/** A kind that is asked for, and whether another one is far likelier to be meant. */
export interface AskedKind {
  readonly kind: ListingKind;
  readonly unlikely: boolean;
}

/**
 * The kinds whose names speak most like the text first, by how common its pairs of neighbouring words are in them: what
 * the likeliest kind finds spares the others most of their work.
 */
export function likeliestFirst(
  kinds: readonly ListingKind[],
  readings: readonly QueryReading[],
  indexOf: (kind: ListingKind) => SearchIndex,
): AskedKind[] {
  const asked = kinds.map((kind) => {
    const index = indexOf(kind);
    return { kind, likeness: Math.max(...readings.map((reading) => likenessOf(reading, index))) };
  });
  asked.sort((left, right) => right.likeness - left.likeness);
  const likeliest = asked[0]?.likeness ?? 0;
  return asked.map(({ kind, likeness }) => ({ kind, unlikely: likeness < likeliest - UNLIKE }));
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
