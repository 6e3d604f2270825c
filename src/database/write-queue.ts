import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

const LOCK_WAIT_MS = 10_000;
const RETRY_PAUSE_MS = 3;

/** The database stayed locked by another process for longer than `LOCK_WAIT_MS`. */
export class DatabaseLockedError extends Error {
  constructor() {
    super(`The database was locked by another process for more than ${LOCK_WAIT_MS} ms.`);
    this.name = 'DatabaseLockedError';
  }
}

/**
 * Runs write transactions. SQLite has one writer and TypeORM one connection for it, so transactions of this process
 * go one after the other; another process's lock is met with short pauses instead of a wait inside the driver, which
 * would stop every answer of this process.
 */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly dialect: 'sqlite' | 'postgres',
  ) {}

  /** Runs `work` in a transaction of its own. */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.dialect === 'postgres') return this.source.transaction(work);
    return this.exclusively(() => this.transact(work));
  }

  /** Runs `work` when all that was queued before has ended. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => undefined);
    return result;
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const deadline = Date.now() + LOCK_WAIT_MS;
    for (;;) {
      await runner.startTransaction();
      try {
        // Takes the write lock now, so that `work` itself can never meet a lock half-way. It changes no row.
        await runner.query('DELETE FROM "migrations" WHERE 0');
        break;
      } catch (error) {
        await runner.rollbackTransaction();
        if (!isBusy(error)) throw error;
        if (Date.now() > deadline) throw new DatabaseLockedError();
        await sleep(RETRY_PAUSE_MS + Math.random() * RETRY_PAUSE_MS);
      }
    }
    try {
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Whether a fault means that another process holds SQLite's write lock at this moment. */
export function isBusy(error: unknown): boolean {
  const driverError = (error as { driverError?: { code?: unknown } }).driverError;
  return typeof driverError?.code === 'string' && driverError.code.startsWith('SQLITE_BUSY');
}
