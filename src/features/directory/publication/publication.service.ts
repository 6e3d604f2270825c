import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../../../database/database';
import { OPEN_REVISION } from '../../../database/versioned-row.entity';
import { UnitBoundary } from '../../geography/boundary/unit-boundary.entity';
import { Unit, UnitLevel } from '../../geography/unit/unit.entity';
import { Office } from '../office/office.entity';
import { DirectoryStateStore } from './directory-state.store';
import { ImportRunningError, NoSuchRevisionError } from './publication.errors';
import { PUBLISHED_KINDS, type Publication, type StagedRevision } from './publication.types';
import { PublishedRowsStore } from './published-rows.store';
import type { Revision } from './revision.entity';
import { restoreRevision } from './revision-restore';
import { StagedRevisionService } from './staged-revision';

/** How many revisions stay readable: enough to walk back a bad week of daily imports. */
const KEPT_REVISIONS = 10;

/** The life of the directory's revisions: made beside what is live, published by one flip, rolled back by another. */
export class PublicationService implements Publication {
  private readonly state: DirectoryStateStore;
  private readonly stores: readonly PublishedRowsStore[];

  constructor(private readonly database: Database) {
    this.state = new DirectoryStateStore(database);
    this.stores = PUBLISHED_KINDS.map((kind) => new PublishedRowsStore(database, kind));
  }

  /** Starts a revision; leftovers of an import that died are taken back first. Throws ImportRunningError. */
  async begin(options: { origin: string; dryRun: boolean }): Promise<StagedRevision> {
    const current = await this.state.revision(await this.state.currentNumber());
    if (options.dryRun) {
      return new StagedRevisionService(this.database, this.state, this.stores, {
        ...options,
        current,
        number: (current?.number ?? 0) + 1,
        owner: null,
      });
    }
    const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
    const right = await this.state.acquire(owner, new Date());
    if ('heldBy' in right) throw new ImportRunningError(right.heldBy);
    for (const store of this.stores) await store.forgetAfter(right.current?.number ?? 0);
    return new StagedRevisionService(this.database, this.state, this.stores, {
      ...options,
      current: right.current,
      number: right.next,
      owner,
      published: () => this.prune(),
    });
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
    const target = await this.state.revision(number);
    if (!target) throw new NoSuchRevisionError(number);
    const staged = await this.begin({ origin: `rollback to ${number}`, dryRun: false });
    try {
      await restoreRevision(staged, this.stores, target, await this.current());
      return await staged.publish();
    } catch (error) {
      await staged.abandon();
      throw error;
    }
  }

  liveUnits(): ReturnType<Publication['liveUnits']> {
    return this.database.read(Unit).find({
      select: { unitKey: true, code: true, level: true, name: true, parentKey: true, validFrom: true, validUntil: true, rowId: true },
      where: { revisionUntil: OPEN_REVISION },
    });
  }

  liveOffices(): ReturnType<Publication['liveOffices']> {
    return this.database.read(Office).find({
      select: { code: true, parentCode: true, rowId: true },
      where: { revisionUntil: OPEN_REVISION },
    });
  }

  liveProvinceBoundaries(): ReturnType<Publication['liveProvinceBoundaries']> {
    return this.database.read(UnitBoundary).find({
      select: { unitKey: true, coordinates: true, rowId: true },
      where: { revisionUntil: OPEN_REVISION, level: UnitLevel.PROVINCE },
    });
  }

  private async prune(): Promise<void> {
    const floor = (await this.state.revisions())[KEPT_REVISIONS - 1]?.number;
    if (floor === undefined) return;
    for (const store of this.stores) await store.pruneBefore(floor);
    await this.state.pruneBefore(floor);
  }
}
