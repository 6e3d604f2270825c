import type { WorkSlices } from '../../../shared/work-slices';
import type { Point } from '../snapshot/geometry.rules';
import type { ListingIndex } from '../snapshot/listing-index';
import type { FoundListings } from './listed-ordinals';

/** Up to so many, measuring each is quicker than asking the index of points. */
const FEW = 2_048;
/** How many nearer listings that are not wanted the index of points may pass by before measuring each is quicker. */
const MOST_PASSED_BY = 20_000;
/** The index of points gives so many in about 3 ms, in one go; more are measured one by one, in slices. */
const MOST_ASKED = 4_096;
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
 * the nearest `needed` of them are given, in an array that holds nothing else. However it is worked out, the order is the
 * same, so that pages fit together.
 */
export async function nearestFirst(
  index: ListingIndex,
  found: FoundListings,
  terms: DistanceTerms,
  work: WorkSlices,
): Promise<Uint32Array> {
  if (found.isAscending && found.ordinals.length > FEW && terms.needed <= MOST_ASKED) {
    await work.turn();
    const nearest = nearestOfMany(index, found.ordinals, terms);
    if (nearest) return nearest;
  }
  return nearestOfAll(index, found.ordinals, terms, work);
}

/** The nearest, by the index of points; null when that is not the quickest way or does not tell their order. */
function nearestOfMany(
  index: ListingIndex,
  wanted: Uint32Array,
  { from, radiusMeters, needed }: DistanceTerms,
): Uint32Array | null {
  let passedBy = 0;
  const nearest = index.nearest(from, needed + SPARE, radiusMeters, (ordinal) => {
    if (isAmong(wanted, ordinal)) return true;
    passedBy++;
    // Taken all the same, so that the index comes to an end: the answer is thrown away.
    return passedBy > MOST_PASSED_BY;
  });
  if (passedBy > MOST_PASSED_BY) return null;
  const keys = Float64Array.from(nearest, (ordinal) => keyOf(index, ordinal, from)).sort();
  if (nearest.length < needed + SPARE) return ordinalsOf(keys);
  // Others may lie as far away as the last of them, so nothing is known of the order at that distance.
  const farthest = Math.floor((keys.at(-1) ?? 0) / ORDINAL_ROOM);
  const certain = keys.findIndex((key) => Math.floor(key / ORDINAL_ROOM) === farthest);
  return certain < needed ? null : ordinalsOf(keys.subarray(0, certain));
}

/** Measures every listing and keeps the nearest. */
async function nearestOfAll(
  index: ListingIndex,
  ordinals: Uint32Array,
  { from, needed }: DistanceTerms,
  work: WorkSlices,
): Promise<Uint32Array> {
  const kept = new SmallestKeys(Math.min(ordinals.length, Math.max(needed, FEW)));
  for (let at = 0; at < ordinals.length; at++) {
    if (at % MEASURED_AT_ONCE === 0) await work.pause();
    kept.add(keyOf(index, ordinals[at] ?? 0, from));
  }
  await work.turn();
  return ordinalsOf(kept.sorted());
}

/** The `most` smallest of the keys that are added. */
class SmallestKeys {
  private readonly keys: Float64Array;
  private length = 0;
  private limit = Infinity;

  constructor(private readonly most: number) {
    this.keys = new Float64Array(2 * most);
  }

  add(key: number): void {
    if (key > this.limit) return;
    this.keys[this.length++] = key;
    if (this.length === this.keys.length) this.limit = this.sorted().at(-1) ?? Infinity;
  }

  /** The smallest so far in order: a view of what is kept. */
  sorted(): Float64Array {
    this.keys.subarray(0, this.length).sort();
    this.length = Math.min(this.length, this.most);
    return this.keys.subarray(0, this.length);
  }
}

function keyOf(index: ListingIndex, ordinal: number, from: Point): number {
  return Math.round((index.distanceTo(from, ordinal) ?? 0) * 10) * ORDINAL_ROOM + ordinal;
}

function ordinalsOf(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys, (key) => key % ORDINAL_ROOM);
}

function isAmong(ascending: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
