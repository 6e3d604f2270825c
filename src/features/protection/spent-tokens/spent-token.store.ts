import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager, LessThan } from 'typeorm';
import { SpentToken } from './spent-token.entity';

/** Remembers tokens that may be used once, over all gateways, for as long as they would be taken. */
export class SpentTokens {
  constructor(private readonly now: () => Date = () => new Date()) {}

  /** Spends a token within a transaction; false when it was spent before. Of many tries at once one succeeds. */
  async spend(purpose: string, token: string, expiresAt: Date, manager: EntityManager): Promise<boolean> {
    await manager.delete(SpentToken, { expiresAt: LessThan(this.now().toISOString()) });
    const tokenHash = createHash('sha256').update(`${purpose}\0${token}`).digest('base64url');
    const spendingId = randomBytes(12).toString('base64url');
    const row = { tokenHash, spendingId, expiresAt: expiresAt.toISOString() };
    await manager.createQueryBuilder().insert().into(SpentToken).values(row).orIgnore().execute();
    // Whoever finds the own mark was first: counts of ignored rows differ between the databases.
    const spent = await manager.findOneByOrFail(SpentToken, { tokenHash });
    return spent.spendingId === spendingId;
  }
}
