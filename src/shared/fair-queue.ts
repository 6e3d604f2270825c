/** How much runs and waits at once. */
export interface QueueLimits {
  /** Pieces of work that run at once, of all callers and of one. */
  readonly running: number;
  readonly runningPerCaller: number;
  /** Pieces that wait, of all callers and of one. */
  readonly waiting: number;
  readonly waitingPerCaller: number;
  /** How long one waits at most. */
  readonly waitMs: number;
}

/** Why work is not taken: too much of this caller waits, or of all, or it waited too long. */
export type Crowding = 'caller' | 'all' | 'late';

/** One caller's share: how much of it runs, and what waits for a place. */
interface Share {
  running: number;
  readonly waiting: Set<() => void>;
}

/**
 * Gives callers equal shares of what the process can do at once: each has its own queue, the queues are served in
 * rotation, and all of them are bounded, so that whoever asks for too much waits behind himself alone.
 */
export class FairQueue {
  private running = 0;
  private waiting = 0;
  /** The caller that comes first is the one whose turn is longest ago. */
  private readonly shares = new Map<string, Share>();

  /** `refusal` makes the error of whoever is turned away. */
  constructor(
    private readonly limits: QueueLimits,
    private readonly refusal: (why: Crowding, limits: QueueLimits) => Error,
  ) {}

  /** Runs `work` once `caller` has a place. Rejects with the refusal when too much waits, or a place is too long in coming. */
  async run<T>(caller: string, work: () => Promise<T>): Promise<T> {
    const share = this.shareOf(caller);
    try {
      await this.place(share);
      try {
        return await work();
      } finally {
        this.running -= 1;
        share.running -= 1;
        this.startNext();
      }
    } finally {
      if (share.running === 0 && share.waiting.size === 0) this.shares.delete(caller);
    }
  }

  private shareOf(caller: string): Share {
    const known = this.shares.get(caller);
    if (known) return known;
    const share = { running: 0, waiting: new Set<() => void>() };
    this.shares.set(caller, share);
    return share;
  }

  private isFree(share: Share): boolean {
    return this.running < this.limits.running && share.running < this.limits.runningPerCaller;
  }

  private take(share: Share): void {
    this.running += 1;
    share.running += 1;
  }

  /** Resolves with a place taken. */
  private async place(share: Share): Promise<void> {
    if (this.isFree(share)) return this.take(share);
    const { waiting, waitingPerCaller, waitMs } = this.limits;
    if (share.waiting.size >= waitingPerCaller) throw this.refusal('caller', this.limits);
    if (this.waiting >= waiting) throw this.refusal('all', this.limits);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        share.waiting.delete(start);
        this.waiting -= 1;
      };
      const start = (): void => {
        leave();
        this.take(share);
        resolve();
      };
      const timer = setTimeout(() => {
        leave();
        reject(this.refusal('late', this.limits));
      }, waitMs);
      share.waiting.add(start);
      this.waiting += 1;
    });
  }

  private startNext(): void {
    for (const [caller, share] of this.shares) {
      const [start] = share.waiting;
      if (!start || !this.isFree(share)) continue;
      this.shares.delete(caller);
      this.shares.set(caller, share);
      start();
      return;
    }
  }
}
