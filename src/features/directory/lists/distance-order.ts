import type { WorkSlices } from '../../../shared/work-slices';
import type { Point } from '../snapshot/geometry.rules';
import type { ListingIndex } from '../snapshot/listing-index';

/** Up to so many, measuring each is quicker than asking the index of points. */
const FEW = 2_048;
/** How many nearer listings that are not wanted the index of points may pass by before measuring each is quicker. */
const MOST_PASSED_BY = 20_000;
/** Asked of the index beyond what is needed, so that listings on one point can be put in order. */
const SPARE = 64;
/** More ordinals than any kind has, so that a distance and an ordinal make one exact number. */
const ORDINAL_ROOM = 2 ** 24;
const MEASURED_AT_ONCE = 1_024;

/** What is to be ordered by the distance from a point. */
export interface DistanceTerms {
  readonly from: Point;
  readonly radiusMeters: number;
  /** How many of the nearest are enough. */
  readonly needed: number;
}

/**
 * Puts listings that have a position in order: the nearest first, in steps of a tenth of a metre, then by code. At least
 * the nearest `needed` of them are given. However it is worked out, the order is the same, so that pages fit together.
 */
export async function nearestFirst(
  index: ListingIndex,
  found: ArrayLike<number> & Iterable<number>,
  terms: DistanceTerms,
  work: WorkSlices,
): Promise<ArrayLike<number>> {
  if (found.length > FEW) {
    const nearest = nearestOfMany(index, found, terms);
    if (nearest) return nearest;
  }
  return orderOf(await keysOf(index, found, terms.from, work)).subarray(0, Math.max(terms.needed, FEW));
}

/** The nearest, by the index of points; null when that is not the quickest way or does not tell their order. */
function nearestOfMany(
  index: ListingIndex,
  found: ArrayLike<number> & Iterable<number>,
  { from, radiusMeters, needed }: DistanceTerms,
): Uint32Array | null {
  const wanted = new Uint8Array(index.size);
  for (const ordinal of found) wanted[ordinal] = 1;
  let passedBy = 0;
  const nearest = index.nearest(from, needed + SPARE, radiusMeters, (ordinal) => {
    if (wanted[ordinal] === 1) return true;
    passedBy++;
    // Taken all the same, so that the index comes to an end: the answer is thrown away.
    return passedBy > MOST_PASSED_BY;
  });
  if (passedBy > MOST_PASSED_BY) return null;
  const keys = Float64Array.from(nearest, (ordinal) => keyOf(index, ordinal, from));
  const ordered = orderOf(keys);
  if (nearest.length < needed + SPARE) return ordered;
  // Others may lie as far away as the last of them, so nothing is known of the order at that distance.
  const farthest = Math.floor((keys.at(-1) ?? 0) / ORDINAL_ROOM);
  const certain = keys.findIndex((key) => Math.floor(key / ORDINAL_ROOM) === farthest);
  return certain < needed ? null : ordered.subarray(0, certain);
}

async function keysOf(
  index: ListingIndex,
  found: ArrayLike<number>,
  from: Point,
  work: WorkSlices,
): Promise<Float64Array> {
  const keys = new Float64Array(found.length);
  for (let at = 0; at < found.length; at++) {
    if (at % MEASURED_AT_ONCE === 0) await work.pause();
    keys[at] = keyOf(index, found[at] ?? 0, from);
  }
  return keys;
}

function keyOf(index: ListingIndex, ordinal: number, from: Point): number {
  return Math.round((index.distanceTo(from, ordinal) ?? 0) * 10) * ORDINAL_ROOM + ordinal;
}

/** Sorts the keys in place and gives their ordinals. */
function orderOf(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys.sort(), (key) => key % ORDINAL_ROOM);
}
