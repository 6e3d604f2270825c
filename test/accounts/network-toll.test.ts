import { hash } from '@node-rs/argon2';
import type { Database } from '../../src/database/database';
import { Account } from '../../src/features/accounts/account.entity';
import { PasswordCheck } from '../../src/features/accounts/password/password-hash';
import { spelledPassword } from '../../src/features/accounts/password/password.rules';
import { PersonStore } from '../../src/features/people/person.store';
import { NETWORK_TRIES, workAfter } from '../../src/features/protection/attempts/budgets.rules';
import { samplePerson } from '../people/sample-people';
import { type PosedChallenge, solutionOf } from '../setup/proof-of-work';
import { eachDialect, testDatabase } from '../setup/test-database';
import {
  AccountGateway,
  type Answered,
  deviceOf,
  FIRST_PASSWORD,
  FORGOT,
  KEY_RING,
  LAN,
  NEW_PASSWORD,
  SIGN_IN,
  SIGN_OUT,
} from './account-gateway';
import { PersonalServer } from './personal-server';

const WRONG = 'wrong and wrong again';
const OFFICE = 'one office';
const STAFF = 500;
const FIRST_OF_STAFF = 1_000;

describe('the work that a try costs', () => {
  it.each([
    [0, 0],
    [59, 0],
    [60, 1],
    [119, 1],
    [120, 2],
    [180, 4],
    [300, 16],
    [100_000, 16],
  ])('after %d tries in vain is %d times the usual', (tries, work) => {
    expect(workAfter(tries, NETWORK_TRIES)).toBe(work);
  });
});

eachDialect('a network that guesses', (dialect) => {
  let database: Database;
  let gateway: AccountGateway;
  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    gateway = new AccountGateway(database);
    await gateway.register();
  });
  afterEach(() => jest.restoreAllMocks());

  /** Signs in with or without a solution. */
  const signIn = (
    given: { code?: string; password?: string; device?: string; solution?: string },
    caller = OFFICE,
  ): Promise<Answered> => {
    const { code = LAN.bhxhCode, password = FIRST_PASSWORD, device = 'new-device', solution } = given;
    const variables = { bhxhCode: code, password, device: deviceOf(device), challengeSolution: solution };
    return gateway.ask(SIGN_IN, variables, {}, caller);
  };
  /** Guesses at codes of nobody, paying what is asked. */
  const guess = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn++) {
      const code = String(2_000_000_000 + turn);
      const answer = await signIn({ code, password: WRONG });
      if (answer.__typename === 'ChallengeRequired') {
        await signIn({ code, password: WRONG, solution: await solutionOf(answer.challenge) });
      }
    }
  };
  const challenge = async (): Promise<PosedChallenge> => (await signIn({ password: WRONG })).challenge;

  it('is asked for work before anything of anyone is touched, and refused nothing', async () => {
    await guess(60);
    const hashed = jest.spyOn(PasswordCheck.prototype, 'isRight');
    for (let turn = 0; turn < 6; turn++) {
      expect((await signIn({ password: WRONG })).__typename).toBe('ChallengeRequired');
      expect((await signIn({ password: WRONG, solution: 'nonsense' })).__typename).toBe('ChallengeRequired');
    }
    expect(hashed).not.toHaveBeenCalled();
    // Six wrong tries would have locked the account.
    expect((await signIn({ device: 'far-away' }, 'elsewhere')).__typename).toBe('SignedIn');
    const { challenge: posed } = await signIn({});
    expect((await signIn({ solution: await solutionOf(posed) })).__typename).toBe('OtpRequired');
  });

  it('has no more than three tries in one request', async () => {
    const server = new PersonalServer(gateway);
    await server.start();
    try {
      const fields = (count: number): string =>
        Array.from({ length: count }, (_, turn) => {
          return `a${turn}: signIn(bhxhCode: "${turn}", password: "${WRONG}", device: { name: "x" }) { __typename }`;
        }).join(' ');
      expect(Object.keys(await server.ask<object>(`mutation { ${fields(3)} }`, {}))).toHaveLength(3);
      await expect(server.ask(`mutation { ${fields(4)} }`, {})).rejects.toThrow('QUERY_TOO_COMPLEX');
    } finally {
      await server.stop();
    }
  });

  it('pays more the more it tried, once for each try, and nothing later', async () => {
    await guess(60);
    const small = await challenge();
    const spent = await solutionOf(small);
    await signIn({ code: '2000000000', password: WRONG, solution: spent });
    expect((await signIn({ solution: spent })).__typename).toBe('ChallengeRequired');
    const early = await solutionOf(await challenge());
    await guess(60);
    expect((await challenge()).maxNumber).toBe(2 * small.maxNumber);
    // A small challenge from before does not do.
    expect((await signIn({ solution: early })).__typename).toBe('ChallengeRequired');
    gateway.pass(15);
    expect((await signIn({})).__typename).toBe('SignedIn');
  });

  it('pays nothing for right passwords, and nothing on a device of the own', async () => {
    for (let turn = 0; turn < 3; turn++) await signIn({});
    const home = await gateway.settled('new-device');
    await gateway.ask(SIGN_OUT, {}, home);
    await guess(60);
    expect((await signIn({ password: NEW_PASSWORD })).__typename).toBe('SignedIn');
    expect((await signIn({ password: NEW_PASSWORD, device: 'another' })).__typename).toBe('ChallengeRequired');
  });

  it('is asked for work for codes, too, when it forgets many passwords', async () => {
    const forget = (turn: number, solution?: string): Promise<Answered> =>
      gateway.ask(FORGOT, { bhxhCode: String(2_000_000_000 + turn), phone: LAN.phone, challengeSolution: solution });
    for (let turn = 0; turn < 20; turn++) expect((await forget(turn)).__typename).toBe('OtpRequired');
    const { __typename, challenge: posed } = await forget(20);
    expect(__typename).toBe('ChallengeRequired');
    expect((await forget(20, await solutionOf(posed))).__typename).toBe('OtpRequired');
  });

  it('keeps none of an office of 500 people behind the same address out', async () => {
    const passwordHash = await hash(spelledPassword(FIRST_PASSWORD), { memoryCost: 8, timeCost: 1, parallelism: 1 });
    const at = new Date().toISOString();
    const staff = Array.from({ length: STAFF }, (_, index) => samplePerson(FIRST_OF_STAFF + index));
    await new PersonStore(database, KEY_RING).replace(staff);
    const rest = { passwordHash, passwordSetAt: at, mustChangePassword: false, createdAt: at };
    await database.write(async (manager) => {
      for (const { personId } of staff) await manager.insert(Account, { personId, ...rest });
    });
    await guess(60);
    const come = async ({ bhxhCode, personId }: (typeof staff)[number]): Promise<string> => {
      const own = { code: bhxhCode, device: `device ${personId}`.replace(' ', '-') };
      const first = await signIn(own);
      if (first.__typename !== 'ChallengeRequired') return first.__typename;
      return (await signIn({ ...own, solution: await solutionOf(first.challenge) })).__typename;
    };
    const answers: string[] = [];
    for (let start = 0; start < STAFF; start += 10) {
      const [, ...some] = await Promise.all([guess(1), ...staff.slice(start, start + 10).map(come)]);
      answers.push(...some);
    }
    expect(answers.filter((answer) => answer === 'SignedIn')).toHaveLength(STAFF);
  }, 180_000);
});
