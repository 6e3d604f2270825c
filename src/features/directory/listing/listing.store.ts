import { type FindOptionsSelect, type FindOptionsWhere, In } from 'typeorm';
import type { Database } from '../../../database/database';
import type { RowOf } from '../../../database/versioned-row.entity';
import type { Listing, ListingClass } from './listing.entity';
import { Source } from './source.entity';

/** Fetches listings and their sources from the database. */
export class ListingStore {
  constructor(private readonly database: Database) {}

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
    return rowIds.map((rowId) => byId.get(rowId) ?? null);
  }

  /** The sources of the numbers, in their order. One statement. */
  async sources(sourceIds: readonly number[]): Promise<(Source | null)[]> {
    const rows = await this.database.read(Source).findBy({ sourceId: In([...sourceIds]) });
    const byId = new Map(rows.map((row) => [row.sourceId, row]));
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
