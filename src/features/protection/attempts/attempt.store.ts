import { type EntityManager, MoreThan } from 'typeorm';
import { returnedRows } from '../../../database/returned-rows';
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

  /** Takes a try of the subject: one statement that counts and decides, however many ask at once. */
  async take(subject: string, budget: Budget, manager: EntityManager): Promise<TakenTry> {
    const key = this.key(subject, budget);
    const now = this.now();
    const endsAt = new Date(now.getTime() + budget.windowMs).toISOString();
    const parameters = { key, endsAt, now: now.toISOString(), most: budget.attempts };
    const [taken] = await returnedRows<Pick<Attempt, 'used' | 'endsAt'>>(manager, takeStatement(budget), parameters);
    const counted = taken ?? (await manager.findOneByOrFail(Attempt, { subject: key }));
    return {
      isTaken: taken !== undefined,
      isLast: taken?.used === budget.attempts,
      retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(counted.endsAt) - now.getTime()) / 1000)),
    };
  }

  /** How many tries of the subject count at this moment. */
  async used(subject: string, budget: Budget, manager: EntityManager): Promise<number> {
    const row = await manager.findOneBy(Attempt, { subject: this.key(subject, budget) });
    return row && row.endsAt > this.now().toISOString() ? row.used : 0;
  }

  /** Refunds a try that was not a wrong one. */
  async refund(subject: string, budget: Budget, manager: EntityManager): Promise<void> {
    const key = this.key(subject, budget);
    await manager.update(Attempt, { subject: key, used: MoreThan(0) }, { used: () => '"used" - 1' });
  }

  /** Lets the subject start anew. */
  async clear(subject: string, budget: Budget, manager: EntityManager): Promise<void> {
    await manager.delete(Attempt, { subject: this.key(subject, budget) });
  }

  private key(subject: string, { name }: Budget): string {
    return this.keyRing.steadyIndex(`${name}:${subject}`, 'attempt');
  }
}

/**
 * Counts a try of a subject whose stretch has ended anew, another one on while any is left. Gives back the row as it is
 * then, or none when nothing was left.
 */
function takeStatement({ restarts }: Budget): string {
  const isOver = '"attempt"."endsAt" <= :now';
  return `INSERT INTO "attempt" ("subject", "used", "endsAt") VALUES (:key, 1, :endsAt)
    ON CONFLICT ("subject") DO UPDATE SET
      "used" = CASE WHEN ${isOver} THEN 1 ELSE "attempt"."used" + 1 END,
      "endsAt" = CASE WHEN ${restarts ? '1 = 1' : isOver} THEN excluded."endsAt" ELSE "attempt"."endsAt" END
    WHERE ${isOver} OR "attempt"."used" < :most
    RETURNING "used", "endsAt"`;
}
