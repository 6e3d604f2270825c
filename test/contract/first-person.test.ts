import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib/v1';
import { buildSchema, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { readMailbox } from '../../src/features/notifications/carriers/mailbox.carrier';
import { type GatewayProcess, startGateway } from '../setup/gateway-process';

const LIMIT_MS = 120_000;
/** Opens the made-up person of the first start; the README names both. */
const bhxhCode = '9920250701';
const FIRST_PASSWORD = 'Doi-ngay-lan-dau-1';
const NEW_PASSWORD = 'bảy con vịt qua đường';
const INTEGRATOR_KEY = 'a hospital of the tests';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
const operations = new Map(
  ['account.graphql', 'people.graphql']
    .flatMap((file) => parse(readFileSync(join(__dirname, file), 'utf8')).definitions)
    .filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => [operation.name?.value ?? '', operation]),
);

type Fields = Readonly<Record<string, unknown>>;
interface Viewer {
  readonly viewer: {
    readonly profile: Fields & { readonly fullName: string; readonly dateOfBirth: string; readonly phone: string };
    readonly sessions: readonly { readonly deviceName: string; readonly current: boolean }[];
    readonly healthCard: Fields & { readonly number: string; readonly token: string; readonly qrCodeSvg: string };
    readonly accessLog: { readonly edges: readonly { readonly node: { readonly purpose: string } }[] };
    readonly notices: { readonly edges: readonly unknown[] };
  };
}

/** What a made-up person does from the first sign-in on, by the operations that apps send, against the built service. */
describe('a person of the first start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-person-'));
  const asked = new Set<string>();
  let gateway: GatewayProcess;
  let token = '';
  let profile: Viewer['viewer']['profile'];
  let cardToken = '';

  beforeAll(async () => {
    const key = createHash('sha256').update(INTEGRATOR_KEY).digest('hex');
    gateway = await startGateway({ DATA_DIR: folder, DEMONSTRATION_PEOPLE: '60', INTEGRATOR_KEYS: `benh-vien=${key}` });
  }, LIMIT_MS);
  afterAll(async () => {
    await gateway?.stop();
    rmSync(folder, { recursive: true });
  });

  async function send<T = Record<string, Fields>>(
    name: string,
    variables: object = {},
    headers: object = {},
  ): Promise<T> {
    const operation = operations.get(name);
    if (!operation) throw new Error(`The contract has no operation ${name}.`);
    expect(validate(schema, { kind: Kind.DOCUMENT, definitions: [operation] })).toEqual([]);
    asked.add(name);
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: print(operation), variables }),
    });
    const { data, errors } = (await answer.json()) as { data?: T; errors?: unknown };
    if (errors !== undefined || !data) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data;
  }
  const mine = <T = Record<string, Fields>>(name: string, variables: object = {}): Promise<T> =>
    send<T>(name, variables, { authorization: `Bearer ${token}` });

  /** The code of the newest message, which comes after `sent` others. */
  async function code(sent: number): Promise<string> {
    for (;;) {
      const messages = await readMailbox(join(folder, 'mailbox.jsonl'), 100);
      const codes = messages.flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
      const last = codes.at(-1);
      if (codes.length > sent && last !== undefined) return last;
      await sleep(50);
    }
  }
  const signIn = async (password: string, device: string): Promise<Fields> =>
    (await send('SignIn', { bhxhCode, password, device: { name: device } }))['signIn'] ?? {};

  async function solution(): Promise<string> {
    const { challenge } = await send<{
      challenge: Record<'algorithm' | 'challenge' | 'salt' | 'signature', string> & { maxNumber: number };
    }>('Challenge');
    const { algorithm, salt, signature, maxNumber } = challenge;
    const solved = await solveChallenge(challenge.challenge, salt, algorithm, maxNumber).promise;
    const payload = { algorithm, challenge: challenge.challenge, number: solved?.number, salt, signature };
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  }

  it('signs in with the first password, which opens nothing until it is changed with a code', async () => {
    // The people come in the background of the first start.
    await gateway.logged('demonstration accounts open');
    const signedIn = await signIn(FIRST_PASSWORD, 'điện thoại');
    expect(signedIn).toMatchObject({ __typename: 'SignedIn', mustChangePassword: true });
    token = String(signedIn['token']);
    await expect(mine('Viewer')).rejects.toThrow('PASSWORD_CHANGE_REQUIRED');
    const short = { oldPassword: FIRST_PASSWORD, newPassword: 'ngắn', newPasswordAgain: 'ngắn' };
    expect((await mine('ChangePassword', { input: short }))['changePassword']).toMatchObject({
      __typename: 'InvalidInput',
      fields: [expect.objectContaining({ path: 'newPassword' })],
    });
    const input = { oldPassword: FIRST_PASSWORD, newPassword: NEW_PASSWORD, newPasswordAgain: NEW_PASSWORD };
    const { changePassword } = await mine('ChangePassword', { input });
    expect(changePassword).toMatchObject({ __typename: 'OtpRequired' });
    const change = { otpId: changePassword?.['otpId'], code: await code(0) };
    expect((await mine('ConfirmPasswordChange', change))['confirmPasswordChange']).toMatchObject({
      __typename: 'PasswordChanged',
    });
  });

  it('sees the profile, the card, the devices, the log and the notices', async () => {
    const { viewer } = await mine<Viewer>('Viewer');
    expect(viewer.profile).toMatchObject({ bhxhCode });
    expect(viewer.profile['personalIdNumberMasked']).toMatch(/^•+\d{3}$/);
    expect(viewer.sessions).toEqual([expect.objectContaining({ deviceName: 'điện thoại', current: true })]);
    expect(viewer.healthCard.number).toContain(bhxhCode);
    expect(viewer.healthCard.qrCodeSvg).toContain('<svg');
    // The first start has put on record what the law sets.
    expect(viewer.healthCard['coveragePercent']).toBeGreaterThanOrEqual(80);
    expect(viewer.notices.edges.length).toBeGreaterThan(0);
    profile = viewer.profile;
    cardToken = viewer.healthCard.token;
  });

  it('sees contributions and benefits of every kind, and visits by year', async () => {
    interface Part {
      readonly totalCount: number;
      readonly edges: readonly unknown[];
    }
    for (const kind of ['SOCIAL', 'UNEMPLOYMENT', 'OCCUPATIONAL', 'HEALTH']) {
      const { viewer } = await mine<{ viewer: { contributionTotal: Record<string, number>; contributions: Part } }>(
        'Contributions',
        { kind, first: 5 },
      );
      const { months = 0, years = 0, remainingMonths = 0 } = viewer.contributionTotal;
      expect(years * 12 + remainingMonths).toBe(months);
      expect(viewer.contributions.totalCount > 0).toBe(months > 0);
    }
    for (const kind of ['LUMP_SUM', 'SICKNESS_MATERNITY', 'MONTHLY', 'HEALTH']) {
      const { viewer } = await mine<{ viewer: { benefits: Part } }>('Benefits', { kind, first: 5 });
      expect(viewer.benefits.edges).toHaveLength(Math.min(5, viewer.benefits.totalCount));
    }
    const { viewer } = await mine<{ viewer: { visitYears: number[] } }>('Visits', { year: 2020 });
    for (const year of viewer.visitYears) {
      const visits = await mine<{ viewer: { visits: Part } }>('Visits', { year });
      expect(visits.viewer.visits.totalCount).toBeGreaterThan(0);
    }
  });

  it('shows the card to a hospital, once', async () => {
    const headers = { 'x-api-key': INTEGRATOR_KEY };
    const verify = async (): Promise<Fields | undefined> =>
      (await send('VerifyHealthCard', { token: cardToken }, headers))['verifyHealthCard'];
    expect(await verify()).toMatchObject({ __typename: 'HealthCardValid', holderName: profile.fullName });
    expect(await verify()).toMatchObject({ __typename: 'HealthCardRefused' });
    const { fullName, dateOfBirth } = profile;
    const items = [
      { bhxhCode, fullName, dateOfBirth },
      { bhxhCode, fullName: 'Người Khác Hẳn', dateOfBirth },
    ];
    expect((await send('VerifyBhxhCodes', { items }, headers))['verifyBhxhCodes']).toMatchObject({
      results: [{ outcome: 'MATCH' }, { outcome: 'NO_MATCH' }],
    });
  });

  it('finds the own code by the facts of the card, and sees in the log who looked', async () => {
    const { fullName, dateOfBirth } = profile;
    const input = { fullName, dateOfBirth, healthCardNumber: bhxhCode, challengeSolution: await solution() };
    expect((await send('FindBhxhCode', { input }))['findBhxhCode']).toMatchObject({
      __typename: 'BhxhCodeFound',
      bhxhCode,
    });
    const { viewer } = await mine<Viewer>('Viewer');
    const purposes = viewer.accessLog.edges.map(({ node }) => node.purpose);
    expect(purposes).toEqual(expect.arrayContaining(['FIND_CODE', 'CHECK_CARD', 'VERIFY_CODE']));
  });

  it('signs in on a second device with a code, which ends the first session', async () => {
    const required = await signIn(NEW_PASSWORD, 'máy tính');
    expect(required).toMatchObject({ __typename: 'OtpRequired' });
    const { otpId } = required;
    expect((await send('ResendOtp', { otpId }))['resendOtp']).toMatchObject({ __typename: 'TooManyAttempts' });
    const right = await code(1);
    const wrong = right === '000000' ? '000001' : '000000';
    expect((await send('ConfirmSignIn', { otpId, code: wrong }))['confirmSignIn']).toMatchObject({
      __typename: 'OtpRefused',
      attemptsLeft: 4,
    });
    await mine('Viewer');
    const { confirmSignIn } = await send('ConfirmSignIn', { otpId, code: right });
    expect(confirmSignIn).toMatchObject({ __typename: 'SignedIn' });
    await expect(mine('Viewer')).rejects.toThrow('UNAUTHENTICATED');
    token = String(confirmSignIn?.['token']);
  });

  it('asks for a new password by code and telephone, and signs out', async () => {
    const { forgotPassword } = await send('ForgotPassword', { bhxhCode, phone: profile.phone });
    expect(forgotPassword).toMatchObject({ __typename: 'OtpRequired' });
    await mine('SignOut');
    await expect(mine('Viewer')).rejects.toThrow('UNAUTHENTICATED');
  });

  it('has used every operation of the contract', () =>
    expect([...asked].sort()).toEqual([...operations.keys()].sort()));
});
