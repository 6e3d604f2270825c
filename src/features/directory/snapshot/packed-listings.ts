import type { ListingKind } from '../listing/listing.types';
import type { PackedSearchIndex } from '../search/index/packed-index.types';
import type { PackedClusters } from './cluster-index';
import type { PackedPoints } from './point-index';

/** A whole number for each listing, by ordinal. */
export type NumberColumn = Int32Array;

/**
 * The listings of one kind in one revision as flat columns, in the order of their codes. A listing is named by its
 * ordinal in that order. Everything heavy is a typed array, so that a worker thread hands it over without a copy.
 */
export interface PackedListings {
  readonly kind: ListingKind;
  readonly size: number;
  /** Whether some of the listings are made up for demonstration. */
  readonly hasDemonstration: boolean;
  /** Row of the database to fetch the listing by. */
  readonly rowIds: Uint32Array;
  /** Codes as UTF-8, one after the other, with the end of each. */
  readonly codeBytes: Uint8Array;
  readonly codeEnds: Uint32Array;
  /** Degrees; NaN where no position is known. */
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  /** Keys of the units that listings state, and for each listing the index of its own, -1 for none. */
  readonly unitKeys: readonly string[];
  readonly unitIndexes: Int32Array;
  /** First and last day (20250701) on which the listing is in force; open ends are 0 and `NO_END`. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** Columns that filters of this kind ask, by name. */
  readonly attributes: Readonly<Record<string, NumberColumn>>;
  /** Words of dictionary columns by column name: the number in the column is the index here. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
  /** The listings with a position; null when there are none. */
  readonly points: PackedPoints | null;
  readonly clusters: PackedClusters | null;
  readonly search: PackedSearchIndex;
}

/** The last day of an open interval. */
export const NO_END = 99_999_999;
/** "Not known" in a column of numbers. */
export const UNKNOWN = -1;
