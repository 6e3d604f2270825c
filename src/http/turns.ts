/** How long the work of operations may hold the event loop at a stretch, milliseconds; then sockets get their turn. */
const TURN_MS = 8;
/** Pieces of work that start in one turn at most; each looks at the clock before it starts. */
const PIECES_PER_TURN = 32;

/**
 * Shares the event loop between operations: once a turn is used up, further pieces of work wait, and callers come to
 * theirs in rotation, so that one operation of many pieces, or one caller of many operations, holds up nobody.
 */
export class Turns {
  private began: number | undefined;
  private isScheduled = false;
  /** What waits, by caller; the caller that comes first is the one whose turn is longest ago. */
  private readonly waiting = new Map<string, Pieces>();

  /** Starts `work` at once while this turn lasts, else in a later one. */
  run<T>(caller: string, work: () => T): T | Promise<Awaited<T>> {
    return this.isSpent() ? this.runLater(caller, work) : work();
  }

  private async runLater<T>(caller: string, work: () => T): Promise<Awaited<T>> {
    await new Promise<void>((resolve) => {
      const pieces = this.waiting.get(caller) ?? new Pieces();
      pieces.add(resolve);
      this.waiting.set(caller, pieces);
      this.schedule();
    });
    return await work();
  }

  private isSpent(): boolean {
    const now = performance.now();
    if (this.began === undefined) {
      this.began = now;
      this.schedule();
    }
    return now - this.began >= TURN_MS;
  }

  /** Begins the next turn once sockets had theirs. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.began = undefined;
      if (this.waiting.size === 0) return;
      // One callback a piece, because what a piece has set off in promises is worked off between two callbacks.
      for (let piece = 0; piece < PIECES_PER_TURN; piece += 1) setImmediate(() => this.startOne());
      this.schedule();
    });
  }

  private startOne(): void {
    const next = this.waiting.entries().next();
    if (next.done || this.isSpent()) return;
    const [caller, pieces] = next.value;
    this.waiting.delete(caller);
    const start = pieces.next();
    if (!pieces.isEmpty) this.waiting.set(caller, pieces);
    start?.();
  }
}

/** First in, first out, without moving the others at each step. */
class Pieces {
  private first = 0;
  private readonly all: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.first >= this.all.length;
  }

  add(start: () => void): void {
    this.all.push(start);
  }

  next(): (() => void) | undefined {
    return this.all[this.first++];
  }
}
