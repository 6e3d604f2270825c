import { LRUCache } from 'lru-cache';
import type { Listing, ListingClass } from './listing.entity';

/** Most bytes that kept listings take: some fifty thousand of them. */
const MOST_BYTES = 48 * 1_048_576;
/** What an object and its place in the cache take beside its values. */
const BYTES_PER_OBJECT = 160;
const BYTES_PER_VALUE = 8;
const BYTES_PER_STRING = 24;
const BYTES_PER_CHARACTER = 2;

/**
 * Keeps listings of the directory, whichever requests and revisions read them: a row is never changed in place, and its
 * number is never used again, so a kept one cannot become wrong. Bounded in bytes; what was read longest ago goes first.
 */
export class ListingCache {
  private readonly rows: LRUCache<string, Listing>;

  constructor(maxBytes = MOST_BYTES) {
    this.rows = new LRUCache({ maxSize: maxBytes, sizeCalculation: (row) => retainedBytes(row) });
  }

  get<Entity extends Listing>(of: ListingClass<Entity>, rowId: number): Entity | undefined {
    return this.rows.get(keyOf(of, rowId)) as Entity | undefined;
  }

  /** Keeps a listing, which nobody may change from now on. */
  set(of: ListingClass, row: Listing): void {
    this.rows.set(keyOf(of, row.rowId), Object.freeze(row));
  }

  /** Bytes that kept listings take, as reckoned here. */
  get bytes(): number {
    return this.rows.calculatedSize;
  }
}

function keyOf({ kind }: ListingClass, rowId: number): string {
  return `${kind}:${rowId}`;
}

/** About the bytes that a value of a row keeps in memory. */
function retainedBytes(value: unknown): number {
  if (typeof value === 'string') return BYTES_PER_STRING + BYTES_PER_CHARACTER * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = BYTES_PER_OBJECT;
  for (const part of Object.values(value)) bytes += BYTES_PER_VALUE + retainedBytes(part);
  return bytes;
}
