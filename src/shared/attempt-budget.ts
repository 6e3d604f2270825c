import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many attempts a caller has in a stretch of time. */
export class AttemptBudget {
  private readonly limiter: RateLimiterMemory;

  constructor(attempts: number, perSeconds: number) {
    this.limiter = new RateLimiterMemory({ points: attempts, duration: perSeconds });
  }

  /** Takes one attempt of the caller; returns the seconds to wait when none is left, else null. */
  async take(caller: string): Promise<number | null> {
    try {
      await this.limiter.consume(caller);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
      throw refusal;
    }
  }
}
