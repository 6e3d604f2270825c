const TICK_MS = 100;
/** How much the latest tick counts against those before it. */
const WEIGHT = 0.5;

/** How far the event loop lags behind: a mean in which the latest tenths of a second count most. */
export class LoopDelay {
  private readonly timer: NodeJS.Timeout;
  private ticked = performance.now();
  private meanMs = 0;

  constructor() {
    this.timer = setInterval(() => {
      const now = performance.now();
      const lateMs = Math.max(0, now - this.ticked - TICK_MS);
      this.meanMs += WEIGHT * (lateMs - this.meanMs);
      this.ticked = now;
    }, TICK_MS).unref();
  }

  get milliseconds(): number {
    return this.meanMs;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
