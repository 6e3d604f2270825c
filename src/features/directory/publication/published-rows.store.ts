import type { EntityManager, EntityTarget } from 'typeorm';
import { insertRows } from '../../../database/bulk-rows';
import type { Database } from '../../../database/database';
import { ENDED_ROWS, OPEN_REVISION, type VersionedRow } from '../../../database/versioned-row.entity';
import type { PublishedTable } from './publication.types';

const BATCH_ROWS = 2_000;

/** What an import needs to know of a live row. */
export interface LiveRow {
  readonly rowId: number;
  readonly key: string;
  readonly contentHash: string;
}

/** How a transaction is opened for one batch. */
export type BatchWrite = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** A row with its key, ready to be staged. */
export type StagedRow = VersionedRow & Readonly<Record<string, unknown>>;

/** The rows of one published kind, by revision. Every method that changes many rows does so in short transactions. */
export class PublishedRowsStore {
  /** Name of the kind. */
  readonly name: string;
  private readonly entity: EntityTarget<VersionedRow>;
  private readonly table: string;
  private readonly keyColumn: string;

  constructor(
    private readonly database: Database,
    { name, entity, key }: PublishedTable,
  ) {
    this.name = name;
    this.entity = entity;
    this.keyColumn = key;
    this.table = database.reader.dataSource.getMetadata(this.entity).tableName;
  }

  /** The key of a row of this kind. */
  keyOf(row: object): string {
    return (row as Record<string, string>)[this.keyColumn] ?? '';
  }

  /** The largest row number ever given, 0 in an empty table. */
  async lastRowId(): Promise<number> {
    return (await this.database.read(this.entity).maximum('rowId')) ?? 0;
  }

  /** The rows among `keys` that revision `at` shows. */
  async visibleByKeys(at: number, keys: readonly string[]): Promise<Map<string, LiveRow>> {
    const rows = await this.select()
      .where(`r.${this.keyColumn} IN (:...keys)`, { keys })
      .andWhere('r.revisionFrom <= :at AND r.revisionUntil > :at', { at })
      .getRawMany<LiveRow>();
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Adds rows and ends others, all from revision `number` on. */
  async stage(
    manager: EntityManager,
    number: number,
    added: readonly StagedRow[],
    ended: readonly number[],
  ): Promise<void> {
    for (let start = 0; start < ended.length; start += BATCH_ROWS) {
      await manager.update(this.entity, ended.slice(start, start + BATCH_ROWS), { revisionUntil: number });
    }
    await insertRows(manager, this.entity, added);
  }

  /** Walks the rows that revision `at` shows, in batches by ascending row number. */
  async *visibleAt(at: number): AsyncGenerator<StagedRow[]> {
    for (let after = 0; ;) {
      const rows = (await this.database
        .read(this.entity)
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

  /** Some columns of all rows that revision `at` shows. */
  columnsVisibleAt(at: number, columns: readonly string[]): Promise<VersionedRow[]> {
    return this.database
      .read(this.entity)
      .createQueryBuilder('r')
      .select(['r.rowId', ...columns.map((column) => `r.${column}`)])
      .where('r.revisionFrom <= :at AND r.revisionUntil > :at', { at })
      .getMany();
  }

  /** The different values of a column in the rows that revision `at` shows, and how many rows have each; null is left out. */
  async valuesVisibleAt(at: number, column: string): Promise<{ value: string; count: number }[]> {
    const rows = await this.database
      .read(this.entity)
      .createQueryBuilder('r')
      .select(`r.${column}`, 'value')
      .addSelect('COUNT(*)', 'count')
      .where('r.revisionFrom <= :at AND r.revisionUntil > :at', { at })
      .andWhere(`r.${column} IS NOT NULL`)
      .groupBy(`r.${column}`)
      .orderBy('value')
      .getRawMany<{ value: string; count: number | string }>();
    return rows.map(({ value, count }) => ({ value, count: Number(count) }));
  }

  /** Walks the numbers of the rows that revision `at` shows, ascending, in batches. */
  async *rowIdsVisibleAt(at: number): AsyncGenerator<number[]> {
    for (let after = 0; ;) {
      const rows = await this.select()
        .where('r.rowId > :after AND r.revisionFrom <= :at AND r.revisionUntil > :at', { after, at })
        .orderBy('r.rowId')
        .limit(BATCH_ROWS)
        .getRawMany<LiveRow>();
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => row.rowId);
      after = last.rowId;
    }
  }

  /** Takes back whatever was staged after revision `current` and never published. */
  async forgetAfter(current: number, write: BatchWrite): Promise<void> {
    await this.inBatches(write, '"revisionFrom" > $', current, `DELETE FROM "${this.table}"`);
    const ended = `"revisionUntil" > $ AND ${ENDED_ROWS}`;
    await this.inBatches(write, ended, current, `UPDATE "${this.table}" SET "revisionUntil" = ${OPEN_REVISION}`);
  }

  /** Deletes the rows that no revision from `floor` on shows. */
  async pruneBefore(floor: number, write: BatchWrite): Promise<void> {
    await this.inBatches(write, `"revisionUntil" <= $ AND ${ENDED_ROWS}`, floor, `DELETE FROM "${this.table}"`);
  }

  private select(): ReturnType<EntityManager['createQueryBuilder']> {
    return this.database.reader
      .createQueryBuilder()
      .select('r.rowId', 'rowId')
      .addSelect(`r.${this.keyColumn}`, 'key')
      .addSelect('r.contentHash', 'contentHash')
      .from(this.entity, 'r');
  }

  /** Runs a statement over the rows that meet `condition`, a batch a transaction, until none is left. */
  private async inBatches(write: BatchWrite, condition: string, bound: number, statement: string): Promise<void> {
    const where = condition.replace('$', this.database.dialect === 'postgres' ? '$1' : '?');
    const select = `SELECT "rowId" FROM "${this.table}" WHERE ${where} LIMIT ${BATCH_ROWS}`;
    for (let count = BATCH_ROWS; count === BATCH_ROWS;) {
      count = await write(async (manager) => {
        const rows = await manager.query<{ rowId: number }[]>(select, [bound]);
        const list = rows.map((row) => row.rowId).join(',');
        if (rows.length > 0) await manager.query(`${statement} WHERE "rowId" IN (${list})`);
        return rows.length;
      });
    }
  }
}
