import { overLimit, Refusal } from './refusal';

/** How much runs and waits at once. */
export interface QueueLimits {
  /** Operations that run at once, of all callers and of one. */
  readonly running: number;
  readonly runningPerCaller: number;
  /** Operations that wait, of all callers and of one. */
  readonly waiting: number;
  readonly waitingPerCaller: number;
  /** How long one waits at most. */
  readonly waitMs: number;
}

/** How soon someone who was turned away may come again, seconds. */
const RETRY_AFTER_SECONDS = 2;

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

  constructor(private readonly limits: QueueLimits) {}

  /** Runs `work` once `caller` has a place. Throws `Refusal` when too much waits already, or a place is too long in coming. */
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
    const again = { retryAfterSeconds: RETRY_AFTER_SECONDS };
    if (share.waiting.size >= waitingPerCaller)
      throw overLimit('TOO_MANY_REQUESTS', waitingPerCaller, undefined, again);
    if (this.waiting >= waiting) throw overLimit('OVERLOADED', waiting, undefined, again);
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
        reject(new Refusal('OVERLOADED', undefined, again));
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
