import { setImmediate } from 'node:timers/promises';

/** How long one operation works at a stretch, milliseconds; then others get the processor. */
const SLICE_MS = 8;

/**
 * Long work of one operation, done a slice at a time: between slices other requests are answered, and the work ends when
 * nobody waits for it any more.
 */
export class WorkSlices {
  private began = performance.now();

  /** `signal` is aborted, with what is to be thrown as its reason, when the operation is over. */
  constructor(private readonly signal: AbortSignal) {}

  /** To be awaited every now and then within long work. Rejects with the signal's reason when the operation is over. */
  async pause(): Promise<void> {
    if (performance.now() - this.began < SLICE_MS) return;
    await setImmediate();
    this.signal.throwIfAborted();
    this.began = performance.now();
  }
}
