import { Column, PrimaryColumn } from 'typeorm';

/** The value of `revisionUntil` while a row is live: larger than any revision number, and indexable. */
export const OPEN_REVISION = 2_147_483_647;

/** Condition of the index of rows that have ended: they are few, and an index of all would mislead SQLite's planner. */
export const ENDED_ROWS = `"revisionUntil" < ${OPEN_REVISION}`;

/**
 * A row of the published directory. It is never changed in place: revision N shows the rows with
 * `revisionFrom <= N < revisionUntil`, so an import can stage beside what is live and publish by moving one number.
 */
export abstract class VersionedRow {
  /** Given by the import, ascending, never used again; the order of rows on both databases. */
  @PrimaryColumn('integer')
  rowId: number;

  /** First revision that shows this row. */
  @Column('integer')
  revisionFrom: number;

  /** First revision that no longer shows it, or `OPEN_REVISION`. */
  @Column('integer', { default: OPEN_REVISION })
  revisionUntil: number;

  /** Digest of the content, by which an import sees that nothing changed. */
  @Column('varchar', { length: 32 })
  contentHash: string;
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Names of what an object stores: neither methods nor what can only be read. */
type StoredKey<T> = {
  [K in keyof T]-?: T[K] extends (...args: never[]) => unknown
    ? never
    : Equal<Pick<T, K>, { -readonly [P in K]: T[P] }> extends true
      ? K
      : never;
}[keyof T];

/** The content of one row of a table: every column but the bookkeeping of revisions. */
export type RowOf<Entity extends VersionedRow> = Pick<Entity, Exclude<StoredKey<Entity>, keyof VersionedRow>>;
