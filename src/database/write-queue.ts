import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { operationSignal } from '../shared/operation-signal';
import { DatabaseLockedError, isBusy, isInTheWay, writeFault } from './database-errors';
import { POOL_SIZE } from './dialects';
import { Turns } from './turns';

/** How long a write waits for its turn and for locks, from the moment it was asked for. */
const WAIT_MS = 10_000;
/** Writes that wait at one time: with 5 ms each, the last of them has its turn within 5 s. */
const MOST_WAITING = 1_000;
const RETRY_PAUSE_MS = 3;
/** Tries of a transaction that others are in the way of, and the pause before the second; each pause is twice the last. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 10;

/** What a queue can be told. */
export interface WriteLimits {
  readonly waitMs?: number;
  readonly mostWaiting?: number;
}

/**
 * Runs write transactions. SQLite has one writer and TypeORM one connection for it, so transactions of this process
 * go one after the other; another process's lock is met with short pauses instead of a wait inside the driver, which
 * would stop every answer of this process. On PostgreSQL as many run at once as there are connections, and one that
 * another is in the way of (a deadlock, a conflict) is begun anew: `work` may run more than once, so all it does it does
 * through its manager.
 */
export class WriteQueue {
  private readonly running = new Set<Promise<unknown>>();
  private readonly turns: Turns;
  private readonly waitMs: number;

  constructor(
    private readonly source: DataSource,
    private readonly dialect: 'sqlite' | 'postgres',
    { waitMs = WAIT_MS, mostWaiting = MOST_WAITING }: WriteLimits = {},
  ) {
    this.waitMs = waitMs;
    this.turns = new Turns(dialect === 'sqlite' ? 1 : POOL_SIZE, mostWaiting);
  }

  /**
   * Runs `work` in a transaction of its own. Throws DatabaseBusyError when it cannot have its turn in time, and leaves
   * the queue when the operation under way ends before its turn.
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.waitMs;
    return this.inTurn(deadline, operationSignal(), () =>
      this.dialect === 'sqlite' ? this.transact(work, deadline) : this.transactAgain(work, deadline),
    );
  }

  /** Runs `work` when all that was queued before has ended, however long that takes. For SQLite, which has one turn. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(Infinity, undefined, work);
  }

  /** How many writes wait for their turn. */
  get waiting(): number {
    return this.turns.waiting;
  }

  /** Resolves when every write that was asked for so far has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private inTurn<T>(deadline: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const write = (async () => {
      const end = await this.turns.take(deadline, signal);
      try {
        return await work();
      } finally {
        end();
      }
    })();
    this.running.add(write);
    const forget = (): void => void this.running.delete(write);
    write.then(forget, forget);
    return write;
  }

  private async transactAgain<T>(work: (manager: EntityManager) => Promise<T>, deadline: number): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        const pauseMs = FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random());
        const isOver = tries >= MOST_TRIES || performance.now() + pauseMs > deadline;
        if (isOver || !isInTheWay(error)) throw writeFault(error);
        await sleep(pauseMs);
      }
    }
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>, deadline: number): Promise<T> {
    const runner = this.source.createQueryRunner();
    for (;;) {
      await runner.startTransaction();
      try {
        // Takes the write lock now, so that `work` itself can never meet a lock half-way. It changes no row.
        await runner.query('DELETE FROM "migrations" WHERE 0');
        break;
      } catch (error) {
        await runner.rollbackTransaction();
        if (!isBusy(error)) throw error;
        if (performance.now() > deadline) throw new DatabaseLockedError(this.waitMs);
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
