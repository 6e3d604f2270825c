import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/database/database';
import { Account } from '../../src/features/accounts/account.entity';
import { Session } from '../../src/features/accounts/session/session.entity';
import { Notice } from '../../src/features/notifications/notice.entity';
import { OutboxMessage } from '../../src/features/notifications/outbox-message.entity';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess } from '../setup/test-process';
import { AccountGateway, FIRST_PASSWORD, LAN, NEW_PASSWORD, TEST_KEYS } from './account-gateway';

const LIVING_PROCESS = join(__dirname, 'living.process.ts');
/** With those of imports of people 50 on the two databases together; `KILLS=50` makes the long loop of it. */
const KILLS = Number(process.env['KILLS'] ?? 12);
const START = Date.parse('2026-03-02T02:00:00Z');
const DAY_MS = 86_400_000;

/** What must hold between any two transactions. */
async function expectWhole(database: Database): Promise<void> {
  const { freshReader } = database;
  const { personId } = LAN;
  expect(await freshReader.countBy(Session, { personId })).toBeLessThanOrEqual(1);
  // A notice comes with its SMS and its e-mail, or not at all; the account with the notice of its last change.
  const notices = await freshReader.find(Notice, { where: { personId }, order: { id: 'DESC' } });
  const messages = await freshReader.find(OutboxMessage, { where: { personId } });
  expect(messages.filter(({ otpId }) => otpId === null)).toHaveLength(2 * notices.length);
  const account = await freshReader.findOneByOrFail(Account, { personId });
  const changed = notices.find(({ kind }) => kind === 'PASSWORD_CHANGED');
  expect(account.passwordSetAt).toBe(changed?.at);
}

eachDialect('a gateway that is killed', (dialect) => {
  it(
    'at any moment of a sign-in or a change of password leaves everything whole',
    async () => {
      const { database, location } = await testDatabase(dialect);
      const here = new AccountGateway(database);
      await here.register();
      await here.settled();
      for (let kill = 1; kill <= KILLS; kill++) {
        const start = new Date(START + kill * 10 * DAY_MS);
        const running = startTestProcess(LIVING_PROCESS, [JSON.stringify(location), TEST_KEYS, start.toISOString()]);
        await running.line((line) => line === (kill % 2 === 0 ? 'changed' : 'begun'));
        await sleep(Math.random() * 400);
        running.child.kill('SIGKILL');
        await running.ended;
        await expectWhole(database);
      }
      const after = new AccountGateway(database, { now: new Date(START + (KILLS + 2) * 10 * DAY_MS) });
      const answers = [await after.signIn(FIRST_PASSWORD, 'phone'), await after.signIn(NEW_PASSWORD, 'phone')];
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['SignInRefused', 'SignedIn']);
    },
    60_000 + KILLS * 8_000,
  );
});
