import type { RowOf, VersionedRow } from '../../../database/versioned-row.entity';

/** A kind of rows that are published together as a revision, as it is stored and counted. */
export interface PublishedTable<Entity extends VersionedRow = VersionedRow> {
  /** Name in manifests, reports and revisions, for example `units`. */
  readonly name: string;
  /** Its value of the enum `DirectoryKind`, for example `UNIT`. */
  readonly kind: string;
  /** What its rows are, one sentence of the schema. */
  readonly description: string;
  readonly entity: new () => Entity;
  /** Column that tells the rows of a revision apart. */
  readonly key: string;
  /** Columns that name a row of another table by its key. */
  readonly references: readonly Reference[];
}

/** A column that names rows of another table. */
export interface Reference {
  readonly column: string;
  readonly to: 'units' | 'offices';
}

/** How one kind differs from the revision before. */
export interface KindChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** A revision in the making: invisible to every reader until it is published. */
export interface StagedRevision {
  /** The number it will have. */
  readonly number: number;
  /** Number of live rows of a kind in the revision before. */
  liveCount(kind: string): Promise<number>;
  /** Gives the identifier of a source, recording it on first sight. */
  sourceId(source: { name: string; url?: string | undefined }): Promise<number>;
  /** Stages rows of a kind; keys must not repeat within a kind over all calls. */
  stage(kind: string, rows: readonly object[]): Promise<void>;
  /** Says that all rows of the kind have come: live rows that did not come again are removed. */
  complete(kind: string): Promise<KindChange>;
  /** Makes the staged state visible in one step; null when nothing differs, and then no revision is made. */
  publish(): Promise<{ number: number } | null>;
  /** Forgets all that was staged. */
  abandon(): Promise<void>;
}

/** The life of the directory's revisions, as an import sees it. */
export interface Publication {
  /** Starts a revision. Only one can be in the making: a second is refused with the name of the first. With `dryRun` nothing is written. */
  begin(options: { origin: string; dryRun: boolean }): Promise<StagedRevision>;
  /** The columns of all rows that readers see of a table, for manifests that do not name it. */
  live<Entity extends VersionedRow, Column extends keyof RowOf<Entity> & string>(
    table: PublishedTable<Entity>,
    columns: readonly Column[],
  ): Promise<Pick<Entity, Column>[]>;
  /** What the live rows of a kind name in one of its columns, and how many rows name it; empty cells are left out. */
  liveReferences(table: PublishedTable, column: string): Promise<{ value: string; count: number }[]>;
}
