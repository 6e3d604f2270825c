import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

const LOCK_WAIT_MS = 10_000;
const RETRY_PAUSE_MS = 3;

/** The database stayed locked by another process for longer than a writer waits. */
export class DatabaseLockedError extends Error {
  constructor(waitedMs: number) {
    super(`The database was locked by another process for more than ${waitedMs} ms.`);
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
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly source: DataSource,
    private readonly dialect: 'sqlite' | 'postgres',
    private readonly lockWaitMs = LOCK_WAIT_MS,
  ) {}

  /** Runs `work` in a transaction of its own. */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.dialect === 'postgres') return this.tracked(this.source.transaction(work));
    return this.exclusively(() => this.transact(work));
  }

  /** Runs `work` when all that was queued before has ended. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tracked(this.tail.then(work));
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** Resolves when every write that was asked for so far has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private tracked<T>(write: Promise<T>): Promise<T> {
    this.running.add(write);
    const forget = (): void => void this.running.delete(write);
    write.then(forget, forget);
    return write;
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const deadline = Date.now() + this.lockWaitMs;
    for (;;) {
      await runner.startTransaction();
      try {
        // Takes the write lock now, so that `work` itself can never meet a lock half-way. It changes no row.
        await runner.query('DELETE FROM "migrations" WHERE 0');
        break;
      } catch (error) {
        await runner.rollbackTransaction();
        if (!isBusy(error)) throw error;
        if (Date.now() > deadline) throw new DatabaseLockedError(this.lockWaitMs);
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
  const fault = error as { code?: unknown; driverError?: { code?: unknown } };
  const code = fault.driverError?.code ?? fault.code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
