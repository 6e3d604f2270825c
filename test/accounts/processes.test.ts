import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccountService } from '../../src/features/accounts/account.service';
import { hashPassword } from '../../src/features/accounts/password/password-hash';
import { readMailbox } from '../../src/features/notifications/carriers/mailbox.carrier';
import { PersonStore } from '../../src/features/people/person.store';
import type { Database } from '../../src/database/database';
import { databaseEnvironment, testDatabase } from '../setup/test-database';
import { FIRST_PASSWORD, KEY_RING, LAN, NEW_PASSWORD, TEST_KEYS } from './account-gateway';

const ROOT = join(__dirname, '../..');

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  log: string;
}

interface Posted {
  readonly data: Record<string, Record<string, string & unknown[]>>;
  readonly headers: Headers;
  readonly code: string | undefined;
}

/** Starts a gateway of its own process, as built in dist, and waits until it listens. */
async function startGateway(environment: Record<string, string>): Promise<Running> {
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DEMONSTRATION_PEOPLE: '0', ...environment };
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], { cwd: ROOT, env, stdio: 'pipe' });
  const running = { child, url: '', log: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (running.log += chunk.toString()));
  for (let waited = 0; running.url === '' && waited < 40_000 && child.exitCode === null; waited += 50) {
    running.url = /"url":"(http:[^"]+)","msg":"listening"/.exec(running.log)?.[1] ?? '';
    await sleep(50);
  }
  if (running.url === '') throw new Error(`The gateway did not start:\n${running.log}`);
  return running;
}

async function post(gateway: Running, query: string, headers: Record<string, string> = {}): Promise<Posted> {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const body = (await answer.json()) as { data: Posted['data']; errors?: { extensions: { code: string } }[] };
  return { data: body.data, headers: answer.headers, code: body.errors?.[0]?.extensions.code };
}

const bearer = (token: string | undefined): Record<string, string> => ({ authorization: `Bearer ${token ?? ''}` });
const VIEWER = '{ viewer { profile { bhxhCode fullName phone email } sessions { deviceName } } }';
const signIn = (password: string, device: string, place = 'TOKEN'): string =>
  `mutation { signIn(bhxhCode: "${LAN.bhxhCode}", password: "${password}", device: { name: "${device}", keepSessionIn: ${place} }) {
    __typename ... on SignedIn { token } ... on OtpRequired { otpId } } }`;

/** Codes go out within a second; a busy machine takes longer. */
const CODE_LIMIT_MS = 30_000;

describe('two gateways on one PostgreSQL', () => {
  let folder: string;
  let database: Database;
  let gateways: Running[];
  const mailbox = (): string => join(folder, 'mailbox.jsonl');
  /** The code in the `count`-th message with one; waits until it is there. */
  const codeOf = async (count: number): Promise<string> => {
    const deadline = Date.now() + CODE_LIMIT_MS;
    for (;;) {
      const messages = await readMailbox(mailbox(), 100, LAN.phone ?? '');
      const code = messages.flatMap(({ text }) => /^BHXH: (\d{6}) /.exec(text)?.[1] ?? [])[count - 1];
      if (code !== undefined) return code;
      if (Date.now() > deadline) throw new Error('No code came.');
      await sleep(50);
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bhxh-processes-'));
    const opened = await testDatabase('postgres');
    database = opened.database;
    await new PersonStore(database, KEY_RING).replace([LAN]);
    const hash = await hashPassword(FIRST_PASSWORD);
    await database.write((manager) => new AccountService().create(LAN.personId, hash, manager));
    const environment = {
      ...databaseEnvironment(opened.location),
      DATA_DIR: folder,
      BHXH_KEYS: TEST_KEYS,
      LOG_LEVEL: 'trace',
    };
    gateways = await Promise.all([startGateway(environment), startGateway(environment)]);
  }, 120_000);

  afterAll(async () => {
    const ended = gateways.map(({ child }) => new Promise((resolve) => child.once('close', resolve)));
    for (const { child } of gateways) child.kill('SIGTERM');
    await Promise.all(ended);
    rmSync(folder, { recursive: true });
  });

  it('end the session of the first device at once when another signs in on the other gateway; logs tell nothing', async () => {
    const [here, there] = gateways;
    if (!here || !there) throw new Error('no gateways');
    const first = (await post(here, signIn(FIRST_PASSWORD, 'phone'))).data['signIn']?.['token'];
    expect((await post(there, VIEWER, bearer(first))).code).toBe('PASSWORD_CHANGE_REQUIRED');
    const input = `{ oldPassword: "${FIRST_PASSWORD}", newPassword: "${NEW_PASSWORD}", newPasswordAgain: "${NEW_PASSWORD}" }`;
    const change = `mutation { changePassword(input: ${input}) { ... on OtpRequired { otpId } } }`;
    const changeId = (await post(there, change, bearer(first))).data['changePassword']?.['otpId'];
    const confirm = `mutation { confirmPasswordChange(otpId: "${changeId}", code: "${await codeOf(1)}") { __typename } }`;
    expect((await post(here, confirm, bearer(first))).data).toEqual({
      confirmPasswordChange: { __typename: 'PasswordChanged' },
    });
    const seen = await post(there, VIEWER, bearer(first));
    expect(seen.data['viewer']?.['profile']).toMatchObject({ bhxhCode: LAN.bhxhCode, phone: LAN.phone });
    expect(seen.headers.get('cache-control')).toBe('private, no-store');

    const otpId = (await post(there, signIn(NEW_PASSWORD, 'browser', 'COOKIE'))).data['signIn']?.['otpId'];
    const entered = await post(
      there,
      `mutation { confirmSignIn(otpId: "${otpId}", code: "${await codeOf(2)}") { __typename } }`,
    );
    expect(entered.data).toEqual({ confirmSignIn: { __typename: 'SignedIn' } });
    expect((await post(here, VIEWER, bearer(first))).code).toBe('UNAUTHENTICATED');

    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^bhxh_session=.+; Path=\/; Expires=/);
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict']));
    const pair = cookie.split(';')[0] ?? '';
    expect((await post(here, VIEWER, { cookie: pair })).code).toBe('UNAUTHENTICATED');
    expect((await post(here, VIEWER, { cookie: pair, 'x-csrf-protection': '1' })).code).toBeUndefined();

    const log = gateways.map((gateway) => gateway.log).join('\n');
    const secrets = [
      LAN.bhxhCode,
      LAN.personalIdNumber,
      LAN.phone,
      LAN.email,
      LAN.fullName,
      FIRST_PASSWORD,
      NEW_PASSWORD,
      first,
    ];
    for (const secret of [...secrets, pair.slice(pair.indexOf('=') + 1)]) expect(log).not.toContain(secret);
    const metrics = await (await fetch(`${here.url}/metrics`)).text();
    for (const secret of secrets) expect(metrics).not.toContain(secret);
    expect(readFileSync(mailbox(), 'utf8')).toContain('đã đăng nhập trên thiết bị');
  }, 60_000);
});
