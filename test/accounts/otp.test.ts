import { eachDialect, testDatabase } from '../setup/test-database';
import {
  AccountGateway,
  CONFIRM_SIGN_IN,
  FORGOT,
  LAN,
  NEW_PASSWORD,
  RESEND,
  VIEWER,
  wrongCode,
  type Answered,
} from './account-gateway';

const REFUSED = { __typename: 'OtpRefused' };

eachDialect('a one-time code', (dialect) => {
  let gateway: AccountGateway;
  let otpId: string;
  const confirm = (code: string): Promise<Answered> => gateway.ask(CONFIRM_SIGN_IN, { otpId, code });

  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
    await gateway.settled('phone');
    ({ otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet'));
  });

  it('has six digits, goes to the registered phone, and says what it is for', async () => {
    await gateway.deliver();
    // Codes go out before notices, so what came last need not be one.
    const messages = gateway.carrier.taken.filter(({ text }) => text.includes('"tablet"'));
    expect(messages).toMatchObject([{ channel: 'SMS', to: LAN.phone }]);
    expect(messages[0]?.text).toMatch(/^BHXH: \d{6} là mã để đăng nhập trên thiết bị "tablet", hiệu lực 10 phút/);
  });

  it('counts for ten minutes from its delivery, however late that is', async () => {
    gateway.pass(40);
    await gateway.deliver();
    gateway.pass(9.9);
    expect(await confirm(gateway.carrier.lastCode())).toMatchObject({ __typename: 'SignedIn' });
  });

  it('counts no more ten minutes after its delivery', async () => {
    await gateway.deliver();
    gateway.pass(10);
    expect(await confirm(gateway.carrier.lastCode())).toMatchObject({ ...REFUSED, attemptsLeft: 4 });
  });

  it('is taken as people type it', async () => {
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    expect(await confirm(` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({ __typename: 'SignedIn' });
  });

  it('has five tries, and the right code is refused after them', async () => {
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect(await confirm(wrongCode(code, attemptsLeft + 1))).toEqual({ ...REFUSED, attemptsLeft });
    }
    expect(await confirm(code)).toEqual({ ...REFUSED, attemptsLeft: 0 });
  });

  it('works once', async () => {
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    expect(await confirm(code)).toMatchObject({ __typename: 'SignedIn' });
    expect(await confirm(code)).toEqual({ ...REFUSED, attemptsLeft: 0 });
  });

  it('is the same code when it is sent again, and lives ten minutes from the new delivery', async () => {
    await gateway.deliver();
    const first = gateway.carrier.lastCode();
    gateway.pass(9);
    expect(await gateway.ask(RESEND, { otpId })).toMatchObject({ __typename: 'OtpRequired' });
    // The new copy is on its way and the first one is ten minutes old: it counts all the same.
    gateway.pass(5);
    await gateway.deliver();
    expect(gateway.carrier.lastCode()).toBe(first);
    gateway.pass(9);
    expect(await confirm(first)).toMatchObject({ __typename: 'SignedIn' });
  });

  it('is not invalidated on its way by being sent again', async () => {
    gateway.carrier.isDown = true;
    await gateway.deliver();
    gateway.pass(1);
    await gateway.ask(RESEND, { otpId });
    gateway.pass(20);
    gateway.carrier.isDown = false;
    await gateway.deliver();
    const copies = gateway.carrier.taken.filter(({ text }) => text.includes('"tablet"'));
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map(({ text }) => /\d{6}/.exec(text)?.[0])).size).toBe(1);
    expect(await confirm(gateway.carrier.lastCode())).toMatchObject({ __typename: 'SignedIn' });
  });

  it('can be sent again after half a minute, five times in all', async () => {
    // The code that confirmed the first password was sent within the same hour, and a person gets six in one.
    gateway.pass(60);
    ({ otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet'));
    expect(await gateway.ask(RESEND, { otpId })).toEqual({ __typename: 'TooManyAttempts', retryAfterSeconds: 30 });
    for (let copy = 0; copy < 5; copy++) {
      gateway.pass(0.5);
      expect(await gateway.ask(RESEND, { otpId })).toMatchObject({ __typename: 'OtpRequired' });
    }
    gateway.pass(0.5);
    expect(await gateway.ask(RESEND, { otpId })).toMatchObject({ __typename: 'TooManyAttempts' });
  });

  it('cannot be guessed by trying in parallel: five tries in all', async () => {
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    const guesses = Array.from({ length: 30 }, (_, step) => confirm(wrongCode(code, step + 1)));
    const left = (await Promise.all(guesses)).map(({ attemptsLeft }) => attemptsLeft).sort((a, b) => b - a);
    expect(left.slice(0, 5)).toEqual([4, 3, 2, 1, 0]);
    expect(left.slice(5).every((attempts) => attempts === 0)).toBe(true);
    expect(await confirm(code)).toEqual({ ...REFUSED, attemptsLeft: 0 });
  });

  it('cannot be guessed through aliases of one request', async () => {
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    const aliases = Array.from({ length: 20 }, (_, step) => {
      const guess = step < 19 ? wrongCode(code, step + 1) : code;
      return `a${step}: confirmSignIn(otpId: $otpId, code: "${guess}") { __typename }`;
    });
    const { data } = await gateway.answer(`mutation ($otpId: ID!) { ${aliases.join(' ')} }`, { otpId });
    expect(Object.values(data ?? {})).not.toContainEqual({ __typename: 'SignedIn' });
  });

  it('cannot be guessed over many codes: fifteen wrong ones a day close the account to codes', async () => {
    await gateway.deliver();
    for (let round = 0; round < 3; round++) {
      const right = gateway.carrier.lastCode();
      for (let guess = 1; guess <= 5; guess++) await confirm(wrongCode(right, guess));
      ({ otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet'));
      await gateway.deliver();
    }
    expect(await confirm(gateway.carrier.lastCode())).toMatchObject(REFUSED);
    gateway.pass(24 * 60);
    ({ otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet'));
    await gateway.deliver();
    expect(await confirm(gateway.carrier.lastCode())).toMatchObject({ __typename: 'SignedIn' });
  });

  it('confirms what it was issued for and nothing else', async () => {
    const { otpId: resetId } = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    await gateway.deliver();
    const code = gateway.carrier.lastCode();
    expect(await gateway.ask(CONFIRM_SIGN_IN, { otpId: resetId, code })).toEqual({ ...REFUSED, attemptsLeft: 0 });
  });

  it.each(['', 'x', 'x~y', `${'A'.repeat(60)}~${'B'.repeat(22)}`])(
    'is refused with the made-up id %p',
    async (made) => {
      otpId = made;
      expect(await confirm('123456')).toEqual({ ...REFUSED, attemptsLeft: 0 });
      expect(await gateway.ask(RESEND, { otpId })).toEqual({ ...REFUSED, attemptsLeft: 0 });
    },
  );

  it('is stored as a keyed hash, and so are tokens; numbers and addresses are sealed', async () => {
    const { database } = await testDatabase(dialect);
    const other = new AccountGateway(database);
    await other.register();
    const { token } = await other.settled();
    await other.signIn(NEW_PASSWORD, 'tablet');
    const tables = [
      'account',
      'account_session',
      'otp',
      'attempt',
      'notice',
      'outbox_message',
      'person',
      'person_identifier',
    ];
    const rows = await Promise.all(tables.map((table) => database.reader.query<object[]>(`SELECT * FROM "${table}"`)));
    const stored = JSON.stringify(rows);
    await other.deliver();
    const secrets = [LAN.bhxhCode, LAN.personalIdNumber, LAN.phone, LAN.email, NEW_PASSWORD, token];
    for (const secret of secrets) expect(stored).not.toContain(secret);
    expect(stored).not.toMatch(new RegExp(`\\b${other.carrier.lastCode()}\\b`));
  });

  it('that nobody confirmed leaves the first device signed in', async () => {
    const same = await gateway.token(NEW_PASSWORD, 'phone');
    expect((await gateway.answer(VIEWER, {}, same)).codes).toEqual([]);
  });
});
