import type { Database } from '../../../database/database';
import type { RowOf, VersionedRow } from '../../../database/versioned-row.entity';
import { DirectoryStateStore } from './directory-state.store';
import { ImportLease } from './import-lease';
import { NoSuchRevisionError } from './publication.errors';
import type { Publication, PublishedTable, StagedRevision } from './publication.types';
import { PublishedRowsStore } from './published-rows.store';
import { Revision } from './revision.entity';
import { restoreRevision } from './revision-restore';
import { StagedRevisionService } from './staged-revision.service';

/** How many revisions stay readable: enough to walk back a bad week of daily imports. */
const KEPT_REVISIONS = 10;

/** The life of the directory's revisions: made beside what is live, published by one flip, rolled back by another. */
export class PublicationService implements Publication {
  private readonly state: DirectoryStateStore;
  private readonly stores: readonly PublishedRowsStore[];

  /** `tables` are all kinds of rows that are published. */
  constructor(database: Database, tables: readonly PublishedTable[]) {
    this.state = new DirectoryStateStore(database);
    this.stores = tables.map((table) => new PublishedRowsStore(database, table));
  }

  /** Starts a revision; leftovers of an import that died are taken back first. Throws ImportRunningError. */
  async begin(options: { origin: string; dryRun: boolean }): Promise<StagedRevision> {
    if (!options.dryRun) return this.stagedUnder(await this.freshLease(), options.origin);
    return this.stagedUnder(null, options.origin, await this.current());
  }

  /** All revisions that can be read or rolled back to, newest first. */
  revisions(): Promise<Revision[]> {
    return this.state.revisions();
  }

  /** The revision readers see, or null before the first. */
  async current(): Promise<Revision | null> {
    return this.state.revision(await this.state.currentNumber());
  }

  /** The number of the revision readers see: one cheap read, made often. */
  currentNumber(): Promise<number> {
    return this.state.currentNumber();
  }

  /**
   * Publishes a new revision that shows what revision `number` showed. Numbers only grow, so that caches and the change
   * feed stay exact. Null when nothing differs. Throws NoSuchRevisionError, ImportRunningError.
   */
  async rollback(number: number): Promise<{ number: number } | null> {
    const lease = await this.freshLease();
    const staged = this.stagedUnder(lease, `rollback to ${number}`);
    try {
      const target = await lease.write((manager) => manager.findOneBy(Revision, { number }));
      if (!target) throw new NoSuchRevisionError(number);
      await restoreRevision(staged, this.stores, target, lease.current);
      return await staged.publish();
    } catch (error) {
      await staged.abandon();
      throw error;
    }
  }

  async live<Entity extends VersionedRow, Column extends keyof RowOf<Entity> & string>(
    table: PublishedTable<Entity>,
    columns: readonly Column[],
  ): Promise<Pick<Entity, Column>[]> {
    const current = await this.state.currentNumber();
    const rows: VersionedRow[] = await this.storeOf(table).columnsVisibleAt(current, columns);
    return rows as Entity[];
  }

  async liveReferences(table: PublishedTable, column: string): ReturnType<Publication['liveReferences']> {
    return this.storeOf(table).valuesVisibleAt(await this.state.currentNumber(), column);
  }

  private storeOf({ name }: PublishedTable): PublishedRowsStore {
    const store = this.stores.find((candidate) => candidate.name === name);
    if (!store) throw new Error(`The rows of ${name} are not published.`);
    return store;
  }

  /** The lease of imports, with nothing left of an import that died. */
  private async freshLease(): Promise<ImportLease> {
    const lease = await ImportLease.take(this.state);
    try {
      for (const store of this.stores) await store.forgetAfter(lease.current?.number ?? 0, (work) => lease.write(work));
      return lease;
    } catch (error) {
      await lease.release();
      throw error;
    }
  }

  private stagedUnder(
    lease: ImportLease | null,
    origin: string,
    current = lease?.current ?? null,
  ): StagedRevisionService {
    return new StagedRevisionService(this.state, this.stores, {
      origin,
      current,
      lease,
      published: (held) => this.prune(held),
    });
  }

  /** Forgets revisions beyond those kept. Their records go first: a revision on record can be read whole. */
  private async prune(lease: ImportLease): Promise<void> {
    const floor = (await this.state.revisions())[KEPT_REVISIONS - 1]?.number;
    if (floor === undefined) return;
    await lease.write((manager) => this.state.pruneBefore(manager, floor));
    for (const store of this.stores) await store.pruneBefore(floor, (work) => lease.write(work));
  }
}
