import { type EntityManager, In } from 'typeorm';
import { lockedRows } from '../../database/row-locks';
import { Account } from './account.entity';

/**
 * Keeps the accounts of persons from other transactions until this one ends. Whatever changes the access of a person
 * (sessions, codes, tries, password) takes the account first, so that no two transactions wait for each other.
 */
export async function lockAccounts(personIds: readonly number[], manager: EntityManager): Promise<void> {
  const { lock } = lockedRows(manager);
  if (!lock) return;
  const where = { personId: In([...personIds]) };
  await manager.find(Account, { select: { personId: true }, where, order: { personId: 'ASC' }, lock });
}
