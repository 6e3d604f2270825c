import { In } from 'typeorm';
import type { Database } from '../../../database/database';
import { Employer } from '../employer/employer.entity';
import { withoutPrivateDetails } from '../employer/sole-trader.rules';
import { KIND_SHAPES } from '../snapshot/snapshot-kind';
import type { Listing } from './listing.entity';
import type { ListingKind } from './listing.types';
import { Source } from './source.entity';

/** Fetches listings and their sources from the database. */
export class ListingStore {
  constructor(private readonly database: Database) {}

  /** The listings of the row numbers, in their order; null where there is none. One statement. */
  async byRowIds(kind: ListingKind, rowIds: readonly number[]): Promise<(Listing | null)[]> {
    const rows = await this.database.read(KIND_SHAPES[kind].entity).findBy({ rowId: In([...rowIds]) });
    const byId = new Map(rows.map((row) => [row.rowId, row instanceof Employer ? withoutPrivateDetails(row) : row]));
    return rowIds.map((rowId) => byId.get(rowId) ?? null);
  }

  /** The sources of the numbers, in their order. One statement. */
  async sources(sourceIds: readonly number[]): Promise<(Source | null)[]> {
    const rows = await this.database.read(Source).findBy({ sourceId: In([...sourceIds]) });
    const byId = new Map(rows.map((row) => [row.sourceId, row]));
    return sourceIds.map((sourceId) => byId.get(sourceId) ?? null);
  }

  /** Codes of the employers with a tax code that revision `revision` shows. A person's tax code finds nothing. */
  async employerCodesByTaxCode(taxCode: string, revision: number): Promise<string[]> {
    const rows = await this.database.read(Employer).find({
      select: { rowId: true, code: true, revisionFrom: true, revisionUntil: true },
      where: { taxCode, soleTrader: false },
    });
    return rows.filter((row) => row.revisionFrom <= revision && revision < row.revisionUntil).map((row) => row.code);
  }
}
