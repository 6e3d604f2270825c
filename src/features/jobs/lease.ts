import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { EntityManager } from 'typeorm';
import { type Holding, LEASE_MS, LeaseLostError, type LeaseStore } from './lease.store';

const RENEW_MS = LEASE_MS / 6;

/**
 * A lease that this process holds. It is renewed while the process lives, and every write of the work goes through it:
 * when the process stood still for so long that another one took over, the write is refused.
 */
export class Lease {
  private readonly lost = new AbortController();
  private readonly beat: NodeJS.Timeout;

  private constructor(
    private readonly store: LeaseStore,
    private readonly holding: Holding,
  ) {
    // A missed beat is no fault: each write looks for itself whether the lease is still held.
    const renew = async (): Promise<void> => {
      if (!(await store.renew(holding))) this.lost.abort(new LeaseLostError(holding.name));
    };
    this.beat = setInterval(() => void renew().catch(() => undefined), RENEW_MS).unref();
  }

  /** Takes the lease, also from a process that died; else gives the name of the process that holds it. */
  static async take(store: LeaseStore, name: string): Promise<Lease | { readonly heldBy: string }> {
    const taken = await store.acquire(name, `${hostname().slice(0, 60)}:${process.pid}:${randomUUID().slice(0, 8)}`);
    return 'heldBy' in taken ? taken : new Lease(store, taken);
  }

  /** Ends when it is seen that another process took the lease. */
  get signal(): AbortSignal {
    return this.lost.signal;
  }

  /** Runs `work` in a transaction in which nobody else can take the lease. Throws LeaseLostError. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.store.write(this.holding, work);
  }

  /** Gives the lease back, together with the last `work` if there is any. One that cannot be given back ends by itself. */
  async release(work?: (manager: EntityManager) => Promise<void>): Promise<void> {
    clearInterval(this.beat);
    if (!work) return this.store.release(this.holding).catch(() => undefined);
    await this.write(async (manager) => {
      await work(manager);
      await this.store.release(this.holding, manager);
    });
  }
}
