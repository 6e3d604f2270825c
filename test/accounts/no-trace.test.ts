import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { solveChallenge } from 'altcha-lib/v1';
import { AccountService } from '../../src/features/accounts/account.service';
import { hashPassword } from '../../src/features/accounts/password/password-hash';
import { PersonStore } from '../../src/features/people/person.store';
import { samplePerson } from '../people/sample-people';
import { keepWholeRecord } from '../records/whole-record';
import { runCommand } from '../setup/gateway-process';
import { openDatabase } from '../setup/test-database';
import { FIRST_PASSWORD, KEY_RING, NEW_PASSWORD, TEST_KEYS } from './account-gateway';

const ROOT = join(__dirname, '../..');
const INTEGRATOR_KEY = 'an integrator of the tests';
const WRONG = 'mật khẩu sai hoàn toàn';
const ME = samplePerson(301, { fullName: 'Nguyễn Thị Dấuvết', address: 'Số 9, đường Khôngdấu', phone: '0999000301' });
const CHILD = samplePerson(302, { fullName: 'Con Củadấu', guardianId: 301, dateOfBirth: '2015-03-04' });
const OTHER = samplePerson(303, { fullName: 'Trần Văn Ngườikhác', dateOfBirth: '1971-12-13' });
const RECORD_MARK = 'Vếttích';

/** What an answer was, and everything of it that a cache, a proxy or a log between could keep. */
interface Answered {
  readonly data: Record<string, Record<string, string>>;
  readonly text: string;
  readonly headers: Headers;
}

describe('whatever people do here', () => {
  let folder: string;
  let sms: Server;
  let gateway: ChildProcess;
  let url = '';
  let log = '';
  let metrics = '';
  let errors = '';
  const texts: string[] = [];
  const tokens: string[] = [];
  const addresses: string[] = [];
  const cacheable: string[] = [];

  const environment = (): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    BHXH_KEYS: TEST_KEYS,
    DEMONSTRATION_PEOPLE: '0',
    LOG_LEVEL: 'trace',
    SMS_URL: `http://127.0.0.1:${(sms.address() as AddressInfo).port}/`,
    // Nobody listens there: what fails to be sent must not be told either.
    SMTP_URL: 'smtp://127.0.0.1:9',
    INTEGRATOR_KEYS: `thử=${createHash('sha256').update(INTEGRATOR_KEY).digest('hex')}`,
  });

  async function request(path: string, init: RequestInit = {}): Promise<Answered> {
    addresses.push(path);
    const answer = await fetch(`${url}${path}`, init);
    const text = await answer.text();
    if (answer.headers.get('cache-control') !== 'private, no-store') cacheable.push(text);
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as { data?: Answered['data']; errors?: unknown };
    if (body.errors !== undefined) errors += JSON.stringify(body.errors);
    return { data: body.data ?? {}, text, headers: answer.headers };
  }

  const ask = (query: string, variables: object = {}, headers: object = {}): Promise<Answered> =>
    request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  async function code(): Promise<string> {
    for (let waited = 0; waited < 15_000; waited += 50) {
      const found = texts.map((text) => /\b\d{6}\b/.exec(text)?.[0]).filter((one) => one !== undefined);
      const last = found.at(-1);
      if (last !== undefined && !tokens.includes(last)) return (tokens.push(last), last);
      await sleep(50);
    }
    throw new Error(`No new code came.\n${log.slice(-2_000)}`);
  }

  async function solution(): Promise<string> {
    const { data } = await ask('{ challenge { algorithm challenge salt signature maxNumber } }');
    const { algorithm = '', challenge = '', salt = '', signature, maxNumber } = data['challenge'] ?? {};
    const solved = await solveChallenge(challenge, salt, algorithm, Number(maxNumber)).promise;
    return Buffer.from(JSON.stringify({ algorithm, challenge, number: solved?.number, salt, signature })).toString(
      'base64',
    );
  }

  async function useEverything(): Promise<void> {
    const signIn = (bhxhCode: unknown, password: string): Promise<Answered> =>
      ask(
        `mutation SignIn($bhxhCode: String!, $password: String!) {
          signIn(bhxhCode: $bhxhCode, password: $password, device: { name: "máy" }) { ... on SignedIn { token } } }`,
        { bhxhCode, password },
      );
    await signIn(ME.personalIdNumber, WRONG);
    await signIn(Number(ME.bhxhCode), WRONG);
    await signIn({ code: ME.bhxhCode, phone: ME.phone }, WRONG);
    const { token = '' } = (await signIn(ME.bhxhCode, FIRST_PASSWORD)).data['signIn'] ?? {};
    tokens.push(token);
    const me = { authorization: `Bearer ${token}` };
    const input = { oldPassword: FIRST_PASSWORD, newPassword: NEW_PASSWORD, newPasswordAgain: NEW_PASSWORD };
    const change = await ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ... on OtpRequired { otpId } } }',
      { input },
      me,
    );
    const otp = { otpId: change.data['changePassword']?.['otpId'], code: await code() };
    const confirm =
      'mutation ($otpId: ID!, $code: String!) { confirmPasswordChange(otpId: $otpId, code: $code) { __typename } }';
    expect((await ask(confirm, otp, me)).data['confirmPasswordChange']?.['__typename']).toBe('PasswordChanged');
    const viewer = await ask(
      `query Viewer { viewer { profile { bhxhCode fullName dateOfBirth phone email address }
        healthCard { number token qrCodeSvg } contributions(kind: SOCIAL) { edges { node { employerName workplace } } }
        children { fullName bhxhCode } accessLog { edges { node { who } } } sessions { deviceName } } }`,
      {},
      me,
    );
    const card = (viewer.data['viewer']?.['healthCard'] as unknown as { token: string }).token;
    tokens.push(card);
    const verify =
      'mutation ($token: String!) { verifyHealthCard(token: $token) { ... on HealthCardValid { holderName } } }';
    expect((await ask(verify, { token: card })).text).toContain(ME.fullName);
    await ask(verify, { token: card });
    for (const dateOfBirth of [ME.dateOfBirth, '1990-05-16', `${ME.dateOfBirth} ${ME.phone}`]) {
      const facts = { fullName: ME.fullName, dateOfBirth, personalIdNumber: ME.personalIdNumber };
      const find = `mutation ($input: FindBhxhCodeInput!) { findBhxhCode(input: $input) { ... on BhxhCodeFound { bhxhCode } } }`;
      await ask(find, { input: { ...facts, challengeSolution: await solution() } });
      await ask(find, { input: { ...facts, healthCardNumber: 9_900_000_301, secondName: ME.fullName } });
    }
    const { fullName, dateOfBirth, bhxhCode } = OTHER;
    const items = [{ bhxhCode, fullName, dateOfBirth }];
    const checked = await ask(
      'mutation ($items: [VerifyBhxhCodeInput!]!) { verifyBhxhCodes(items: $items) { ... on BhxhCodesVerified { results { outcome } } } }',
      { items },
      { 'x-api-key': INTEGRATOR_KEY },
    );
    expect(checked.text).toContain('MATCH');
    for (const form of ['json', 'pdf']) await request(`/account/export.${form}`, { headers: me });
    const forgot = `mutation ($bhxhCode: String!, $phone: String!) { forgotPassword(bhxhCode: $bhxhCode, phone: $phone) { ... on OtpRequired { otpId } } }`;
    await ask(forgot, { bhxhCode: ME.bhxhCode, phone: ME.phone });
    await code();
    await ask('mutation { signOut { __typename } }', {}, me);
    await ask('{ viewer { profile { fullName } } }', {}, me);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bhxh-trace-'));
    sms = createServer((incoming, response) => {
      incoming.on('data', (chunk: Buffer) => texts.push((JSON.parse(chunk.toString()) as { text: string }).text));
      incoming.on('end', () => response.writeHead(202).end());
    });
    await new Promise<void>((resolve) => sms.listen(0, '127.0.0.1', resolve));
    const database = await openDatabase({ dialect: 'sqlite', file: join(folder, 'bhxh.sqlite') });
    await new PersonStore(database, KEY_RING).replace([ME, CHILD, OTHER]);
    for (const { personId } of [ME, CHILD]) await keepWholeRecord(database, personId, RECORD_MARK);
    const hash = await hashPassword(FIRST_PASSWORD);
    await database.write((manager) => new AccountService().create(ME.personId, hash, manager));
    await database.close();
    writeFaultyFile(folder);
    const manifest = join(folder, 'wrong', 'manifest.json');
    const run = await runCommand(['import', manifest], environment(), 60_000);
    log += run.output;
    expect([run.code, run.output]).toEqual([1, expect.stringContaining('BAD_PHONE') as string]);
    rmSync(join(folder, 'wrong'), { recursive: true });

    gateway = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
      cwd: ROOT,
      env: environment(),
      stdio: 'pipe',
    });
    for (const stream of [gateway.stdout, gateway.stderr])
      stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    for (let waited = 0; url === '' && waited < 40_000; waited += 50, await sleep(50)) {
      url = /"url":"(http:[^"]+)","msg":"listening"/.exec(log)?.[1] ?? '';
    }
    await useEverything();
    metrics = (await request('/metrics')).text;
    const ended = new Promise((resolve) => gateway.once('close', resolve));
    gateway.kill('SIGTERM');
    await ended;
  }, 180_000);

  afterAll(() => {
    gateway.kill('SIGKILL');
    sms.close();
    rmSync(folder, { recursive: true });
  });

  /** Everything that says who someone is or opens something of theirs. */
  const secrets = (): string[] => [
    ...[ME, CHILD, OTHER].flatMap(({ bhxhCode, personalIdNumber, fullName, dateOfBirth, phone, email, address }) => {
      return [bhxhCode, personalIdNumber ?? '', fullName, dateOfBirth, phone ?? '', email ?? '', address ?? ''];
    }),
    ...[RECORD_MARK, FIRST_PASSWORD, NEW_PASSWORD, WRONG, INTEGRATOR_KEY, TEST_KEYS.slice(5), ...tokens],
  ];

  /** The secrets that stand in a text; digits count alone, for six of them can stand in any longer number. */
  const found = (text: string, among = secrets()): string[] =>
    among.filter((secret) =>
      new RegExp(`(?<!\\d)${secret.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?!\\d)`, 'u').test(text),
    );

  it('happened: codes came, files were handed out', () => {
    expect(tokens).toHaveLength(4);
    expect(addresses).toContain('/account/export.pdf');
    expect(found(JSON.stringify(tokens))).toHaveLength(4);
  });

  it('leaves nothing in logs, not even where messages failed', () => {
    expect(log).toContain('a message was not taken');
    expect(log).toContain('/account/export.json');
    expect(found(log)).toEqual([]);
  });

  it('leaves nothing in addresses, metrics and the errors that were answered', () => {
    expect(errors).toContain('BAD_USER_INPUT');
    expect(metrics).toContain('bhxh_http_responses_total');
    expect({ addresses: found(addresses.join('\n')), metrics: found(metrics), errors: found(errors) }).toEqual({
      addresses: [],
      metrics: [],
      errors: [],
    });
  });

  it('leaves nothing in answers that anyone may keep', () => {
    expect(found(cacheable.join('\n'))).toEqual([]);
  });

  it('leaves nothing in the files beside the database, and there no identifier that can be read', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const contentOf = (isDatabase: boolean): string =>
      files
        .filter(({ name }) => name.startsWith('bhxh.sqlite') === isDatabase)
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
        .join('\n');
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/\.jsonl$/)]));
    expect(found(contentOf(false))).toEqual([]);
    const sealed = [ME, CHILD, OTHER].flatMap((one) => [one.bhxhCode, one.personalIdNumber, one.phone, one.email]);
    const opening = [FIRST_PASSWORD, NEW_PASSWORD, ...tokens];
    expect(found(contentOf(true), [...sealed.map(String), ...opening])).toEqual([]);
  });
});

/** A file of persons with faults, so that an import has much to report. */
function writeFaultyFile(folder: string): void {
  const path = join(folder, 'wrong');
  mkdirSync(path);
  const header = 'personId,fullName,dateOfBirth,sex,bhxhCode,phone';
  const rows = [ME, OTHER].map(({ personId, fullName, dateOfBirth, bhxhCode, phone }) => {
    return `${personId},${fullName},${dateOfBirth},UNKNOWN,${bhxhCode}0,+1 ${phone}`;
  });
  writeFileSync(join(path, 'people.csv'), [header, ...rows].join('\n'));
  const columns = Object.fromEntries(header.split(',').map((name) => [name, name]));
  const source = { name: 'thử', verifiedAt: '2026-01-01' };
  writeFileSync(
    join(path, 'manifest.json'),
    JSON.stringify({ source, files: [{ kind: 'people', path: 'people.csv', columns }] }),
  );
}
