import { fromGlobalId, toGlobalId } from '../../src/shared/global-id';
import { eachDialect, testDatabase } from '../setup/test-database';
import {
  AccountGateway,
  CONFIRM_SIGN_IN,
  END_SESSION,
  FIRST_PASSWORD,
  type Keeping,
  LAN,
  NEW_PASSWORD,
  SIGN_OUT,
  VIEWER,
  wrongCode,
} from './account-gateway';

eachDialect('signing in', (dialect) => {
  let gateway: AccountGateway;
  beforeEach(async () => {
    gateway = new AccountGateway((await testDatabase(dialect)).database);
    await gateway.register();
  });

  it.each([LAN.bhxhCode, '0123 456 789', LAN.personalIdNumber ?? ''])(
    'works with %s and the password',
    async (code) => {
      const answer = await gateway.signIn(FIRST_PASSWORD, 'phone', code);
      expect(answer.__typename).toBe('SignedIn');
    },
  );

  it('the first time lets a person do nothing but choose a new password', async () => {
    const { token, mustChangePassword } = await gateway.signIn(FIRST_PASSWORD, 'phone');
    expect(mustChangePassword).toBe(true);
    expect(await gateway.answer(VIEWER, {}, { token: token ?? '' })).toMatchObject({
      data: { viewer: null },
      codes: ['PASSWORD_CHANGE_REQUIRED'],
      isPrivate: true,
    });
    await gateway.change(FIRST_PASSWORD, NEW_PASSWORD, { token: token ?? '' });
    expect((await gateway.answer(VIEWER, {}, { token: token ?? '' })).codes).toEqual([]);
  });

  it('shows persons what is on record about them, and only to them', async () => {
    const keeping = await gateway.settled();
    const { data, isPrivate } = await gateway.answer(VIEWER, {}, keeping);
    expect(isPrivate).toBe(true);
    expect(data).toMatchObject({
      viewer: {
        profile: {
          bhxhCode: '0123456789',
          personalIdNumberMasked: '•••••••••017',
          fullName: 'Nguyễn Thị Lan Thử',
          dateOfBirth: '1990-05-14',
          sex: 'FEMALE',
          phone: '0912345678',
          email: 'lan@example.org',
          address: 'Số 1, phố Thử',
          passwordExpiresAt: '2026-09-02T02:00:00.000Z',
        },
        sessions: [{ deviceName: 'phone', current: true }],
        notices: { totalCount: 1, edges: [{ node: { kind: 'PASSWORD_CHANGED', read: false } }] },
      },
    });
    expect((await gateway.answer(VIEWER)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('on a second device warns, needs a code, and then ends the session of the first', async () => {
    const first = await gateway.settled('phone');
    gateway.pass(1);
    const warned = await gateway.signIn(NEW_PASSWORD, 'tablet');
    expect(warned).toMatchObject({ __typename: 'OtpRequired', reason: 'OTHER_DEVICE', sentTo: '••••••• 678' });
    expect(warned.message).toContain('"phone"');
    await gateway.deliver();
    expect((await gateway.answer(VIEWER, {}, first)).codes).toEqual([]);

    const code = gateway.carrier.lastCode();
    const refused = await gateway.ask(CONFIRM_SIGN_IN, { otpId: warned.otpId, code: wrongCode(code) });
    expect(refused).toEqual({ __typename: 'OtpRefused', attemptsLeft: 4 });
    const { token } = await gateway.ask(CONFIRM_SIGN_IN, { otpId: warned.otpId, code });
    expect((await gateway.answer(VIEWER, {}, first)).codes).toEqual(['UNAUTHENTICATED']);
    const viewer = await gateway.ask<{
      sessions: unknown[];
      notices: { edges: { node: { kind: string; text: string } }[] };
    }>(VIEWER, {}, { token: token ?? '' });
    expect(viewer.sessions).toHaveLength(1);
    expect(viewer.notices.edges[0]?.node).toMatchObject({ kind: 'DEVICE_CHANGED' });
    expect(viewer.notices.edges[0]?.node.text).toContain('"tablet"');
  });

  it('again on the same device needs no code and leaves one session', async () => {
    const before = await gateway.settled('phone');
    const after = await gateway.token(NEW_PASSWORD, 'phone');
    expect((await gateway.answer(VIEWER, {}, before)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await gateway.ask<{ sessions: unknown[] }>(VIEWER, {}, after)).sessions).toHaveLength(1);
  });

  it('from two devices at the same moment leaves one session', async () => {
    await gateway.settled('phone');
    gateway.pass(8 * 24 * 60);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((device) => gateway.signIn(NEW_PASSWORD, device)));
    const signedIn = answers.filter(({ __typename }) => __typename === 'SignedIn');
    expect(signedIn).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'OtpRequired')).toHaveLength(3);
  });

  it('wants a new password when six months have passed, also of a session that goes on', async () => {
    const keeping = await gateway.settled();
    for (let day = 0; day < 27; day++) {
      gateway.pass(24 * 60);
      if (day % 5 === 0) expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual([]);
    }
    gateway.pass(160 * 24 * 60);
    const { token, mustChangePassword } = await gateway.signIn(NEW_PASSWORD, 'phone');
    expect(mustChangePassword).toBe(true);
    expect((await gateway.answer(VIEWER, {}, { token: token ?? '' })).codes).toEqual(['PASSWORD_CHANGE_REQUIRED']);
  });

  it('ends when the person signs out: the token is worth nothing any more', async () => {
    const keeping = await gateway.settled();
    expect(await gateway.ask(SIGN_OUT, {}, keeping)).toMatchObject({ __typename: 'SignedOut' });
    expect(keeping.forgotten).toBe(true);
    expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await gateway.ask(SIGN_OUT, {}, keeping)).toMatchObject({ __typename: 'NotSignedIn' });
  });

  it('ends when the person ends the session, but nobody ends that of another', async () => {
    const lan = await gateway.settled();
    await gateway.register({
      ...LAN,
      personId: 8,
      bhxhCode: '0123456780',
      personalIdNumber: null,
      phone: '0987654321',
    });
    const other = await gateway.token(FIRST_PASSWORD, 'phone', '0123456780');
    const { sessions } = await gateway.ask<{ sessions: { id: string }[] }>(VIEWER, {}, lan);
    const id = sessions[0]?.id ?? '';
    const { key = '', type } = fromGlobalId(id) ?? {};
    expect(type).toBe('Session');
    for (const forged of [key, toGlobalId('Notice', key)]) {
      expect(await gateway.ask(END_SESSION, { id: forged }, lan)).toEqual({ __typename: 'NotFound' });
    }
    expect(await gateway.ask(END_SESSION, { id }, other)).toEqual({ __typename: 'NotFound' });
    expect((await gateway.answer(VIEWER, {}, lan)).codes).toEqual([]);
    expect(await gateway.ask(END_SESSION, { id }, lan)).toEqual({ __typename: 'SessionEnded' });
    expect((await gateway.answer(VIEWER, {}, lan)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('gives notices and sessions by their identifiers to the person they belong to', async () => {
    const lan = await gateway.settled();
    await gateway.register({
      ...LAN,
      personId: 8,
      bhxhCode: '0123456780',
      personalIdNumber: null,
      phone: '0987654321',
    });
    const other = await gateway.token(FIRST_PASSWORD, 'phone', '0123456780');
    type Mine = { sessions: { id: string; current: boolean }[]; notices: { edges: { node: { id: string } }[] } };
    const { sessions, notices } = await gateway.ask<Mine>(VIEWER, {}, lan);
    const again = (id: string | undefined, keeping?: Keeping): Promise<unknown> =>
      gateway.ask(
        'query ($id: ID!) { node(id: $id) { __typename id ... on Session { current } ... on Notice { read } } }',
        { id },
        keeping,
      );
    const [notice] = notices.edges.map(({ node }) => node);
    expect(await again(sessions[0]?.id, lan)).toEqual({ __typename: 'Session', id: sessions[0]?.id, current: true });
    expect(await again(notice?.id, lan)).toEqual({ __typename: 'Notice', id: notice?.id, read: false });
    for (const id of [sessions[0]?.id, notice?.id])
      for (const keeping of [other, undefined]) expect(await again(id, keeping)).toBeNull();
  });

  it('shows notices by opaque ids, up to which they are marked as read', async () => {
    const lan = await gateway.settled();
    type Notices = { notices: { edges: { node: { id: string; read: boolean } }[] } };
    const notices = async (): Promise<{ id: string; read: boolean }[]> =>
      (await gateway.ask<Notices>(VIEWER, {}, lan)).notices.edges.map(({ node }) => node);
    const mark = (upTo: string): Promise<unknown> =>
      gateway.ask(
        `mutation ($upTo: ID!) { markNoticesRead(upTo: $upTo) {
          __typename ... on NoticesRead { count } ... on Problem { messageEn } } }`,
        { upTo },
        lan,
      );
    const [newest] = await notices();
    const { type, key = '' } = fromGlobalId(newest?.id ?? '') ?? {};
    expect(type).toBe('Notice');
    for (const forged of [key, toGlobalId('Session', key), toGlobalId('Notice', 'x')]) {
      expect(await mark(forged)).toMatchObject({ __typename: 'NotFound', messageEn: expect.any(String) as string });
    }
    expect((await notices()).map(({ read }) => read)).toEqual([false]);
    expect(await mark(newest?.id ?? '')).toEqual({ __typename: 'NoticesRead', count: 1 });
    expect((await notices()).map(({ read }) => read)).toEqual([true]);
  });

  it('ends after a week without use', async () => {
    const keeping = await gateway.settled();
    gateway.pass(6 * 24 * 60);
    expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual([]);
    gateway.pass(6 * 24 * 60);
    expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual([]);
    gateway.pass(7 * 24 * 60);
    expect((await gateway.answer(VIEWER, {}, keeping)).codes).toEqual(['UNAUTHENTICATED']);
  });
});
