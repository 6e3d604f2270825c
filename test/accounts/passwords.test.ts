import { eachDialect, testDatabase } from '../setup/test-database';
import { isCommon, passwordFault } from '../../src/features/accounts/password/password.rules';
import {
  AccountGateway,
  CHANGE,
  CONFIRM_CHANGE,
  FIRST_PASSWORD,
  FORGOT,
  LAN,
  NEW_PASSWORD,
  RESET,
  VIEWER,
  wrongCode,
} from './account-gateway';

const ANOTHER = 'chiều nay trời mưa to';

eachDialect('changing the password', (dialect) => {
  let gateway: AccountGateway;
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
  });

  it('needs the old one, the new one twice, and a code sent to the registered phone', async () => {
    const keeping = await gateway.settled();
    const input = { oldPassword: NEW_PASSWORD, newPassword: ANOTHER, newPasswordAgain: ANOTHER };
    const asked = await gateway.ask(CHANGE, { input }, keeping);
    expect(asked).toMatchObject({ __typename: 'OtpRequired', reason: 'PASSWORD_CHANGE', sentTo: '••••••• 678' });
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    const { otpId } = asked;
    expect(await gateway.ask(CONFIRM_CHANGE, { otpId, code: wrongCode(code) }, keeping)).toMatchObject({
      attemptsLeft: 4,
    });
    expect((await gateway.signIn(ANOTHER, 'phone')).__typename).toBe('SignInRefused');
    const again = await gateway.token(NEW_PASSWORD, 'phone');
    expect(await gateway.ask(CONFIRM_CHANGE, { otpId, code }, again)).toMatchObject({ __typename: 'PasswordChanged' });
    expect((await gateway.signIn(NEW_PASSWORD, 'phone')).__typename).toBe('SignInRefused');
    expect((await gateway.signIn(ANOTHER, 'phone')).__typename).toBe('SignedIn');
  });

  it('names everything that is wrong at once', async () => {
    const keeping = await gateway.settled();
    const input = { oldPassword: 'not the old one', newPassword: 'short', newPasswordAgain: 'shorter' };
    const { fields } = await gateway.ask(CHANGE, { input }, keeping);
    expect(fields.map(({ path }) => path).sort()).toEqual(['newPassword', 'newPasswordAgain', 'oldPassword']);
    const same = { oldPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD, newPasswordAgain: NEW_PASSWORD };
    expect((await gateway.ask(CHANGE, { input: same }, keeping)).fields.map(({ path }) => path)).toEqual([
      'newPassword',
    ]);
  });

  it('locks for 15 minutes after five wrong old passwords', async () => {
    const keeping = await gateway.settled();
    const wrong = { oldPassword: 'wrong and wrong', newPassword: ANOTHER, newPasswordAgain: ANOTHER };
    for (let guess = 0; guess < 5; guess++) {
      expect(await gateway.ask(CHANGE, { input: wrong }, keeping)).toMatchObject({ __typename: 'InvalidInput' });
    }
    const right = { ...wrong, oldPassword: NEW_PASSWORD };
    expect(await gateway.ask(CHANGE, { input: right }, keeping)).toEqual({
      __typename: 'TooManyAttempts',
      retryAfterSeconds: 900,
    });
    gateway.pass(15);
    expect(await gateway.ask(CHANGE, { input: right }, keeping)).toMatchObject({ __typename: 'OtpRequired' });
  });

  it('needs a session, and a code of its own person', async () => {
    const input = { oldPassword: FIRST_PASSWORD, newPassword: ANOTHER, newPasswordAgain: ANOTHER };
    expect((await gateway.answer(CHANGE, { input })).codes).toEqual(['UNAUTHENTICATED']);
    const lan = await gateway.token(FIRST_PASSWORD);
    const { otpId } = await gateway.ask(CHANGE, { input }, lan);
    await gateway.deliver();
    await gateway.register({
      ...LAN,
      personId: 8,
      bhxhCode: '0123456780',
      personalIdNumber: null,
      phone: '0987654321',
    });
    const other = await gateway.token(FIRST_PASSWORD, 'phone', '0123456780');
    const code = gateway.carrier.lastCode();
    expect(await gateway.ask(CONFIRM_CHANGE, { otpId, code }, other)).toEqual({
      __typename: 'OtpRefused',
      attemptsLeft: 0,
    });
    expect(await gateway.ask(CONFIRM_CHANGE, { otpId, code }, lan)).toMatchObject({ __typename: 'PasswordChanged' });
  });

  it('tells the person by SMS and e-mail', async () => {
    await gateway.settled();
    await gateway.deliver();
    const told = gateway.carrier.taken.filter(({ text }) => text.includes('đã được đổi'));
    expect(told.map(({ channel, to }) => [channel, to]).sort()).toEqual([
      ['EMAIL', LAN.email],
      ['SMS', LAN.phone],
    ]);
  });
});

eachDialect('a forgotten password', (dialect) => {
  let gateway: AccountGateway;
  const resetInput = (otpId: string, code: string, newPassword = ANOTHER): Record<string, unknown> => ({
    input: { otpId, code, newPassword, newPasswordAgain: newPassword },
  });
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
  });

  it.each(['0912345678', '+84 912 345 678', '0912.345.678'])('is replaced with the code sent to %s', async (phone) => {
    const keeping = await gateway.settled();
    const { otpId, reason } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone });
    expect(reason).toBe('PASSWORD_RESET');
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    expect(await gateway.ask(RESET, resetInput(otpId, wrongCode(code)))).toMatchObject({ attemptsLeft: 4 });
    expect(await gateway.ask(RESET, resetInput(otpId, code, 'LAN nguyenthilanthu'))).toMatchObject({
      fields: [{ path: 'newPassword' }],
    });
    expect(await gateway.ask(RESET, resetInput(otpId, code))).toMatchObject({ __typename: 'PasswordChanged' });
    expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual(['UNAUTHENTICATED']);
    const after = await gateway.token(ANOTHER);
    expect((await gateway.answer(VIEWER, {}, after)).codes).toEqual([]);
  });

  it('opens a locked account again', async () => {
    for (let guess = 0; guess < 5; guess++) await gateway.signIn('wrong and wrong', 'phone');
    const { otpId } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.deliver();
    await gateway.ask(RESET, resetInput(otpId, gateway.carrier.lastCode()));
    expect((await gateway.signIn(ANOTHER, 'phone')).__typename).toBe('SignedIn');
  });

  it.each([
    ['an unknown code', '9999999999', LAN.phone],
    ['another phone', LAN.bhxhCode, '0912345679'],
    ['no code at all', 'abc', LAN.phone],
  ])('of %s looks the same and sends nothing', async (_what, bhxhCode, phone) => {
    const known = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.deliver();
    const { length } = gateway.carrier.taken;
    const answer = await gateway.ask(FORGOT, { bhxhCode, phone });
    await gateway.deliver();
    expect(gateway.carrier.taken).toHaveLength(length);
    const shape = ({ otpId, sentTo, message, ...rest }: typeof answer): object => ({
      ...rest,
      idLength: otpId.length,
      sentTo: sentTo.replaceAll(/\d/g, '0'),
      message: message.replaceAll(/\d/g, '0'),
    });
    expect(shape(answer)).toEqual(shape(known));
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const refused = await gateway.ask(RESET, resetInput(answer.otpId, `00000${attemptsLeft}`));
      expect(refused).toEqual({ __typename: 'OtpRefused', attemptsLeft });
    }
  });

  it('sends six codes an hour at most, and says the same of a telephone that is not theirs', async () => {
    const answers = async (phone: string | null): Promise<string[]> => {
      const names: string[] = [];
      for (let turn = 0; turn < 9; turn++) {
        const asked = { bhxhCode: LAN.bhxhCode, phone };
        names.push((await gateway.ask(FORGOT, asked, {}, `network ${phone} ${turn}`)).__typename);
      }
      return names;
    };
    const sixOnly = [...Array<string>(6).fill('OtpRequired'), ...Array<string>(3).fill('TooManyAttempts')];
    expect(await answers('0912 000 999')).toEqual(sixOnly);
    expect(await answers(LAN.phone)).toEqual(sixOnly);
    await gateway.deliver();
    expect(gateway.carrier.taken).toHaveLength(6);
  });

  it('costs work after twenty an hour from one network, whoever is asked for', async () => {
    const ask = (turn: number): Promise<{ __typename: string }> =>
      gateway.ask(FORGOT, { bhxhCode: String(1_000_000_000 + turn), phone: LAN.phone });
    for (let turn = 0; turn < 20; turn++) expect((await ask(turn)).__typename).toBe('OtpRequired');
    expect((await ask(20)).__typename).toBe('ChallengeRequired');
    const theirs = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    expect(theirs.__typename).toBe('ChallengeRequired');
  });
});

describe('the rules of passwords', () => {
  const OWNER = { ...LAN, documentNumbers: ['990000017', 'ZZ0000017'] };

  it.each([
    'con meo trèo cây cau',
    'chiều nay trời mưa to',
    'ba con vịt xanh 12',
    'tiếng đàn bầu xa vắng',
    'x7!Kd02pLq',
    'Mat-khau-rieng-cua-Lan-42',
    'correct horse battery staple',
  ])('take %p', (password) => {
    expect(passwordFault(password, { ...OWNER, fullName: 'Trần Văn Bình' })).toBeNull();
  });

  it.each([
    'password123',
    'Password2026!',
    'P@ssw0rd2026',
    'matkhau12345',
    'Mật khẩu 123',
    'matkhaumoi1',
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'qwerty12345',
    'asdfghjkl1',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '121212121212',
    '15051990199',
    'iloveyou1234',
    'toiyeuvietnam',
    'anhyeuem2026',
    'bhxhvietnam1',
    'hanoi123456',
    'abcdefghij',
    '1q2w3e4r5t6y',
    'letmeinnow!!',
    'vietnamvodich',
  ])('refuse %p as common', (password) => {
    expect(isCommon(password)).toBe(true);
  });

  it.each([
    'tôi là 0123456789',
    'so 0912345678 day',
    'nguyen thi lan thu',
    'sinh ngày 14051990',
    'ngay 1990-05-14 vui',
    'cmnd 990-000-017',
    'ho chieu zz0000017',
  ])('refuse %p as made of personal data', (password) => {
    expect(passwordFault(password, OWNER)?.en).toContain('must not hold');
  });

  it('want ten characters and no kinds of them', () => {
    expect(passwordFault('chín ký tự'.slice(0, 9), OWNER)?.en).toContain('at least 10');
    expect(passwordFault('x'.repeat(100) + 'yzabcdefghijklmnopqrstuvwxyzab', OWNER)?.en).toContain('at most 128');
    expect(passwordFault('mùa thu hà nội', OWNER)).toBeNull();
  });
});
