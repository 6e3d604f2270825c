import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { EntityManager } from 'typeorm';
import { type DirectoryStateStore, IMPORT_LEASE_MS } from './directory-state.store';
import { ImportRunningError } from './publication.errors';
import type { Revision } from './revision.entity';

/**
 * The lease under which the next revision is made; one process has it at a time. It is renewed while it lives. Every write of an
 * import goes through it: when the process stood still for so long that another import began, the write is refused.
 */
export class ImportLease {
  private readonly beat: NodeJS.Timeout;

  private constructor(
    private readonly state: DirectoryStateStore,
    private readonly owner: string,
    /** The revision that readers see. */
    readonly current: Revision | null,
    /** The number of the revision in the making. */
    readonly next: number,
  ) {
    // A missed beat is no fault: each write checks the lease itself.
    const renew = (): void => void this.state.heartbeat(owner, new Date()).catch(() => undefined);
    this.beat = setInterval(renew, IMPORT_LEASE_MS / 6).unref();
  }

  /** Takes the lease, also from an import that died. Throws ImportRunningError. */
  static async take(state: DirectoryStateStore): Promise<ImportLease> {
    const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
    const lease = await state.acquire(owner, new Date(), hasEnded);
    if ('heldBy' in lease) throw new ImportRunningError(lease.heldBy);
    return new ImportLease(state, owner, lease.current, lease.next);
  }

  /** Runs `work` in a transaction in which no other import can take the lease. Throws ImportLeaseLostError. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.state.writeAs(this.owner, work);
  }

  /** Shows `revision` to readers. The lease stays, so that the work after the flip is guarded too. */
  publish(revision: Revision): Promise<void> {
    return this.write((manager) => this.state.flip(manager, revision));
  }

  /** Releases the lease. One that cannot be released ends by itself. */
  async release(): Promise<void> {
    clearInterval(this.beat);
    await this.state.release(this.owner).catch(() => undefined);
  }
}

/** Whether the owner was a process of this machine that is gone: nobody needs to wait for it to fall silent. */
function hasEnded(owner: string): boolean {
  const [host, pid] = owner.split(':');
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ESRCH';
  }
}
