import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import type { AttemptStore } from '../attempts/attempt.store';
import { type Budget, type Toll, workAfter } from '../attempts/budgets.rules';
import type { ChallengeService } from './challenge.service';
import type { ChallengeRequired } from './challenge.types';

/** Makes tries from one network dearer the more of them there were, and refuses nobody: see `Toll`. */
export class TollGate {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptStore,
    private readonly challenges: Pick<ChallengeService, 'accept' | 'required'>,
  ) {}

  /** How many times the usual work a try of this network costs now; 0: none. */
  async workFor(network: string, toll: Toll): Promise<number> {
    return workAfter(await this.attempts.used(network, counted(toll), this.database.freshReader), toll);
  }

  /** Null when the work is none, or was done: the solution is spent then. Else the challenge to solve first. */
  async pass(work: number, solution: string | null | undefined): Promise<ChallengeRequired | null> {
    if (work === 0 || (await this.challenges.accept(solution, work))) return null;
    return this.challenges.required(work);
  }

  /** Counts a try that was in vain. */
  async count(network: string, toll: Toll, manager: EntityManager): Promise<void> {
    await this.attempts.take(network, counted(toll), manager);
  }
}

/** Beyond what is ever counted, and within the column. */
const UNCOUNTED = 1_000_000_000;

function counted({ name, windowMs }: Toll): Budget {
  return { name, windowMs, attempts: UNCOUNTED, restarts: false };
}
