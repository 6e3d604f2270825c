import { DatabaseBusyError } from './database-errors';

interface Waiter {
  /** Begins the turn. */
  readonly go: () => void;
}

/**
 * Lets so many at a time have their turn, in the order in which they asked. Whoever would wait behind too many is
 * refused at once; whoever waits for too long, or whose operation has ended, leaves the queue.
 */
export class Turns {
  private readonly queue = new Set<Waiter>();
  private running = 0;

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** How many wait for their turn. */
  get waiting(): number {
    return this.queue.size;
  }

  /**
   * Waits for a turn, at most until `deadline` (as `performance.now()` tells time), and gives what ends the turn. Throws
   * DatabaseBusyError, or the reason of `signal`.
   */
  take(deadline: number, signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.running < this.atOnce) return Promise.resolve(this.begun());
    if (this.queue.size >= this.mostWaiting) return Promise.reject(new DatabaseBusyError());
    return new Promise((resolve, reject) => {
      const leave = (reason: Error): void => {
        settle();
        reject(reason);
      };
      const onAbort = (): void => leave(signal?.reason as Error);
      const limit =
        deadline === Infinity
          ? undefined
          : setTimeout(() => leave(new DatabaseBusyError()), Math.max(0, deadline - performance.now()));
      const waiter: Waiter = {
        go: () => {
          settle();
          resolve(this.begun());
        },
      };
      const settle = (): void => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', onAbort);
        this.queue.delete(waiter);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.add(waiter);
    });
  }

  private begun(): () => void {
    this.running++;
    return () => {
      this.running--;
      const [next] = this.queue;
      next?.go();
    };
  }
}
