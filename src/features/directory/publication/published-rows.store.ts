import type { EntityManager, EntityTarget } from 'typeorm';
import { insertRows } from '../../../database/bulk-rows';
import type { Database } from '../../../database/database';
import { OPEN_REVISION, type VersionedRow } from '../../../database/versioned-row.entity';
import { PUBLISHED, type PublishedKind } from './publication.types';

const BATCH_ROWS = 2_000;

/** What an import needs to know of a live row. */
export interface LiveRow {
  readonly rowId: number;
  readonly key: string;
  readonly contentHash: string;
}

/** A row with its key, ready to be staged. */
export type StagedRow = VersionedRow & Readonly<Record<string, unknown>>;

/** The rows of one published kind, by revision. Every method that changes many rows does so in short transactions. */
export class PublishedRowsStore {
  private readonly entity: EntityTarget<VersionedRow>;
  private readonly table: string;
  private readonly keyColumn: string;

  constructor(
    private readonly database: Database,
    readonly kind: PublishedKind,
  ) {
    this.entity = PUBLISHED[kind].entity as EntityTarget<VersionedRow>;
    this.keyColumn = PUBLISHED[kind].key;
    this.table = database.reader.dataSource.getMetadata(this.entity).tableName;
  }

  /** The key of a row of this kind. */
  keyOf(row: object): string {
    return (row as Record<string, string>)[this.keyColumn] ?? '';
  }

  /** The largest row number ever given, 0 in an empty table. */
  async lastRowId(): Promise<number> {
    return (await this.database.schemaSource.getRepository(this.entity).maximum('rowId')) ?? 0;
  }

  /** The live rows among `keys` as the write connection sees them: what this import staged counts. */
  async liveByKeys(manager: EntityManager, keys: readonly string[]): Promise<Map<string, LiveRow>> {
    const rows = await this.select(manager)
      .where(`r.${this.keyColumn} IN (:...keys)`, { keys })
      .andWhere('r.revisionUntil = :open', { open: OPEN_REVISION })
      .getRawMany<LiveRow>();
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Adds rows and ends others, all from revision `number` on. */
  async stage(manager: EntityManager, number: number, added: readonly StagedRow[], ended: readonly number[]): Promise<void> {
    for (let start = 0; start < ended.length; start += BATCH_ROWS) {
      await manager.update(this.entity, ended.slice(start, start + BATCH_ROWS), { revisionUntil: number });
    }
    await insertRows(manager, this.entity, added);
  }

  /** Walks the rows that revision `at` shows, in batches by ascending row number. */
  async *visibleAt(at: number): AsyncGenerator<StagedRow[]> {
    for (let after = 0; ; ) {
      const rows = (await this.database.schemaSource
        .getRepository(this.entity)
        .createQueryBuilder('r')
        .where('r.rowId > :after AND r.revisionFrom <= :at AND r.revisionUntil > :at', { after, at })
        .orderBy('r.rowId')
        .limit(BATCH_ROWS)
        .getMany()) as StagedRow[];
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.rowId;
    }
  }

  /** Walks the live rows that revision `before` also showed: number and key only, in batches by ascending row number. */
  async *liveRowsBefore(before: number): AsyncGenerator<LiveRow[]> {
    for (let after = 0; ; ) {
      const rows = await this.select(this.database.schemaSource.manager)
        .where('r.rowId > :after AND r.revisionUntil = :open AND r.revisionFrom < :before', { after, open: OPEN_REVISION, before })
        .orderBy('r.rowId')
        .limit(BATCH_ROWS)
        .getRawMany<LiveRow>();
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.rowId;
    }
  }

  /** Takes back whatever was staged after revision `current` and never published. */
  async forgetAfter(current: number): Promise<void> {
    await this.inBatches('"revisionFrom" > $', [current], (condition) => `DELETE FROM ${this.quoted} WHERE ${condition}`);
    await this.inBatches(
      `"revisionUntil" > $ AND "revisionUntil" < ${OPEN_REVISION}`,
      [current],
      (condition) => `UPDATE ${this.quoted} SET "revisionUntil" = ${OPEN_REVISION} WHERE ${condition}`,
    );
  }

  /** Deletes the rows that no revision from `floor` on shows. */
  async pruneBefore(floor: number): Promise<void> {
    await this.inBatches('"revisionUntil" <= $', [floor], (condition) => `DELETE FROM ${this.quoted} WHERE ${condition}`);
  }

  private get quoted(): string {
    return `"${this.table}"`;
  }

  private select(manager: EntityManager): ReturnType<EntityManager['createQueryBuilder']> {
    return manager
      .createQueryBuilder()
      .select('r.rowId', 'rowId')
      .addSelect(`r.${this.keyColumn}`, 'key')
      .addSelect('r.contentHash', 'contentHash')
      .from(this.entity, 'r');
  }

  /** Runs a statement over the rows that meet `condition`, a batch a transaction, until none is left. */
  private async inBatches(condition: string, values: number[], statement: (where: string) => string): Promise<void> {
    const parameter = this.database.dialect === 'postgres' ? '$1' : '?';
    const bound = condition.replace('$', parameter);
    for (;;) {
      const ids = await this.database.write(async (manager) => {
        const rows = await manager.query<{ rowId: number }[]>(
          `SELECT "rowId" FROM ${this.quoted} WHERE ${bound} LIMIT ${BATCH_ROWS}`,
          values,
        );
        const list = rows.map((row) => row.rowId).join(',');
        if (rows.length > 0) await manager.query(statement(`"rowId" IN (${list})`));
        return rows.length;
      });
      if (ids < BATCH_ROWS) return;
    }
  }
}
