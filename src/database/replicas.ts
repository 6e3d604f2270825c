import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';

/** How long a replica that is behind, or that failed, is left alone. */
const REST_MS = 1_000;

/**
 * Replicas to read revisions from. A replica follows the primary some moments later, so it is asked only for what it
 * proves that it has: once it shows a revision it shows all rows of it, since they were written before. Everything else is
 * read from the primary.
 */
export class Replicas {
  private readonly replicas: readonly Replica[];
  private turn = 0;

  constructor(options: readonly DataSourceOptions[]) {
    this.replicas = options.map((one) => new Replica(one));
  }

  /** Reads from a replica that shows the revision, else (also when that one fails) from `primary`. */
  async read<T>(revision: number, primary: EntityManager, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const found = await this.thatShows(revision);
    if (!found) return work(primary);
    try {
      return await work(found.manager);
    } catch {
      found.replica.rest();
      return work(primary);
    }
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  private async thatShows(revision: number): Promise<{ replica: Replica; manager: EntityManager } | null> {
    for (let step = 0; step < this.replicas.length; step++) {
      const replica = this.replicas[(this.turn + step) % this.replicas.length];
      const manager = await replica?.shows(revision);
      if (!replica || !manager) continue;
      this.turn = (this.turn + step + 1) % this.replicas.length;
      return { replica, manager };
    }
    return null;
  }
}

class Replica {
  private opened: DataSource | null = null;
  private opening: Promise<void> | null = null;
  private isClosed = false;
  /** The newest revision that it showed. */
  private shown = 0;
  private restsUntil = 0;

  constructor(private readonly options: DataSourceOptions) {}

  /** Reads from this replica, if it shows the revision; null too while its connection is made. */
  async shows(revision: number): Promise<EntityManager | null> {
    if (this.isClosed || performance.now() < this.restsUntil) return null;
    if (!this.opened) {
      this.opening ??= this.open();
      return null;
    }
    try {
      if (this.shown < revision) this.shown = await shownRevision(this.opened.manager);
    } catch {
      this.rest();
      return null;
    }
    if (this.shown >= revision) return this.opened.manager;
    this.restsUntil = performance.now() + REST_MS;
    return null;
  }

  /** Leaves it alone for a moment; afterwards it has to prove anew what it shows. */
  rest(): void {
    this.shown = 0;
    this.restsUntil = performance.now() + REST_MS;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.opening;
    await this.opened?.destroy();
    this.opened = null;
  }

  /** In the background: nobody waits for a replica that is away. */
  private async open(): Promise<void> {
    try {
      this.opened = await new DataSource(this.options).initialize();
    } catch {
      this.rest();
    } finally {
      this.opening = null;
    }
  }
}

async function shownRevision(manager: EntityManager): Promise<number> {
  const [state] = await manager.query<{ currentRevision: number }[]>('SELECT "currentRevision" FROM "directory_state"');
  return state?.currentRevision ?? 0;
}
