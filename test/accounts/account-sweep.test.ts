import { AccountSweep } from '../../src/features/accounts/account-sweep.job';
import { Attempt } from '../../src/features/protection/attempts/attempt.entity';
import { Otp } from '../../src/features/accounts/otp/otp.entity';
import { Session } from '../../src/features/accounts/session/session.entity';
import { TrustedDevice } from '../../src/features/accounts/session/trusted-device.entity';
import { SpentTokens } from '../../src/features/protection/spent-tokens/spent-token.store';
import { eachDialect, testDatabase } from '../setup/test-database';
import { AccountGateway, FORGOT, LAN, NEW_PASSWORD, VIEWER } from './account-gateway';

const DAY = 24 * 60;

const sweepAt = (now: () => Date): AccountSweep => new AccountSweep(new SpentTokens(now), now);

eachDialect('the hourly sweep', (dialect) => {
  it('deletes codes and tries that mean nothing any more, and no others', async () => {
    const { database } = await testDatabase(dialect);
    const clock = { now: new Date('2026-03-02T02:00:00Z') };
    const gateway = new AccountGateway(database, clock);
    await gateway.register();
    const sweep = sweepAt(() => clock.now);
    const left = async (): Promise<number[]> => [
      await database.freshReader.count(Otp),
      await database.freshReader.count(Attempt),
    ];
    await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.signIn('wrong and wrong', 'phone');
    await sweep.run(database);
    const [codes, tries] = await left();
    expect(codes).toBe(1);
    expect(tries).toBeGreaterThan(0);
    gateway.pass(61);
    await sweep.run(database);
    expect(await left()).toEqual([0, 0]);
  });

  it('deletes sessions that ended or that nobody used for a week, and devices of a year ago', async () => {
    const { database } = await testDatabase(dialect);
    const clock = { now: new Date('2026-03-02T02:00:00Z') };
    const gateway = new AccountGateway(database, clock);
    await gateway.register();
    await gateway.settled('phone');
    const sweep = sweepAt(() => clock.now);
    const left = async (): Promise<number[]> => {
      await sweep.run(database);
      return [await database.freshReader.count(Session), await database.freshReader.count(TrustedDevice)];
    };
    expect(await left()).toEqual([1, 1]);
    gateway.pass(6 * DAY);
    expect(await left()).toEqual([1, 1]);
    gateway.pass(2 * DAY);
    expect(await left()).toEqual([0, 1]);
    const { token } = await gateway.token(NEW_PASSWORD, 'phone');
    for (let days = 0; days < 30; days += 5) {
      gateway.pass(5 * DAY);
      expect((await gateway.answer(VIEWER, {}, { token })).codes).toEqual(days < 25 ? [] : ['UNAUTHENTICATED']);
    }
    expect(await left()).toEqual([0, 1]);
    gateway.pass(366 * DAY);
    expect(await left()).toEqual([0, 0]);
  });

  it('finds what ended by an index, however many sessions and devices there are', async () => {
    const { database } = await testDatabase(dialect);
    const entities = [
      [Session, 'expiresAt'],
      [Session, 'lastUsedAt'],
      [TrustedDevice, 'lastSignInAt'],
      [Otp, 'endsAt'],
      [Attempt, 'endsAt'],
    ] as const;
    for (const [entity, column] of entities) {
      const { indices } = database.reader.connection.getMetadata(entity);
      expect(indices.map(({ columns }) => columns[0]?.propertyName)).toContain(column);
    }
  });
});
