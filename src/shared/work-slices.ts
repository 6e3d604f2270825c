import { setImmediate } from 'node:timers/promises';

/** How long one operation works at a stretch, milliseconds; then others get the processor. */
const SLICE_MS = 8;

/**
 * Long work of one operation, done a slice at a time: between slices other requests are answered, and the work ends when
 * nobody waits for it any more. The fields of an operation take turns: each goes on after those that asked before it have.
 */
export class WorkSlices {
  private began = performance.now();
  private turn = Promise.resolve();

  /** `signal` is aborted, with what is to be thrown as its reason, when the operation is over. */
  constructor(private readonly signal: AbortSignal) {}

  /**
   * To be awaited before and every now and then within long work, which then goes on at once. Rejects with the signal's
   * reason when the operation is over.
   */
  pause(): Promise<void> {
    // Not an async function: who awaits this very promise goes on before the next turn is looked at.
    this.turn = this.turn.then(() => this.nextSlice());
    return this.turn;
  }

  private async nextSlice(): Promise<void> {
    if (performance.now() - this.began < SLICE_MS) return;
    await setImmediate();
    this.signal.throwIfAborted();
    this.began = performance.now();
  }
}
