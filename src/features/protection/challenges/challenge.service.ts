import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Database } from '../../../database/database';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import type { SpentTokens } from '../spent-tokens/spent-token.store';
import type { Challenge, ChallengeRequired } from './challenge.types';

/** Numbers to search through: some tenths of a second on a telephone, days for a million lookups. */
export const CHALLENGE_NUMBERS = 150_000;
const LIVES_MS = 10 * 60 * 1000;
const LONGEST_SOLUTION = 2_000;

/**
 * Proof of work in front of lookups (ALTCHA): costs a person nothing they notice and a robot its time. It is no defence
 * by itself; the budgets are. A solution is taken once, on whichever gateway.
 */
export class ChallengeService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly spent: SpentTokens,
    private readonly now: () => Date = () => new Date(),
    private readonly maxNumber = CHALLENGE_NUMBERS,
  ) {}

  /** A new challenge of so many times the usual work; holds for ten minutes. */
  async make(work = 1): Promise<Challenge> {
    const expires = new Date(this.now().getTime() + LIVES_MS);
    const maxNumber = this.maxNumber * work;
    // The salt is hashed and signed: nobody can make a small challenge pass for a large one.
    const params = { work: String(work) };
    const made = await createChallenge({ hmacKey: this.hmacKey(), maxNumber, expires, params });
    const { algorithm, challenge, salt, signature } = made;
    return { algorithm, challenge, salt, signature, maxNumber };
  }

  /** The refusal of whoever brings no solution, with a challenge to solve. */
  async required(work = 1): Promise<ChallengeRequired> {
    return {
      challenge: await this.make(work),
      message: 'Hãy giải `challenge` này rồi gửi lại kèm `challengeSolution`.',
      messageEn: 'Solve this `challenge`, then send it again with `challengeSolution`.',
    };
  }

  /** Whether this solves a challenge of ours, of so much work at least, that nobody solved before; spends it. */
  async accept(solution: string | null | undefined, work = 1): Promise<boolean> {
    if (!solution || solution.length > LONGEST_SOLUTION) return false;
    // Its end is looked at by our own clock, below.
    const isRight = await verifySolution(solution, this.hmacKey(), false).catch(() => false);
    const signature = isRight ? signatureOf(solution) : null;
    if (signature === null) return false;
    const posed = extractParams(solution);
    if (Number(posed['work']) < work || Number(posed['expires']) * 1000 < this.now().getTime()) return false;
    const expiresAt = new Date(this.now().getTime() + LIVES_MS);
    return this.database.write((manager) => this.spent.spend('challenge', signature, expiresAt, manager));
  }

  /** All gateways have the same key ring, so each takes the challenges of the others. */
  private hmacKey(): string {
    return this.keyRing.blindIndex('challenge', 'lookup.challenge');
  }
}

/** The signature is over the challenge and not over its encoding: the same solution written otherwise is the same. */
function signatureOf(solution: string): string | null {
  const { signature } = JSON.parse(Buffer.from(solution, 'base64').toString('utf8')) as { signature?: unknown };
  return typeof signature === 'string' ? signature.toLowerCase() : null;
}
