import {
  LAN,
  AccountGateway,
  FIRST_PASSWORD,
  FORGOT,
  NEW_PASSWORD,
  RESEND,
  SIGN_IN,
  VIEWER,
  deviceOf,
} from './account-gateway';
import { eachDialect, testDatabase } from '../setup/test-database';

const WRONG = 'wrong and wrong again';
const UNKNOWN = '9999999999';

eachDialect('whoever guesses', (dialect) => {
  let gateway: AccountGateway;
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
  });

  it('gets one answer for an unknown code, a wrong password and a locked account', async () => {
    const unknown = await gateway.signIn(WRONG, 'phone', UNKNOWN);
    const wrong = await gateway.signIn(WRONG, 'phone');
    for (let guess = 0; guess < 4; guess++) await gateway.signIn(WRONG, 'phone');
    const locked = await gateway.signIn(FIRST_PASSWORD, 'phone');
    expect(wrong).toEqual(unknown);
    expect(locked).toEqual(unknown);
    expect(unknown).toMatchObject({ __typename: 'SignInRefused', retryAfterSeconds: null });
  });

  it('locks the account for 15 minutes from the fifth wrong password, and its owner is told', async () => {
    for (let guess = 0; guess < 5; guess++) await gateway.signIn(WRONG, 'phone');
    gateway.pass(14.9);
    expect((await gateway.signIn(FIRST_PASSWORD, 'phone')).__typename).toBe('SignInRefused');
    gateway.pass(0.1);
    expect((await gateway.signIn(FIRST_PASSWORD, 'phone')).__typename).toBe('SignedIn');
    await gateway.deliver();
    expect(gateway.carrier.taken.filter(({ text }) => text.includes('tạm khoá 15 phút'))).toHaveLength(2);
  });

  it('does not make the service pester the owner by locking again and again', async () => {
    for (let lock = 0; lock < 4; lock++) {
      for (let guess = 0; guess < 5; guess++) await gateway.signIn(WRONG, 'phone');
      gateway.pass(16);
    }
    await gateway.deliver();
    expect(gateway.carrier.taken).toHaveLength(2);
  });

  it('starts anew after the right password', async () => {
    for (let round = 0; round < 3; round++) {
      for (let guess = 0; guess < 4; guess++) await gateway.signIn(WRONG, 'phone');
      expect((await gateway.signIn(FIRST_PASSWORD, 'phone')).__typename).toBe('SignedIn');
    }
  });

  it('has five tries in parallel, from many networks and by both codes together', async () => {
    const guesses = Array.from({ length: 24 }, (_, turn) => {
      const password = turn < 23 ? `${WRONG} ${turn}` : FIRST_PASSWORD;
      const code = turn % 2 === 0 ? LAN.bhxhCode : (LAN.personalIdNumber ?? '');
      return () => gateway.signIn(password, 'phone', code, `network ${turn}`);
    });
    await Promise.all(guesses.slice(0, 20).map((guess) => guess()));
    const late = await Promise.all(guesses.slice(20).map((guess) => guess()));
    expect(late.map(({ __typename }) => __typename)).toEqual(Array(4).fill('SignInRefused'));
  });

  it('has five tries through aliases of one request', async () => {
    const device = deviceOf('phone');
    const aliases = Array.from({ length: 12 }, (_, turn) => {
      const password = turn < 11 ? WRONG : FIRST_PASSWORD;
      return `a${turn}: signIn(bhxhCode: "${LAN.bhxhCode}", password: "${password}", device: $device) { __typename }`;
    });
    const { data } = await gateway.answer(`mutation ($device: DeviceInput!) { ${aliases.join(' ')} }`, { device });
    expect(Object.values(data ?? {})).toEqual(Array(12).fill({ __typename: 'SignInRefused' }));
  });

  it('gets codes of one form, whether someone waits for them or nobody', async () => {
    const known = await gateway.ask(FORGOT, { bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    const unknown = await gateway.ask(FORGOT, { bhxhCode: UNKNOWN, phone: LAN.phone });
    for (const wait of [0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]) {
      gateway.pass(wait);
      const [of, ofNobody] = [
        await gateway.ask(RESEND, { otpId: known.otpId }),
        await gateway.ask(RESEND, { otpId: unknown.otpId }),
      ];
      expect({ ...ofNobody, otpId: '' }).toEqual({ ...of, otpId: '' });
      expect(ofNobody.otpId?.length).toBe(of.otpId?.length);
    }
  });
});

eachDialect('a token', (dialect) => {
  let gateway: AccountGateway;
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
  });

  it('is made here: one that the caller brings along is never taken over', async () => {
    const brought = 'a'.repeat(60) + '~' + 'b'.repeat(43);
    const { token } = await gateway.ask(
      SIGN_IN,
      { bhxhCode: LAN.bhxhCode, password: FIRST_PASSWORD, device: deviceOf('phone') },
      { token: brought },
    );
    expect(token).not.toBe(brought);
    expect((await gateway.answer(VIEWER, {}, { token: brought })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('is a new one at every sign-in', async () => {
    const tokens = [];
    for (let turn = 0; turn < 3; turn++) tokens.push((await gateway.signIn(FIRST_PASSWORD, 'phone')).token);
    expect(new Set(tokens).size).toBe(3);
  });

  it.each([
    ['another secret', (token: string) => token.slice(0, -3) + (token.endsWith('AAA') ? 'BBB' : 'AAA')],
    [
      'another handle',
      (token: string, other: string) => other.slice(0, other.indexOf('~')) + token.slice(token.indexOf('~')),
    ],
    ['nothing but its handle', (token: string) => token.slice(0, token.indexOf('~') + 1)],
    ['a name of a row', () => '7'],
    ['nothing', () => ''],
  ])('does not work with %s', async (_what, forged) => {
    const { token } = await gateway.settled();
    await gateway.register({
      ...LAN,
      personId: 8,
      bhxhCode: '0123456780',
      personalIdNumber: null,
      phone: '0987654321',
    });
    const other = await gateway.token(FIRST_PASSWORD, 'phone', '0123456780');
    const { codes } = await gateway.answer(VIEWER, {}, { token: forged(token ?? '', other.token ?? '') });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });

  it('ends on every gateway in the moment another device signs in on one', async () => {
    const { database } = await testDatabase(dialect);
    const clock = { now: new Date('2026-03-02T02:00:00Z') };
    const [here, there] = [new AccountGateway(database, clock), new AccountGateway(database, clock)];
    await here.register();
    const first = await here.settled('phone');
    expect((await there.answer(VIEWER, {}, first)).codes).toEqual([]);
    const { otpId } = await there.signIn(NEW_PASSWORD, 'tablet');
    await there.deliver();
    const confirm = `mutation { confirmSignIn(otpId: "${otpId}", code: "${there.carrier.lastCode()}") { __typename } }`;
    expect(await there.ask(confirm)).toEqual({ __typename: 'SignedIn' });
    expect((await here.answer(VIEWER, {}, first)).codes).toEqual(['UNAUTHENTICATED']);
  });
});

describe('nobody gives in what is not asked', () => {
  it.each([
    ['a person', 'device: { name: "x", personId: 8 }'],
    ['a hash', 'device: { name: "x", deviceHash: "abc" }'],
    ['an account', 'device: { name: "x" }, mustChangePassword: false'],
  ])('%s', async (_what, parts) => {
    const gateway = new AccountGateway((await testDatabase('sqlite')).database);
    const answer = await gateway.answer(`mutation { signIn(bhxhCode: "1", password: "1", ${parts}) { __typename } }`);
    expect(answer.data ?? null).toBeNull();
    expect(answer.codes).toHaveLength(1);
  });
});
