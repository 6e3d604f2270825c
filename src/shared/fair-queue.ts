import { DomainError } from './errors';

/** How much work may wait. */
export interface QueueLimits {
  /** Pieces of work that run at once. */
  readonly running: number;
  /** Pieces that wait, of all callers together. */
  readonly waiting: number;
  /** Pieces that wait of one caller. */
  readonly waitingEach: number;
}

type Start = () => void;

/** What someone who is turned away is told to wait, at least. */
const LEAST_WAIT_SECONDS = 1;

/**
 * Bounds how much costly work runs at once. What waits takes turns by caller (round robin), so that many pieces of one
 * caller hold up nobody else; beyond the limits it is refused at once.
 */
export class FairQueue {
  /** Callers with waiting work, the one whose turn it is first. */
  private readonly lanes = new Map<string, Start[]>();
  private running = 0;
  private waiting = 0;
  /** How long the latest pieces took, in milliseconds: an exponential average. */
  private usualMs = 50;

  constructor(private readonly limits: QueueLimits) {}

  /** Runs `work` when it is the caller's turn. Rejects with BUSY and `retryAfterSeconds` when too much waits. */
  async run<T>(caller: string, work: () => Promise<T>): Promise<T> {
    if (this.running < this.limits.running) this.running++;
    else await this.turn(caller);
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.usualMs += (performance.now() - startedAt - this.usualMs) / 8;
      this.next();
    }
  }

  private turn(caller: string): Promise<void> {
    const lane = this.lanes.get(caller) ?? [];
    if (this.waiting >= this.limits.waiting || lane.length >= this.limits.waitingEach)
      return Promise.reject(this.busy());
    this.waiting++;
    this.lanes.set(caller, lane);
    return new Promise((start) => lane.push(start));
  }

  /** Hands the place that became free to the next caller in turn. */
  private next(): void {
    const [entry] = this.lanes;
    if (!entry) {
      this.running--;
      return;
    }
    const [caller, lane] = entry;
    this.lanes.delete(caller);
    const start = lane.shift();
    if (lane.length > 0) this.lanes.set(caller, lane);
    this.waiting--;
    start?.();
  }

  private busy(): DomainError {
    const waitMs = (this.waiting / this.limits.running) * this.usualMs;
    const retryAfterSeconds = Math.max(LEAST_WAIT_SECONDS, Math.ceil(waitMs / 1000));
    return new DomainError(
      'BUSY',
      {
        en: `Too much of this is asked at once; try again in ${retryAfterSeconds} s.`,
        vi: `Đang có quá nhiều yêu cầu loại này; hãy thử lại sau ${retryAfterSeconds} giây.`,
      },
      { retryAfterSeconds },
    );
  }
}
