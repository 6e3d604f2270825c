import { type EntityManager, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import { Attempt } from './attempt.entity';
import type { Budget } from './budgets.rules';

/** What became of taking a try. */
export interface TakenTry {
  /** Whether there was one left. */
  readonly isTaken: boolean;
  /** Whether it was the last. */
  readonly isLast: boolean;
  /** Seconds until the subject has tries again. */
  readonly retryAfterSeconds: number;
}

/**
 * Counts tries in the database, so that all gateways count together and a restart forgets nothing. A try is taken
 * before it is looked at: any number of tries at the same moment share one budget.
 */
export class AttemptStore {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Takes a try of the subject. */
  async take(subject: string, budget: Budget, manager: EntityManager): Promise<TakenTry> {
    const key = this.key(subject, budget);
    const now = this.now();
    const endsAt = new Date(now.getTime() + budget.windowMs).toISOString();
    await manager
      .createQueryBuilder()
      .insert()
      .into(Attempt)
      .values({ subject: key, used: 0, endsAt })
      .orIgnore()
      .execute();
    await manager.update(Attempt, { subject: key, endsAt: LessThanOrEqual(now.toISOString()) }, { used: 0, endsAt });
    const { affected } = await manager.update(
      Attempt,
      { subject: key, used: LessThan(budget.attempts) },
      { used: () => '"used" + 1', ...(budget.restarts ? { endsAt } : {}) },
    );
    const row = await manager.findOneByOrFail(Attempt, { subject: key });
    return {
      isTaken: affected === 1,
      isLast: affected === 1 && row.used === budget.attempts,
      retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(row.endsAt) - now.getTime()) / 1000)),
    };
  }

  /** Gives a try back that was not a wrong one. */
  async giveBack(subject: string, budget: Budget, manager: EntityManager): Promise<void> {
    const key = this.key(subject, budget);
    await manager.update(Attempt, { subject: key, used: MoreThan(0) }, { used: () => '"used" - 1' });
  }

  /** Lets the subject start anew. */
  async clear(subject: string, budget: Budget, manager: EntityManager): Promise<void> {
    await manager.delete(Attempt, { subject: this.key(subject, budget) });
  }

  private key(subject: string, { name }: Budget): string {
    return this.keyRing.blindIndex(`${name}:${subject}`, 'attempt');
  }
}
