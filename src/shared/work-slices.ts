/** How long work may take of one turn of the event loop, milliseconds; then others get the processor. */
const SLICE_MS = 8;

/**
 * Long work of one operation, done a slice at a time: between slices other requests are answered, and the work ends when
 * nobody waits for it any more. All operations of the process together take one slice in a turn of the event loop. They
 * get turns in the order in which they wait, and so do the fields of an operation, however many it has.
 */
export class WorkSlices {
  private queue = Promise.resolve();

  /** `signal` is aborted, with what is to be thrown as its reason, when the operation is over. */
  constructor(private readonly signal: AbortSignal) {}

  /**
   * To be awaited before and every now and then within long work, which then goes on at once. Rejects with the signal's
   * reason when the operation is over.
   */
  pause(): Promise<void> {
    return this.after(() => (TURNS.isUsedUp ? TURNS.next() : undefined));
  }

  /** To be awaited before one piece of work that takes long by itself: it gets a turn of its own. Rejects like `pause`. */
  turn(): Promise<void> {
    return this.after(() => TURNS.next());
  }

  private after(wait: () => Promise<void> | undefined): Promise<void> {
    // Not an async function: who awaits this very promise goes on before the next in the queue is looked at.
    this.queue = this.queue.then(async () => {
      await wait();
      this.signal.throwIfAborted();
    });
    return this.queue;
  }
}

/** Shares out the turns of the event loop: one slice in each. */
class LoopTurns {
  private readonly waiting: (() => void)[] = [];
  /** When the slice of this turn began; null while nobody has worked in this turn. */
  private began: number | null = null;

  /** Whether the slice of this turn is used up. The first to ask begins it. */
  get isUsedUp(): boolean {
    if (this.began !== null) return performance.now() - this.began >= SLICE_MS;
    this.begin();
    return false;
  }

  /** Waits for a turn to come. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.began === null) this.begin();
    });
  }

  private begin(): void {
    this.began = performance.now();
    setImmediate(() => {
      this.began = null;
      const resume = this.waiting.shift();
      if (!resume) return;
      this.begin();
      resume();
    });
  }
}

const TURNS = new LoopTurns();
