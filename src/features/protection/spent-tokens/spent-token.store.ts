import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager, LessThan } from 'typeorm';
import { returnedRows } from '../../../database/returned-rows';
import { SpentToken } from './spent-token.entity';

const SPEND = `INSERT INTO "spent_token" ("tokenHash", "spendingId", "expiresAt") VALUES (:tokenHash, :spendingId, :expiresAt)
  ON CONFLICT ("tokenHash") DO NOTHING RETURNING "tokenHash"`;

/** Remembers tokens that may be used once, over all gateways, for as long as they would be taken. */
export class SpentTokens {
  constructor(private readonly now: () => Date = () => new Date()) {}

  /** Spends a token within a transaction; false when it was spent before. Of many tries at once one succeeds. */
  async spend(purpose: string, token: string, expiresAt: Date, manager: EntityManager): Promise<boolean> {
    const tokenHash = createHash('sha256').update(`${purpose}\0${token}`).digest('base64url');
    const spendingId = randomBytes(12).toString('base64url');
    const spent = await returnedRows(manager, SPEND, { tokenHash, spendingId, expiresAt: expiresAt.toISOString() });
    return spent.length === 1;
  }

  /** Forgets the tokens that would not be taken any more anyway. */
  async sweep(manager: EntityManager): Promise<void> {
    await manager.delete(SpentToken, { expiresAt: LessThan(this.now().toISOString()) });
  }
}
