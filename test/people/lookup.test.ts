import { type Database } from '../../src/database/database';
import { eachDialect, testDatabase } from '../setup/test-database';
import { type PosedChallenge, solutionOf } from '../setup/proof-of-work';
import { PersonalGateway } from './personal-gateway';
import { samplePerson } from './sample-people';

const FIND = `mutation FindBhxhCode($input: FindBhxhCodeInput!) { findBhxhCode(input: $input) { __typename
  ... on BhxhCodeFound { bhxhCode status }
  ... on BhxhCodeNotConfirmed { message nextSteps }
  ... on ChallengeRequired { message challenge { algorithm challenge salt signature maxNumber } }
  ... on TooManyAttempts { retryAfterSeconds }
  ... on InvalidInput { fields { path message } } } }`;
const VERIFY = `mutation VerifyBhxhCodes($items: [VerifyBhxhCodeInput!]!) { verifyBhxhCodes(items: $items) { __typename
  ... on BhxhCodesVerified { results { index outcome retryAfterSeconds } } ... on TooManyAttempts { retryAfterSeconds } } }`;
const LOG = `query AccessLog($first: Int! = 20, $after: String) { viewer { accessLog(first: $first, after: $after) {
  totalCount edges { node { at actor who whoEn purpose fields } } pageInfo { endCursor hasNextPage } } } }`;

const RIGHT = { fullName: 'Nguyễn Thị Thử', dateOfBirth: '1990-05-15' };

interface Found {
  readonly __typename: string;
  readonly challenge?: PosedChallenge;
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
        issuingOfficeCode: null,
        fiveYearsFrom: null,
      },
    ]);
  });

  /** One question as a new caller each time unless told who asks. */
  async function ask(input: object, caller = `caller ${callers++}`): Promise<Found> {
    return (await gateway.ask<{ findBhxhCode: Found }>(FIND, { input }, { caller })).findBhxhCode;
  }
  /** Asks, and does the work that is asked for. */
  async function find(facts: Record<string, unknown>, caller?: string): Promise<Found> {
    const input = { ...RIGHT, ...facts };
    const answer = await ask({ ...input, challengeSolution: await gateway.solution() }, caller);
    if (!answer.challenge) return answer;
    return ask({ ...input, challengeSolution: await solutionOf(answer.challenge) }, caller);
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

  it.each([
    ['in any case', ' TRẦN  VĂN HOÀ '],
    ['with the tone on either letter', 'Trần Văn Hoà'],
    ['in decomposed letters', 'Trần Văn Hòa'.normalize('NFD')],
    ['with no-break and zero-width blanks', 'Trần\u00a0Văn\u200b\u202fHòa\ufeff'],
    ['with a hyphen of any kind', 'Trần Văn\u2011Hòa'],
  ])('takes a name %s', async (_how, fullName) => {
    const answer = await find({ provinceCode: '79', phone: '0999777777', fullName });
    expect(answer).toMatchObject({ status: 'REPLACED' });
  });

  it.each([
    ['a wrong tone', 'Trần Văn Hóa'],
    ['another letter', 'Trân Văn Hòa'],
    ['no marks', 'Tran Van Hoa'],
  ])('takes no name with %s by a telephone number', async (_how, fullName) => {
    const answer = await find({ provinceCode: '79', phone: '0999777777', fullName });
    expect(answer.__typename).toBe('BhxhCodeNotConfirmed');
  });

  it('takes a name without any marks from those who give the identity number, and no wrong marks', async () => {
    const by = async (fullName: string): Promise<string> =>
      (await find({ personalIdNumber: '999190000004', fullName })).__typename;
    expect(await by('tran van hoa')).toBe('BhxhCodeFound');
    expect(await by('Tran Văn Hoa')).toBe('BhxhCodeNotConfirmed');
    expect(await by('Trần Văn Hóa')).toBe('BhxhCodeNotConfirmed');
    expect(await by('tran van hoan')).toBe('BhxhCodeNotConfirmed');
  });

  it('lets nobody who knows one number of a person use up all the lookups that lead there', async () => {
    for (let time = 0; time < 20; time++) await find({ personalIdNumber: '999190000001', dateOfBirth: '1990-01-01' });
    expect((await find({ personalIdNumber: '999190000001' })).__typename).toBe('BhxhCodeNotConfirmed');
    expect((await find({ healthCardNumber: '9900000001' })).__typename).toBe('BhxhCodeFound');
  });

  it.each([
    ['that somebody has', '999190000001'],
    ['that nobody has', '999190000009'],
  ])('costs more work the more wrong lookups there were of a number %s', async (_whose, personalIdNumber) => {
    const wrong = { ...RIGHT, fullName: 'Người Khác', personalIdNumber };
    const work: number[] = [];
    for (let time = 0; time < 10; time++) {
      const answer = await ask({ ...wrong, challengeSolution: await gateway.solution() });
      work.push(answer.challenge?.maxNumber ?? 50);
      if (answer.challenge) await ask({ ...wrong, challengeSolution: await solutionOf(answer.challenge) });
    }
    expect(work).toEqual([50, 50, 50, 50, 100, 100, 200, 200, 400, 400]);
  });

  it('counts wrong lookups alone: whoever knows the facts may ask as often as they need', async () => {
    for (let time = 0; time < 12; time++) {
      expect((await find({ personalIdNumber: '999190000001' })).__typename).toBe('BhxhCodeFound');
    }
  });

  it('gives one and the same answer for nobody, for several, for a wrong fact and for asked too often', async () => {
    const answers = [
      await find({ personalIdNumber: '999190000009' }),
      await find({ provinceCode: '01', phone: '0999777777' }),
      await find({ personalIdNumber: '999190000001', dateOfBirth: '1990-05-16' }),
      await find({ personalIdNumber: '999190000001', fullName: 'Nguyễn Thị Thứ' }),
      await find({ healthCardNumber: 'DN5019900000001' }),
    ];
    // Two were wrong above: eight more may be, whoever asks, and then no answer is right.
    for (let time = 0; time < 8; time++) await find({ personalIdNumber: '999190000001', fullName: 'Người Khác' });
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
    for (let time = 0; time < 17; time++) {
      outcomes.push(
        (await find({ ...ways[time % 3], dateOfBirth: time < 16 ? '1990-01-01' : '1990-05-15' })).__typename,
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
    const refused = await gateway.execute(LOG, { after: forged.toString('base64url') }, { personId: 1 });
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('needs a solved challenge, and takes each solution once', async () => {
    const input = { ...RIGHT, personalIdNumber: '999190000001' };
    const solution = await gateway.solution();
    const take = async (challengeSolution: string | null): Promise<string> =>
      (await ask({ ...input, challengeSolution })).__typename;
    expect(await take(null)).toBe('ChallengeRequired');
    expect(await take('bm90IGpzb24=')).toBe('ChallengeRequired');
    expect(await take('x'.repeat(5_000))).toBe('ChallengeRequired');
    const tries = await Promise.all([take(solution), take(solution), take(solution)]);
    expect(tries.filter((name) => name === 'BhxhCodeFound')).toHaveLength(1);
    const sameInOtherWords = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(solution, 'base64').toString()) as object), more: 1 }),
    ).toString('base64');
    expect(await take(sameInOtherWords)).toBe('ChallengeRequired');
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
    for (let time = 0; time < 10; time++) {
      await find({ healthCardNumber: '9900000001', fullName: `Người Đoán Mò ${'a'.repeat(time)}` });
    }
    expect((await find({ healthCardNumber: '9900000001' })).__typename).toBe('BhxhCodeNotConfirmed');
    const items = [{ ...RIGHT, bhxhCode: '9900000001' }];
    const answer = await gateway.ask(VERIFY, { items }, { integrator: 'Phần mềm Thử' });
    expect(answer).toMatchObject({ verifyBhxhCodes: { results: [{ outcome: 'MATCH' }] } });
  });

  it('tells whoever sent too many wrong facts to come later, not that right ones are wrong', async () => {
    const verify = async (item: object, integrator = 'Phần mềm Thử'): Promise<unknown> => {
      const items = [{ ...RIGHT, ...item }];
      const answer = await gateway.ask<{ verifyBhxhCodes: { results: object[] } }>(VERIFY, { items }, { integrator });
      return answer.verifyBhxhCodes.results[0];
    };
    const later = { outcome: 'TRY_LATER', retryAfterSeconds: expect.any(Number) as number };
    for (const bhxhCode of ['9900000001', '9900000099']) {
      for (let time = 0; time < 7; time++) await verify({ bhxhCode: '9900000001' }, 'Bên Khác');
      for (let time = 0; time < 5; time++) {
        const wrong = await verify({ bhxhCode, fullName: `Người Khác ${'a'.repeat(time)}` });
        expect(wrong).toMatchObject({ outcome: 'NO_MATCH', retryAfterSeconds: null });
      }
      expect(await verify({ bhxhCode })).toMatchObject(later);
    }
    expect(await verify({ bhxhCode: '9900000001' }, 'Bên Khác')).toMatchObject({ outcome: 'MATCH' });
    gateway.now = new Date(gateway.now.getTime() + 24 * 60 * 60 * 1000);
    expect(await verify({ bhxhCode: '9900000001' })).toMatchObject({ outcome: 'MATCH' });
  });

  it('names in both languages who looked', async () => {
    await find({ personalIdNumber: '999190000001' });
    gateway.now = new Date(gateway.now.getTime() + 1_000);
    const items = [{ ...RIGHT, bhxhCode: '9900000001' }];
    await gateway.ask(VERIFY, { items }, { integrator: 'Phần mềm Thử' });
    expect((await log(1)).edges.map(({ node }) => node)).toMatchObject([
      { actor: 'INTEGRATOR', who: 'Phần mềm Thử', whoEn: 'Phần mềm Thử' },
      {
        actor: 'SEEKER',
        who: 'Người tra cứu mã số BHXH (không đăng nhập)',
        whoEn: 'Someone who looked up the BHXH code (not signed in)',
      },
    ]);
  });
});
