import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { Source } from '../listing/source.entity';
import { DirectoryState } from './directory-state.entity';
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
   * Takes the right to import for `owner`. Returns the current revision and the next number, or the name of the living
   * import that holds the right.
   */
  acquire(owner: string, now: Date): Promise<{ current: Revision | null; next: number } | { heldBy: string }> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager);
      const alive = state.importHeartbeat !== null && now.getTime() - Date.parse(state.importHeartbeat) < IMPORT_LEASE_MS;
      if (state.importOwner !== null && state.importOwner !== owner && alive) return { heldBy: state.importOwner };
      await manager.update(DirectoryState, STATE_ID, { importOwner: owner, importHeartbeat: now.toISOString() });
      const current = await manager.findOneBy(Revision, { number: state.currentRevision });
      const last = (await manager.maximum(Revision, 'number')) ?? 0;
      return { current, next: last + 1 };
    });
  }

  /** Says that the import of `owner` is alive; false when it lost its right meanwhile. */
  async heartbeat(owner: string, now: Date): Promise<boolean> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager);
      if (state.importOwner !== owner) return false;
      await manager.update(DirectoryState, STATE_ID, { importHeartbeat: now.toISOString() });
      return true;
    });
  }

  /** Whether `owner` holds the right to import, as the transaction of `manager` sees it. */
  async holdsRight(manager: EntityManager, owner: string | null): Promise<boolean> {
    return owner !== null && (await manager.existsBy(DirectoryState, { id: STATE_ID, importOwner: owner }));
  }

  /** Gives the right to import back. */
  async release(owner: string): Promise<void> {
    await this.database.write((manager) =>
      manager.update(DirectoryState, { id: STATE_ID, importOwner: owner }, { importOwner: null, importHeartbeat: null }),
    );
  }

  /** The flip: records the revision and shows it to readers, in one small transaction. False when the right was lost. */
  publish(owner: string, revision: Revision): Promise<boolean> {
    return this.database.write(async (manager) => {
      const state = await this.lockedState(manager);
      if (state.importOwner !== owner) return false;
      await manager.insert(Revision, revision);
      await manager.update(DirectoryState, STATE_ID, {
        currentRevision: revision.number,
        importOwner: null,
        importHeartbeat: null,
      });
      return true;
    });
  }

  /** Forgets the records of revisions before `floor`. */
  async pruneBefore(floor: number): Promise<void> {
    await this.database.write((manager) =>
      manager.createQueryBuilder().delete().from(Revision).where('number < :floor', { floor }).execute(),
    );
  }

  /** The number of a source, recorded on first sight. */
  sourceId(name: string, url: string): Promise<number> {
    return this.database.write(async (manager) => {
      const known = await manager.findOneBy(Source, { name, url });
      if (known) return known.sourceId;
      const sourceId = ((await manager.maximum(Source, 'sourceId')) ?? 0) + 1;
      await manager.insert(Source, { sourceId, name, url });
      return sourceId;
    });
  }

  /** The number of a source that is on record, or null. */
  async knownSourceId(name: string, url: string): Promise<number | null> {
    return (await this.database.read(Source).findOneBy({ name, url }))?.sourceId ?? null;
  }

  private lockedState(manager: EntityManager): Promise<DirectoryState> {
    const lock = this.database.dialect === 'postgres' ? ({ mode: 'pessimistic_write' } as const) : undefined;
    return manager.findOneOrFail(DirectoryState, { where: { id: STATE_ID }, ...(lock ? { lock } : {}) });
  }
}
