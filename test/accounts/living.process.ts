import type { DatabaseLocation } from '../../src/database/database';
import { fixedKeys } from '../../src/shared/sealing/key-file';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { openDatabase } from '../setup/test-database';
import { AccountGateway, CONFIRM_SIGN_IN, FIRST_PASSWORD, NEW_PASSWORD } from './account-gateway';

/** living.process.ts LOCATION KEYS START: signs in and changes the password on one device after the other, without end. */
async function main(location: string, keys: string, start: string): Promise<never> {
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  const gateway = new AccountGateway(database, { now: new Date(start) }, 0, new KeyRing(fixedKeys(keys)));
  const passwords = [FIRST_PASSWORD, NEW_PASSWORD];
  process.stdout.write('begun\n');
  for (let turn = 0; ; turn++) {
    gateway.pass(61);
    const [current = '', next = ''] = passwords;
    const device = ['phone', 'tablet'][turn % 2] ?? '';
    const answer = await gateway.signIn(current, device);
    if (answer.__typename === 'SignInRefused') passwords.reverse();
    let { token } = answer;
    if (answer.__typename === 'OtpRequired') {
      await gateway.deliver();
      const code = gateway.carrier.lastCode();
      ({ token } = await gateway.ask(CONFIRM_SIGN_IN, { otpId: answer.otpId, code }));
    }
    if (!token) continue;
    await gateway.change(current, next, { token });
    passwords.reverse();
    process.stdout.write('changed\n');
  }
}

void main(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] ?? '');
