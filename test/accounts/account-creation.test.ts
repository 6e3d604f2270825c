import { Account } from '../../src/features/accounts/account.entity';
import { AccountService } from '../../src/features/accounts/account.service';
import { eachDialect, testDatabase } from '../setup/test-database';

eachDialect('access that is given', (dialect) => {
  it('is given by one of two who give it at once, and only that one hears so', async () => {
    const { database } = await testDatabase(dialect);
    const accounts = new AccountService();
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const begun: Promise<boolean>[] = [];
    const first = await database.write(async (manager) => {
      const isGiven = await accounts.create(1, 'first', manager);
      begun.push(database.write((other) => accounts.create(1, 'second', other)));
      // On PostgreSQL the second has looked and waits for the first; SQLite begins it when the first has ended.
      if (dialect === 'postgres') while ((await database.reader.query<unknown[]>(waiting)).length === 0);
      return isGiven;
    });
    expect([first, ...(await Promise.all(begun))]).toEqual([true, false]);
    expect((await database.freshReader.findOneByOrFail(Account, { personId: 1 })).passwordHash).toBe('first');
  });
});
