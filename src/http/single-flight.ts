/** An execution under way, and how many other requests wait for what it leaves behind. */
interface Flight {
  readonly ended: Promise<unknown>;
  waiting: number;
}

/**
 * Lets equal requests that arrive while the first of them runs wait for it instead of running beside it: after a new
 * revision every popular query would otherwise run many times at once. Only for reading.
 */
export class SingleFlight {
  private readonly underWay = new Map<string, Flight>();

  /** Once the execution of `id` that is under way has ended: what it left, by `take`. Undefined if none is under way. */
  async ended<T>(id: string, take: () => T | undefined): Promise<T | undefined> {
    const flight = this.underWay.get(id);
    if (!flight) return undefined;
    flight.waiting += 1;
    await flight.ended.catch(() => undefined);
    return take();
  }

  /** Runs `work`, for others to wait for. When one is under way already, it left nothing to share, so it is not waited for. */
  async lead<T>(id: string, work: () => Promise<T>): Promise<T> {
    if (this.underWay.has(id)) return work();
    const ended = work();
    this.underWay.set(id, { ended, waiting: 0 });
    try {
      return await ended;
    } finally {
      this.underWay.delete(id);
    }
  }

  /** Whether others wait for the execution of `id`. */
  isAwaited(id: string): boolean {
    return (this.underWay.get(id)?.waiting ?? 0) > 0;
  }
}
