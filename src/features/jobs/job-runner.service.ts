import type { Database } from '../../database/database';
import { JobStore } from './job.store';
import { Lease } from './lease';
import { LeaseStore } from './lease.store';

/** How often the runner looks what is due. */
const POLL_MS = 1_000;

/** Something that one process at a time does when it is due. Killed half-way, it is done again: it must bear that. */
export interface Job {
  readonly name: string;
  /** Cron pattern in the agency's time, for example `17 * * * *`: 17 minutes past each hour. */
  readonly schedule: string;
  /** Writes through the lease alone, and ends early when the signal says so. */
  run(lease: Lease, signal: AbortSignal): Promise<void>;
}

/** Work that all processes share and whose pieces are leased one by one, such as messages: looked at again and again. */
export interface SharedWork {
  /** Does what is there to do now. A look never waits for the one before. */
  look(): Promise<void>;
  /** Resolves when what is in hand is dealt with; takes nothing new from then on. */
  stop(): Promise<void>;
}

/** What the runner tells of itself. */
export interface JobWatch {
  /** Something failed; it is tried again. `name` is that of the job, or what the runner was at. */
  failed(name: string, error: unknown): void;
}

/** Runs jobs when they are due, each in one process at a time over all gateways, and lets shared work have its looks. */
export class JobRunner {
  private readonly leases: LeaseStore;
  private readonly store: JobStore;
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private registered = false;
  private isStarted = false;

  constructor(
    database: Database,
    private readonly jobs: readonly Job[],
    private readonly shared: readonly SharedWork[],
    private readonly watch: JobWatch,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.leases = new LeaseStore(database, now);
    this.store = new JobStore(database);
  }

  /** Works from now on. */
  start(): void {
    this.isStarted = true;
    this.schedule(0);
  }

  /** Looks at once, because there is something to do. */
  wake(): void {
    if (this.isStarted && !this.stopping.signal.aborted) this.schedule(0);
  }

  /** Tells jobs to end, and stops when they have. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.looking;
    await Promise.all(this.running.values());
    await Promise.all(this.shared.map((work) => work.stop()));
  }

  /** Runs everything once that is due and that no other process is at. */
  async runDue(): Promise<void> {
    await this.beginDue();
    await Promise.all(this.running.values());
  }

  private async beginDue(): Promise<void> {
    if (!this.registered) {
      for (const { name, schedule } of this.jobs) await this.store.register(name, schedule, this.now());
      this.registered = true;
    }
    const names = this.jobs.map(({ name }) => name);
    const due = await this.store.due(names, this.now());
    for (const job of this.jobs.filter(({ name }) => due.includes(name))) this.begin(job);
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.looking.then(() => this.look());
    }, delayMs);
  }

  private async look(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    // Jobs are begun and not waited for: one that takes its time must not hold up a message.
    const looks = [this.beginDue(), ...this.shared.map((work) => work.look())];
    for (const look of await Promise.allSettled(looks)) {
      if (look.status === 'rejected') this.watch.failed('what is due', look.reason);
    }
    if (!this.stopping.signal.aborted) this.schedule(POLL_MS);
  }

  private begin(job: Job): void {
    if (this.running.has(job.name) || this.stopping.signal.aborted) return;
    const run = this.runLeased(job)
      .catch((error: unknown) => this.watch.failed(job.name, error))
      .finally(() => this.running.delete(job.name));
    this.running.set(job.name, run);
  }

  private async runLeased(job: Job): Promise<void> {
    const lease = await Lease.take(this.leases, `job.${job.name}`);
    if ('heldBy' in lease) return;
    // Another process may have done it between the look and now.
    const isDue = await lease.write((manager) => this.store.isDue(job.name, this.now(), manager));
    if (!isDue) return lease.release();
    try {
      await job.run(lease, AbortSignal.any([lease.signal, this.stopping.signal]));
    } catch (error) {
      // Told to stop, it stays due: the next process goes on with it.
      if (this.stopping.signal.aborted) return lease.release();
      await this.conclude(job, lease, false);
      throw error;
    }
    await this.conclude(job, lease, true);
  }

  private conclude({ name }: Job, lease: Lease, isWell: boolean): Promise<void> {
    return lease.release((manager) => this.store.ended(name, isWell, this.now(), manager));
  }
}
