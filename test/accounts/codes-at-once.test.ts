import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../src/database/database';
import { lockedRows } from '../../src/database/row-locks';
import { Account } from '../../src/features/accounts/account.entity';
import { type Confirmed, OtpService } from '../../src/features/accounts/otp/otp.service';
import { OtpReason } from '../../src/features/accounts/otp/otp.types';
import { AttemptStore } from '../../src/features/protection/attempts/attempt.store';
import { eventually } from '../setup/eventually';
import { testDatabase, testDialects } from '../setup/test-database';
import { AccountGateway, KEY_RING, LAN } from './account-gateway';

const ofPostgres = testDialects().includes('postgres') ? describe : describe.skip;

/** Whether a transaction of this database waits for another. */
async function someoneWaits(database: Database): Promise<boolean> {
  const [row] = await database.reader.query<{ waiting: string }[]>(
    `SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(row?.waiting) > 0;
}

ofPostgres('two codes of one person that are confirmed at once', () => {
  it('take turns on the account and never wait for each other', async () => {
    const { database } = await testDatabase('postgres');
    await new AccountGateway(database).register();
    const texts: string[] = [];
    const notifications = {
      sendCode: ({ content }: { content: { text: string } }) => Promise.resolve(void texts.push(content.text)),
      sent: () => undefined,
    };
    const otps = new OtpService(database, KEY_RING, new AttemptStore(KEY_RING), notifications);
    const { personId, phone } = LAN;
    const address = { channel: 'SMS', to: phone ?? '' } as const;
    const issue = async (reason: OtpReason): Promise<{ otpId: string; code: string; reason: OtpReason }> => {
      const effect = { subject: randomBytes(4).toString('hex') };
      const { otpId } = await database.write((manager) => otps.issue({ personId, reason, address, effect }, manager));
      return { otpId, reason, code: /\b\d{6}\b/.exec(texts.at(-1) ?? '')?.[0] ?? '' };
    };
    const codes = [await issue(OtpReason.PASSWORD_CHANGE), await issue(OtpReason.OTHER_DEVICE)];
    let applied = 0;
    // What a confirmation does: the account, and with a new password every other code of the person is void.
    const apply = async (_confirmed: Confirmed, manager: EntityManager): Promise<{ done: true }> => {
      applied++;
      await manager.findOne(Account, { where: { personId }, ...lockedRows(manager) });
      await eventually(async () => expect(await someoneWaits(database)).toBe(true));
      await otps.voidAll(personId, manager);
      return { done: true };
    };
    const answers = await Promise.all(codes.map((code) => otps.confirm(code, apply)));
    expect(applied).toBe(1);
    expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1);
  });
});
