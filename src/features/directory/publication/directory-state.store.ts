import { type EntityManager, LessThan } from 'typeorm';
import type { Database } from '../../../database/database';
import { Source } from '../listing/source.entity';
import { DirectoryState } from './directory-state.entity';
import { ImportLeaseLostError } from './publication.errors';
import { Revision } from './revision.entity';

const STATE_ID = 1;
/** An import that gave no sign of life for this long is dead. */
export const IMPORT_LEASE_MS = 30_000;

/** The revisions and the row that says which one readers see. */
export class DirectoryStateStore {
  constructor(private readonly database: Database) {}

  /** The number readers see, 0 before the first revision. */
  async currentNumber(): Promise<number> {
    return (await this.database.read(DirectoryState).findOneByOrFail({ id: STATE_ID })).currentRevision;
  }

  /** A revision, or null when it never was or has been pruned. */
  revision(number: number): Promise<Revision | null> {
    return this.database.read(Revision).findOneBy({ number });
  }

  /** All revisions that can still be read, newest first. */
  revisions(): Promise<Revision[]> {
    return this.database.read(Revision).find({ order: { number: 'DESC' } });
  }

  /**
   * Takes the lease of imports for `owner`. Returns the current revision and the next number, or the name of the living
   * import that holds the lease. `hasEnded` tells of an owner that is known to be gone.
   */
  acquire(
    owner: string,
    now: Date,
    hasEnded: (owner: string) => boolean,
  ): Promise<{ current: Revision | null; next: number } | { heldBy: string }> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager, 'pessimistic_write');
      const silentMs = now.getTime() - Date.parse(state.importHeartbeat ?? '');
      if (state.importOwner !== null && silentMs < IMPORT_LEASE_MS && !hasEnded(state.importOwner)) {
        return { heldBy: state.importOwner };
      }
      await manager.update(DirectoryState, STATE_ID, { importOwner: owner, importHeartbeat: now.toISOString() });
      const current = await manager.findOneBy(Revision, { number: state.currentRevision });
      const last = (await manager.maximum(Revision, 'number')) ?? 0;
      return { current, next: last + 1 };
    });
  }

  /** Says that the import of `owner` is alive; false when it lost its lease meanwhile. */
  async heartbeat(owner: string, now: Date): Promise<boolean> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager, 'pessimistic_write');
      if (state.importOwner !== owner) return false;
      await manager.update(DirectoryState, STATE_ID, { importHeartbeat: now.toISOString() });
      return true;
    });
  }

  /**
   * Runs `work` in a transaction while `owner` holds the lease of imports; the lease cannot change hands before the
   * transaction ends. Throws ImportLeaseLostError.
   */
  writeAs<T>(owner: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager, 'pessimistic_read');
      if (state.importOwner !== owner) throw new ImportLeaseLostError();
      return work(manager);
    });
  }

  /** Releases the lease of imports. */
  async release(owner: string): Promise<void> {
    await this.database.write((manager) =>
      manager.update(
        DirectoryState,
        { id: STATE_ID, importOwner: owner },
        { importOwner: null, importHeartbeat: null },
      ),
    );
  }

  /** The flip: records the revision and shows it to readers. */
  async flip(manager: EntityManager, revision: Revision): Promise<void> {
    await manager.insert(Revision, revision);
    await manager.update(DirectoryState, STATE_ID, { currentRevision: revision.number });
  }

  /** Forgets the records of revisions before `floor`. */
  async pruneBefore(manager: EntityManager, floor: number): Promise<void> {
    await manager.delete(Revision, { number: LessThan(floor) });
  }

  /** The number of a source, recorded on first sight. */
  async sourceId(manager: EntityManager, name: string, url: string): Promise<number> {
    const known = await manager.findOneBy(Source, { name, url });
    if (known) return known.sourceId;
    const sourceId = ((await manager.maximum(Source, 'sourceId')) ?? 0) + 1;
    await manager.insert(Source, { sourceId, name, url });
    return sourceId;
  }

  /** The number of a source that is on record, or null. */
  async knownSourceId(name: string, url: string): Promise<number | null> {
    return (await this.database.read(Source).findOneBy({ name, url }))?.sourceId ?? null;
  }

  /** SQLite has one writer, so its transactions need no lock of the row. */
  private lockedState(manager: EntityManager, mode: 'pessimistic_read' | 'pessimistic_write'): Promise<DirectoryState> {
    const lock = this.database.dialect === 'postgres' ? { lock: { mode } } : {};
    return manager.findOneOrFail(DirectoryState, { where: { id: STATE_ID }, ...lock });
  }
}
