/** The longest that the event loop was held, in milliseconds. */
export interface LoopHold {
  /** By the clock; other processes of a busy machine are in it. */
  readonly wallMs: number;
  /**
   * By the work done: the lesser of clock and processor time of one turn. The clock alone counts what other processes
   * take, the processor time alone what other threads of this one do.
   */
  readonly workMs: number;
}

/** Measures how long each turn of the event loop takes, by coming back in every one of them. */
export class LoopMeter {
  private isRunning = true;
  private wallMs = 0;
  private workMs = 0;
  private lastWall = performance.now();
  private lastProcessor = process.cpuUsage();

  constructor() {
    this.comeBack();
  }

  /** What was measured since the start or the last call. */
  take(): LoopHold {
    this.measure();
    const held = { wallMs: this.wallMs, workMs: this.workMs };
    this.wallMs = 0;
    this.workMs = 0;
    return held;
  }

  stop(): LoopHold {
    this.isRunning = false;
    return this.take();
  }

  private comeBack(): void {
    setImmediate(() => {
      if (!this.isRunning) return;
      this.measure();
      this.comeBack();
    });
  }

  private measure(): void {
    const wall = performance.now();
    const { user, system } = process.cpuUsage(this.lastProcessor);
    const wallMs = wall - this.lastWall;
    this.wallMs = Math.max(this.wallMs, wallMs);
    this.workMs = Math.max(this.workMs, Math.min(wallMs, (user + system) / 1_000));
    this.lastWall = wall;
    this.lastProcessor = process.cpuUsage();
  }
}
