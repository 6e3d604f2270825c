import { type Database } from '../../src/database/database';
import { eachDialect, testDatabase } from '../setup/test-database';
import { PersonalGateway } from './personal-gateway';
import { samplePerson } from './sample-people';

const FIND = `mutation FindBhxhCode($input: FindBhxhCodeInput!) { findBhxhCode(input: $input) { __typename
  ... on BhxhCodeFound { bhxhCode status }
  ... on BhxhCodeNotConfirmed { message nextSteps }
  ... on ChallengeRequired { message }
  ... on TooManyAttempts { retryAfterSeconds }
  ... on InvalidInput { fields { path message } } } }`;
const VERIFY = `mutation VerifyBhxhCodes($items: [VerifyBhxhCodeInput!]!) { verifyBhxhCodes(items: $items) { __typename
  ... on BhxhCodesVerified { results { index outcome } } ... on TooManyAttempts { retryAfterSeconds } } }`;
const LOG = `query AccessLog($first: Int! = 20, $after: String) { viewer { accessLog(first: $first, after: $after) {
  totalCount edges { node { at who purpose fields } } pageInfo { endCursor hasNextPage } } } }`;

const RIGHT = { fullName: 'Nguyễn Thị Thử', dateOfBirth: '1990-05-15' };

interface Found {
  readonly __typename: string;
  readonly bhxhCode?: string;
}
interface Log {
  readonly viewer: {
    readonly accessLog: {
      readonly totalCount: number;
      readonly edges: readonly { readonly node: { readonly purpose: string; readonly fields: readonly string[] } }[];
      readonly pageInfo: { readonly endCursor: string };
    };
  };
}

eachDialect('looking for a BHXH code', (dialect) => {
  let database: Database;
  let gateway: PersonalGateway;
  let callers = 0;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    gateway = new PersonalGateway(database);
    // The library that checks solutions knows the real clock only.
    gateway.now = new Date();
    await gateway.data.take('people', [
      samplePerson(1),
      samplePerson(2, { phone: '0999777777', personalIdNumber: null }),
      samplePerson(3, { phone: '0999777777', personalIdNumber: null }),
      samplePerson(4, { phone: '0999777777', fullName: 'Trần Văn Hòa', provinceCode: '79' }),
    ]);
    await gateway.data.take('cards', [
      {
        personId: 1,
        validFrom: '2026-01-01',
        validUntil: null,
        objectCode: 'DN',
        benefitLevel: 4,
        provinceCode: '01',
        registeredClinicCode: null,
        fiveYearsFrom: null,
      },
    ]);
  });

  /** Asks as a new caller each time unless told who asks. */
  async function find(facts: Record<string, unknown>, caller = `caller ${callers++}`): Promise<Found> {
    const input = { ...RIGHT, ...facts, challengeSolution: await gateway.solution() };
    return (await gateway.ask<{ findBhxhCode: Found }>(FIND, { input }, { caller })).findBhxhCode;
  }
  const log = async (personId: number, page = {}): Promise<Log['viewer']['accessLog']> =>
    (await gateway.ask<Log>(LOG, page, { personId })).viewer.accessLog;

  it.each([
    ['the identity number', { personalIdNumber: '999190000001' }],
    ['the number of the card, 15 characters', { healthCardNumber: 'DN4 01 9900000001' }],
    ['the number of the card, 10 digits', { healthCardNumber: '9900000001' }],
    ['the number of the card, 12 digits', { healthCardNumber: '999190000001' }],
    ['province and telephone number', { provinceCode: '01', phone: '+84 999 000 001' }],
  ])('finds it by name, date of birth and %s', async (_way, facts) => {
    expect(await find(facts)).toEqual({ __typename: 'BhxhCodeFound', bhxhCode: '9900000001', status: 'REPLACED' });
  });

  it('takes a name in any case and with the tone on either letter, and in no other spelling', async () => {
    const byPhone = { provinceCode: '79', phone: '0999777777' };
    expect(await find({ ...byPhone, fullName: ' TRẦN  VĂN HOÀ ' })).toMatchObject({ status: 'REPLACED' });
    expect((await find({ ...byPhone, fullName: 'Tran Van Hoa' })).__typename).toBe('BhxhCodeNotConfirmed');
  });

  it('gives one and the same answer for nobody, for several, for a wrong fact and for asked too often', async () => {
    const answers = [
      await find({ personalIdNumber: '999190000009' }),
      await find({ provinceCode: '01', phone: '0999777777' }),
      await find({ personalIdNumber: '999190000001', dateOfBirth: '1990-05-16' }),
      await find({ personalIdNumber: '999190000001', fullName: 'Nguyễn Thị Thứ' }),
      await find({ healthCardNumber: 'DN5019900000001' }),
    ];
    // Two were used above: three more may be right, whoever asks, and then no answer is.
    for (let time = 0; time < 3; time++) await find({ personalIdNumber: '999190000001' });
    answers.push(await find({ personalIdNumber: '999190000001' }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.__typename).toBe('BhxhCodeNotConfirmed');
  });

  it('counts for the person over all ways that lead to them', async () => {
    const ways = [
      { personalIdNumber: '999190000001' },
      { healthCardNumber: '9900000001' },
      { provinceCode: '01', phone: '0999000001' },
    ];
    const outcomes: string[] = [];
    for (let time = 0; time < 9; time++) {
      outcomes.push(
        (await find({ ...ways[time % 3], dateOfBirth: time < 8 ? '1990-01-01' : '1990-05-15' })).__typename,
      );
    }
    expect(new Set(outcomes)).toEqual(new Set(['BhxhCodeNotConfirmed']));
  });

  it('tells the person of every look, also of those that failed', async () => {
    await find({ personalIdNumber: '999190000001' });
    gateway.now = new Date(gateway.now.getTime() + 1_000);
    await find({ personalIdNumber: '999190000001', fullName: 'Người Khác' });
    const { totalCount, edges } = await log(1);
    expect(totalCount).toBe(2);
    expect(edges.map(({ node }) => node.fields)).toEqual([[], ['bhxhCode']]);
    expect((await log(2)).totalCount).toBe(0);
  });

  it('keeps a walk through the log in order while new looks come', async () => {
    for (let time = 0; time < 3; time++) {
      gateway.now = new Date(gateway.now.getTime() + 1_000);
      await find({ personalIdNumber: '999190000001', ...(time === 0 ? { fullName: 'Đầu Tiên' } : {}) });
    }
    const first = await log(1, { first: 2 });
    gateway.now = new Date(gateway.now.getTime() + 1_000);
    await find({ personalIdNumber: '999190000001' });
    const second = await log(1, { first: 2, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ totalCount: 3, edges: [{ node: { fields: [] } }] });
    const [, day, index, digest] = Buffer.from(first.pageInfo.endCursor, 'base64url').toString().split('.');
    const forged = Buffer.from([Number.MAX_SAFE_INTEGER.toString(36), day, index, digest].join('.'));
    expect(await log(1, { after: forged.toString('base64url') })).toMatchObject({ totalCount: 4 });
  });

  it('needs a solved challenge, and takes each solution once', async () => {
    const input = { ...RIGHT, personalIdNumber: '999190000001' };
    const solution = await gateway.solution();
    const ask = async (challengeSolution: string | null): Promise<string> => {
      const variables = { input: { ...input, challengeSolution } };
      const answer = await gateway.ask<{ findBhxhCode: Found }>(FIND, variables, { caller: `caller ${callers++}` });
      return answer.findBhxhCode.__typename;
    };
    expect(await ask(null)).toBe('ChallengeRequired');
    expect(await ask('bm90IGpzb24=')).toBe('ChallengeRequired');
    expect(await ask('x'.repeat(5_000))).toBe('ChallengeRequired');
    const tries = await Promise.all([ask(solution), ask(solution), ask(solution)]);
    expect(tries.filter((name) => name === 'BhxhCodeFound')).toHaveLength(1);
    const sameInOtherWords = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(solution, 'base64').toString()) as object), more: 1 }),
    ).toString('base64');
    expect(await ask(sameInOtherWords)).toBe('ChallengeRequired');
  });

  it('lets one caller look for 20 people an hour', async () => {
    for (let time = 0; time < 20; time++) {
      const { __typename } = await find({ personalIdNumber: `9991900001${String(time).padStart(2, '0')}` }, 'one');
      expect(__typename).toBe('BhxhCodeNotConfirmed');
    }
    expect((await find({ personalIdNumber: '999190000001' }, 'one')).__typename).toBe('TooManyAttempts');
    expect((await find({ personalIdNumber: '999190000001' }, 'two')).__typename).toBe('BhxhCodeFound');
  });

  it('says what is wrong with an input before it looks', async () => {
    const none = await gateway.ask<{ findBhxhCode: object }>(FIND, { input: RIGHT });
    expect(none.findBhxhCode).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'personalIdNumber' }] });
    const short = await gateway.ask(FIND, { input: { ...RIGHT, fullName: ' ', phone: '0999000001' } });
    expect(short).toMatchObject({ findBhxhCode: { fields: [{ path: 'fullName' }, { path: 'provinceCode' }] } });
  });

  it('answers integrators with a key for each item, and nobody else', async () => {
    const items = [
      { ...RIGHT, bhxhCode: '9900000001' },
      { ...RIGHT, bhxhCode: '999190000001' },
      { ...RIGHT, bhxhCode: '9900000001', dateOfBirth: '1990-05-16' },
      { ...RIGHT, bhxhCode: '9900000099' },
    ];
    const answer = await gateway.ask<{ verifyBhxhCodes: { results: { outcome: string }[] } }>(
      VERIFY,
      { items },
      { integrator: 'Phần mềm Thử' },
    );
    expect(answer.verifyBhxhCodes.results.map(({ outcome }) => outcome)).toEqual([
      'MATCH',
      'MATCH',
      'NO_MATCH',
      'NO_MATCH',
    ]);
    expect((await log(1)).edges.map(({ node }) => node.purpose)).toEqual(['VERIFY_CODE', 'VERIFY_CODE', 'VERIFY_CODE']);
    const refused = await gateway.execute(VERIFY, { items });
    expect(refused.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const many = Array.from({ length: 101 }, () => items[0]);
    const tooMany = await gateway.execute(VERIFY, { items: many }, { integrator: 'Phần mềm Thử' });
    expect(tooMany.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('lets no nameless caller make integrators read that a true code is wrong', async () => {
    for (let time = 0; time < 9; time++) {
      await find({ healthCardNumber: '9900000001', fullName: `Người Đoán Mò ${'a'.repeat(time)}` });
    }
    expect((await find({ healthCardNumber: '9900000001' })).__typename).toBe('BhxhCodeNotConfirmed');
    const items = [{ ...RIGHT, bhxhCode: '9900000001' }];
    const answer = await gateway.ask(VERIFY, { items }, { integrator: 'Phần mềm Thử' });
    expect(answer).toMatchObject({ verifyBhxhCodes: { results: [{ outcome: 'MATCH' }] } });
  });

  it('stops to confirm a code that a batch asks for again and again', async () => {
    const items = Array.from({ length: 7 }, () => ({ ...RIGHT, bhxhCode: '9900000001' }));
    const answer = await gateway.ask<{ verifyBhxhCodes: { results: { outcome: string }[] } }>(
      VERIFY,
      { items },
      { integrator: 'Phần mềm Thử' },
    );
    const outcomes = answer.verifyBhxhCodes.results.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['MATCH', 'MATCH', 'MATCH', 'MATCH', 'MATCH', 'NO_MATCH', 'NO_MATCH']);
  });
});
