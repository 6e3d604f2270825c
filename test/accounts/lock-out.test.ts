import {
  AccountGateway,
  CHANGE,
  CONFIRM_CHANGE,
  CONFIRM_SIGN_IN,
  FIRST_PASSWORD,
  FORGOT,
  type Keeping,
  LAN,
  NEW_PASSWORD,
  RESEND,
  RESET,
  SIGN_OUT,
  wrongCode,
} from './account-gateway';
import { eachDialect, testDatabase } from '../setup/test-database';

const OTHER_PASSWORD = 'mưa rơi trên mái tôn cũ';

eachDialect('a stranger', (dialect) => {
  let gateway: AccountGateway;
  let home: Keeping;
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
    home = await gateway.settled('phone');
  });

  const guessResets = async (phone: string): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      const { otpId } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone });
      await gateway.deliver();
      const code = wrongCode(gateway.carrier.lastCode());
      const input = { otpId, code, newPassword: OTHER_PASSWORD, newPasswordAgain: OTHER_PASSWORD };
      for (let guess = 0; guess < 5; guess++) await gateway.ask(RESET, { input });
    }
  };
  const signInElsewhere = async (): Promise<string> => {
    const { otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet');
    await gateway.deliver();
    return (await gateway.ask(CONFIRM_SIGN_IN, { otpId, code: gateway.carrier.lastCode() })).__typename;
  };
  const change = async (): Promise<string> => (await gateway.change(NEW_PASSWORD, OTHER_PASSWORD, home)).__typename;
  const reset = async (): Promise<string> => {
    const { otpId } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    const input = { otpId, code, newPassword: OTHER_PASSWORD, newPasswordAgain: OTHER_PASSWORD };
    return (await gateway.ask(RESET, { input })).__typename;
  };

  it('who has the code and a wrong phone uses up none of the tries at real codes', async () => {
    await guessResets('0900000000');
    expect(await signInElsewhere()).toBe('SignedIn');
    expect(await reset()).toBe('PasswordChanged');
  });

  it('who has code and phone closes neither sign-in on another device nor the change of the password', async () => {
    await guessResets(LAN.phone ?? '');
    for (let ask = 0; ask < 6; ask++) await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    expect(await change()).toBe('PasswordChanged');
  });

  it('who has code and phone does not use up the codes of whoever has the password', async () => {
    for (let ask = 0; ask < 8; ask++) await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    expect(await signInElsewhere()).toBe('SignedIn');
  });

  it.each([
    ['who has code and phone', LAN.phone],
    ['who has the code and a wrong phone', '0900000000'],
  ])('%s is told the same, and causes six messages an hour at most', async (_who, phone) => {
    await gateway.deliver();
    const before = gateway.carrier.taken.length;
    const answers: string[] = [];
    for (let ask = 0; ask < 3; ask++) {
      const { otpId, __typename } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone });
      answers.push(__typename);
      for (let copy = 0; copy < 3 && otpId !== undefined; copy++) {
        gateway.pass(0.5);
        answers.push((await gateway.ask(RESEND, { otpId })).__typename);
      }
    }
    await gateway.deliver();
    expect(gateway.carrier.taken.length - before).toBe(phone === LAN.phone ? 6 : 0);
    expect(answers).toEqual([...Array<string>(6).fill('OtpRequired'), ...Array<string>(3).fill('TooManyAttempts')]);
  });

  it('who locks the account does not keep its owner from signing in on a device of their own', async () => {
    for (let guess = 0; guess < 6; guess++) await gateway.signIn('wrong and wrong again', 'elsewhere');
    expect((await gateway.signIn(NEW_PASSWORD, 'elsewhere')).__typename).toBe('SignInRefused');
    await gateway.ask(SIGN_OUT, {}, home);
    expect((await gateway.signIn(NEW_PASSWORD, 'phone')).__typename).toBe('SignedIn');
    expect((await gateway.signIn(NEW_PASSWORD, 'elsewhere')).__typename).toBe('SignInRefused');
  });

  it('who has a device of the owner has five tries on it, too', async () => {
    for (let guess = 0; guess < 5; guess++) await gateway.signIn('wrong and wrong again', 'phone');
    expect((await gateway.signIn(NEW_PASSWORD, 'phone')).__typename).toBe('SignInRefused');
  });

  it('who locks the account keeps nobody who is signed in from a new password', async () => {
    for (let guess = 0; guess < 5; guess++) await gateway.signIn('wrong and wrong again', 'elsewhere');
    const input = { oldPassword: NEW_PASSWORD, newPassword: OTHER_PASSWORD, newPasswordAgain: OTHER_PASSWORD };
    const { otpId } = await gateway.ask(CHANGE, { input }, home);
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    expect(await gateway.ask(CONFIRM_CHANGE, { otpId, code }, home)).toMatchObject({ __typename: 'PasswordChanged' });
    expect((await gateway.signIn(FIRST_PASSWORD, 'phone')).__typename).toBe('SignInRefused');
  });
});
