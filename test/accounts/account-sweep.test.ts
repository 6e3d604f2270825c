import { AccountSweep } from '../../src/features/accounts/account-sweep';
import { Attempt } from '../../src/features/protection/attempts/attempt.entity';
import { Otp } from '../../src/features/accounts/otp/otp.entity';
import { eachDialect, testDatabase } from '../setup/test-database';
import { AccountGateway, LAN, FORGOT } from './account-gateway';

eachDialect('the hourly sweep', (dialect) => {
  it('deletes codes and tries that mean nothing any more, and no others', async () => {
    const { database } = await testDatabase(dialect);
    const clock = { now: new Date('2026-03-02T02:00:00Z') };
    const gateway = new AccountGateway(database, clock);
    await gateway.register();
    const sweep = new AccountSweep(
      database,
      (error) => expect(error).toBeUndefined(),
      () => clock.now,
    );
    const left = async (): Promise<number[]> => [
      await database.freshReader.count(Otp),
      await database.freshReader.count(Attempt),
    ];
    await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.signIn('wrong and wrong', 'phone');
    await sweep.sweep();
    const [codes, tries] = await left();
    expect(codes).toBe(1);
    expect(tries).toBeGreaterThan(0);
    gateway.pass(61);
    await sweep.sweep();
    expect(await left()).toEqual([0, 0]);
  });
});
