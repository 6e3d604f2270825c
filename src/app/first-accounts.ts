import { Between, In } from 'typeorm';
import type { Database } from '../database/database';
import { Account } from '../features/accounts/account.entity';
import { AccountService } from '../features/accounts/account.service';
import { hashPassword } from '../features/accounts/password/password-hash';
import type { PersonStore } from '../features/people/person.store';
import { syntheticPersonId } from '../seeding/people/synthetic-persons';

/** So many of the first made-up persons have access; those without a telephone, the children, are left out. */
export const DEMONSTRATION_ACCOUNTS = 100;
/** The README says it aloud: it opens made-up records alone, and only until it is changed at the first sign-in. */
const DEMONSTRATION_PASSWORD = 'Doi-ngay-lan-dau-1';

/** Gives the first made-up persons access. Does nothing where they have it. Ends early when the signal aborts. */
export async function openFirstAccounts(database: Database, persons: PersonStore, signal: AbortSignal): Promise<void> {
  const ids = Array.from({ length: DEMONSTRATION_ACCOUNTS }, (_, index) => syntheticPersonId(index));
  const opened = await database.freshReader.countBy(Account, { personId: Between(ids[0] ?? 0, ids.at(-1) ?? 0) });
  if (opened > 0) return;
  const accounts = new AccountService();
  const holders: { personId: number; passwordHash: string }[] = [];
  for (const personId of await persons.knownIds(ids)) {
    signal.throwIfAborted();
    const person = await persons.byId(personId);
    if (person?.phone) holders.push({ personId, passwordHash: await hashPassword(DEMONSTRATION_PASSWORD) });
  }
  // All in one transaction: a start that is cut off leaves none, and the next one makes them all.
  await database.write(async (manager) => {
    if (await manager.existsBy(Account, { personId: In(ids) })) return;
    for (const { personId, passwordHash } of holders) await accounts.create(personId, passwordHash, manager);
  });
}
