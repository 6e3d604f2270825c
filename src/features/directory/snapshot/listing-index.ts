import type { WorkSlices } from '../../../shared/work-slices';
import { SearchIndex } from '../search/index/search-index';
import { ClusterIndex } from './cluster-index';
import { boxHolds, distanceMeters, type BoundingBox, type Point } from './geometry.rules';
import { NO_END, type NumberColumn, type PackedListings } from './packed-listings';
import { PointIndex } from './point-index';

/** Whether the listing with this ordinal is wanted. */
export type OrdinalTest = (ordinal: number) => boolean;

/** The listings of one kind in one revision, ready to be asked. Immutable. */
export class ListingIndex {
  readonly clusters: ClusterIndex;
  private readonly points: PointIndex | null;
  private readonly codes: Buffer;
  private readonly wordNumbers = new Map<string, ReadonlyMap<string, number>>();

  constructor(
    readonly packed: PackedListings,
    readonly search: SearchIndex,
  ) {
    this.clusters = new ClusterIndex(packed.clusters);
    this.points = packed.points && new PointIndex(packed.points);
    this.codes = Buffer.from(packed.codeBytes.buffer, packed.codeBytes.byteOffset, packed.codeBytes.byteLength);
    for (const [column, words] of Object.entries(packed.dictionaries)) {
      this.wordNumbers.set(column, new Map(words.map((word, number) => [word, number])));
    }
  }

  /** The listings, with what takes long for large kinds done a slice at a time. */
  static async open(packed: PackedListings, work: WorkSlices): Promise<ListingIndex> {
    return new ListingIndex(packed, await SearchIndex.open(packed.search, work));
  }

  get size(): number {
    return this.packed.size;
  }

  codeOf(ordinal: number): string {
    const start = ordinal === 0 ? 0 : this.packed.codeEnds[ordinal - 1];
    return this.codes.toString('utf8', start, this.packed.codeEnds[ordinal]);
  }

  rowIdOf(ordinal: number): number {
    return this.packed.rowIds[ordinal] ?? 0;
  }

  /** The ordinal of a code, or -1: codes stand in ascending order. */
  ordinalOf(code: string): number {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = this.codeOf(middle);
      if (at === code) return middle;
      if (at < code) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** A column of filters. Asking for one that the kind does not have is a fault of the program. */
  column(name: string): NumberColumn {
    const column = this.packed.attributes[name];
    if (!column) throw new Error(`The kind ${this.packed.kind} has no column ${name}.`);
    return column;
  }

  /** Tests a column of words for one word; a word that no listing has is met by none. */
  wordTest(name: string, word: string): OrdinalTest {
    const column = this.column(name);
    const number = this.wordNumbers.get(name)?.get(word);
    return number === undefined ? () => false : (ordinal) => column[ordinal] === number;
  }

  /** Tests a column of words with a test of the word, which is made once for each different word. */
  anyWordTest(name: string, test: (word: string) => boolean): OrdinalTest {
    const column = this.column(name);
    const wanted = this.packed.dictionaries[name]?.map(test) ?? [];
    return (ordinal) => wanted[column[ordinal] ?? -1] === true;
  }

  /** Key of the stated unit, or null. */
  unitKeyOf(ordinal: number): string | null {
    return this.packed.unitKeys[this.packed.unitIndexes[ordinal] ?? -1] ?? null;
  }

  /** The last day on which the listing is in force, a number like 20250630; null without one. */
  lastDayOf(ordinal: number): number | null {
    const last = this.packed.ends[ordinal] ?? NO_END;
    return last === NO_END ? null : last;
  }

  /** Tests whether the stated unit is among `keys`. */
  unitTest(keys: ReadonlySet<string>): OrdinalTest {
    const wanted = this.packed.unitKeys.map((key) => keys.has(key));
    const { unitIndexes } = this.packed;
    return (ordinal) => wanted[unitIndexes[ordinal] ?? -1] === true;
  }

  /** Tests whether the listing is in force on the day, a number like 20250701. */
  inForceTest(day: number): OrdinalTest {
    const { begins, ends } = this.packed;
    return (ordinal) => (begins[ordinal] ?? 0) <= day && day <= (ends[ordinal] ?? 0);
  }

  /** Tests whether the listing has a position in the box. */
  withinTest(box: BoundingBox): OrdinalTest {
    const { latitudes, longitudes } = this.packed;
    return (ordinal) => boxHolds(box, latitudes[ordinal] ?? NaN, longitudes[ordinal] ?? NaN);
  }

  /** Whether the position of the listing is known. */
  hasPosition(ordinal: number): boolean {
    return !Number.isNaN(this.packed.latitudes[ordinal] ?? NaN);
  }

  /** Metres between a point and the listing, or null when its position is unknown. */
  distanceTo(from: Point, ordinal: number): number | null {
    const latitude = this.packed.latitudes[ordinal] ?? NaN;
    if (Number.isNaN(latitude)) return null;
    return distanceMeters(from, latitude, this.packed.longitudes[ordinal] ?? NaN);
  }

  /** Ordinals of the `count` nearest listings that pass the test, nearest first, no farther than the radius. */
  nearest(from: Point, count: number, radiusMeters: number, test: OrdinalTest): number[] {
    return this.points?.nearest(from, count, radiusMeters, test) ?? [];
  }

  /** Ordinals of the listings in the box, ascending. */
  async inBox(box: BoundingBox, work: WorkSlices): Promise<Uint32Array> {
    return this.points ? this.points.inBox(box, work) : new Uint32Array();
  }

  /** All ordinals that pass the test, ascending. For small kinds: nothing else is answered meanwhile. */
  filter(test: OrdinalTest): Uint32Array {
    const found = new Uint32Array(this.size);
    let count = 0;
    for (let ordinal = 0; ordinal < this.size; ordinal++) if (test(ordinal)) found[count++] = ordinal;
    return found.slice(0, count);
  }
}
