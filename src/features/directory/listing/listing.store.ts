import { LRUCache } from 'lru-cache';
import { type FindOptionsSelect, type FindOptionsWhere, In } from 'typeorm';
import type { Database } from '../../../database/database';
import type { RowOf } from '../../../database/versioned-row.entity';
import { ListingCache } from './listing-cache';
import type { Listing, ListingClass } from './listing.entity';
import { Source } from './source.entity';

/** Sources that are kept at most; a directory names a few dozen. */
const MOST_SOURCES = 2_000;

/** Fetches listings and their sources from the database. One for the process: it keeps what it has read. */
export class ListingStore {
  /** Each at most a kilobyte long, and never changed. */
  private readonly keptSources = new LRUCache<number, Source>({ max: MOST_SOURCES });

  constructor(
    private readonly database: Database,
    private readonly cache = new ListingCache(),
  ) {}

  /** The listing of a row number as it may be shown, when it is kept. */
  kept<Entity extends Listing>(of: ListingClass<Entity>, rowId: number): Entity | undefined {
    return this.cache.get(of, rowId);
  }

  /** The listings of row numbers of a revision as they may be shown, in their order; null where there is none. One statement. */
  async byRowIds<Entity extends Listing>(
    of: ListingClass<Entity>,
    rowIds: readonly number[],
    revision: number,
  ): Promise<(Entity | null)[]> {
    const rows = await this.database.readAt(revision, (manager) =>
      manager.getRepository<Listing>(of).findBy({ rowId: In([...rowIds]) }),
    );
    const byId = new Map(rows.map((row) => [row.rowId, row.shown() as Entity]));
    for (const row of byId.values()) this.cache.set(of, row);
    return rowIds.map((rowId) => byId.get(rowId) ?? null);
  }

  /** The source of a number, when it is kept. */
  keptSource(sourceId: number): Source | undefined {
    return this.keptSources.get(sourceId);
  }

  /** The sources of the numbers, in their order. One statement. */
  async sources(sourceIds: readonly number[]): Promise<(Source | null)[]> {
    const rows = await this.database.read(Source).findBy({ sourceId: In([...sourceIds]) });
    const byId = new Map(rows.map((row) => [row.sourceId, row]));
    for (const row of rows) this.keptSources.set(row.sourceId, Object.freeze(row));
    return sourceIds.map((sourceId) => byId.get(sourceId) ?? null);
  }

  /** Codes of the listings with these values that revision `revision` shows. */
  async codesWith<Entity extends Listing>(
    of: ListingClass<Entity>,
    values: Partial<RowOf<Entity>>,
    revision: number,
  ): Promise<string[]> {
    const select: FindOptionsSelect<Listing> = { rowId: true, code: true, revisionFrom: true, revisionUntil: true };
    const where = values as FindOptionsWhere<Listing>;
    const rows = await this.database.read<Listing>(of).find({ select, where });
    return rows.filter((row) => row.revisionFrom <= revision && revision < row.revisionUntil).map((row) => row.code);
  }
}
