import type { Database } from '../../src/database/database';
import { isUnderAge } from '../../src/features/records/child/age.rules';
import { BenefitKind, InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { eachDialect, testDatabase } from '../setup/test-database';

const CHILDREN = `{ viewer { children { bhxhCode fullName dateOfBirth sex healthCard { number }
  contributionTotal(kind: HEALTH) { months }
  contributions(kind: HEALTH) { totalCount } visitYears
  benefits(kind: MONTHLY) { edges { node { regime amountVnd } } } } } }`;
const LOG = '{ viewer { accessLog { edges { node { purpose fields } } } } }';
const SEEN_THROUGH_FRAGMENTS = `query { viewer { children { __typename code: bhxhCode ...Record ... on Child { visitYears } } } }
  fragment Record on Child { healthCard { number } bhxhCode }`;

it.each([
  ['2008-06-16', true],
  ['2008-06-15', false],
  ['2008-02-29', false],
  ['2026-06-15', true],
])('someone born on %s is under 18 on 2026-06-15: %s', (dateOfBirth, expected) => {
  expect(isUnderAge(dateOfBirth, '2026-06-15')).toBe(expected);
});

eachDialect('the children of a guardian', (dialect) => {
  let database: Database;
  let gateway: PersonalGateway;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    gateway = new PersonalGateway(database);
    await gateway.data.take('people', [
      samplePerson(1),
      samplePerson(2, { guardianId: 1, dateOfBirth: '2015-01-01', fullName: 'Con Thứ Hai' }),
      samplePerson(3, { guardianId: 1, dateOfBirth: '2008-06-15', fullName: 'Con Đã Lớn' }),
      samplePerson(4, { guardianId: 9, dateOfBirth: '2015-01-01', fullName: 'Con Người Khác' }),
    ]);
    await gateway.data.take('contributions', [
      {
        personId: 2,
        fromMonth: '2024-01',
        toMonth: '2024-12',
        employerCode: '',
        kindBits: insuranceBits([InsuranceKind.HEALTH]),
        employerName: null,
        position: null,
        workplace: null,
        salaryVnd: null,
        coefficient: null,
        currency: 'VND',
      },
    ]);
    const benefit = { kind: BenefitKind.MONTHLY, fromDay: '2024-02-01', toDay: null, filedBy: null };
    await gateway.data.take('benefits', [
      { ...benefit, personId: 1, regime: 'Lương hưu', amountVnd: 5_000_000 },
      { ...benefit, personId: 2, regime: 'Trợ cấp tuất hằng tháng', amountVnd: 900_000 },
    ]);
  });

  it('are those under 18 whom the agency approved, and nobody else', async () => {
    expect(await gateway.ask(CHILDREN, {}, { personId: 1 })).toEqual({
      viewer: {
        children: [
          {
            bhxhCode: '9900000002',
            fullName: 'Con Thứ Hai',
            dateOfBirth: '2015-01-01',
            sex: 'FEMALE',
            healthCard: null,
            contributionTotal: { months: 12 },
            contributions: { totalCount: 1 },
            visitYears: [],
            benefits: { edges: [{ node: { regime: 'Trợ cấp tuất hằng tháng', amountVnd: 900_000 } }] },
          },
        ],
      },
    });
    expect(await gateway.ask(CHILDREN, {}, { personId: 2 })).toEqual({ viewer: { children: [] } });
  });

  it('can read that their guardian looked, and at what', async () => {
    await gateway.ask(CHILDREN, {}, { personId: 1 });
    const seen = ['bhxhCode', 'fullName', 'dateOfBirth', 'sex', 'healthCard', 'contributionTotal', 'contributions'];
    expect(await gateway.ask(LOG, {}, { personId: 2 })).toEqual({
      viewer: {
        accessLog: { edges: [{ node: { purpose: 'GUARDIAN', fields: [...seen, 'visitYears', 'benefits'] } }] },
      },
    });
    expect(await gateway.ask(LOG, {}, { personId: 3 })).toEqual({ viewer: { accessLog: { edges: [] } } });
  });

  it('can read of what was asked through fragments and under other names', async () => {
    await gateway.ask(SEEN_THROUGH_FRAGMENTS, {}, { personId: 1 });
    expect(await gateway.ask(LOG, {}, { personId: 2 })).toEqual({
      viewer: {
        accessLog: { edges: [{ node: { purpose: 'GUARDIAN', fields: ['bhxhCode', 'healthCard', 'visitYears'] } }] },
      },
    });
  });

  it('read of the same look once an hour, however often it is asked', async () => {
    for (let ask = 0; ask < 3; ask++) await gateway.ask(CHILDREN, {}, { personId: 1 });
    await gateway.ask(SEEN_THROUGH_FRAGMENTS, {}, { personId: 1 });
    const looks = async (): Promise<number> => {
      const { viewer } = await gateway.ask<{ viewer: { accessLog: { edges: unknown[] } } }>(LOG, {}, { personId: 2 });
      return viewer.accessLog.edges.length;
    };
    expect(await looks()).toBe(2);
    gateway.now = new Date(gateway.now.getTime() + 61 * 60_000);
    await gateway.ask(CHILDREN, {}, { personId: 1 });
    expect(await looks()).toBe(3);
  });

  it('are looked at one by one: nothing of it stands in the log of the others, and strangers get none', async () => {
    await gateway.data.take('people', [samplePerson(5, { guardianId: 1, dateOfBirth: '2018-01-01' })]);
    const { viewer } = await gateway.ask<{ viewer: { children: { id: string; bhxhCode: string }[] } }>(
      '{ viewer { children { id bhxhCode } } }',
      {},
      { personId: 1 },
    );
    const [elder] = viewer.children;
    const one = 'query ($id: ID!) { viewer { child(id: $id) { bhxhCode healthCard { number } } } }';
    expect(await gateway.ask(one, { id: elder?.id }, { personId: 1 })).toEqual({
      viewer: { child: { bhxhCode: '9900000002', healthCard: null } },
    });
    const looks = async (personId: number): Promise<number> =>
      (await gateway.ask<{ viewer: { accessLog: { edges: unknown[] } } }>(LOG, {}, { personId })).viewer.accessLog.edges
        .length;
    expect([await looks(2), await looks(5)]).toEqual([2, 1]);
    for (const [asker, id] of [
      [4, elder?.id],
      [1, Buffer.from('2').toString('base64url')],
    ] as const) {
      expect(await gateway.ask(one, { id }, { personId: asker })).toEqual({ viewer: { child: null } });
    }
    expect(await looks(2)).toBe(2);
  });

  it('let their guardian read who looked at them', async () => {
    const read = '{ viewer { children { accessLog(first: 5) { totalCount edges { node { actor whoEn fields } } } } } }';
    expect(await gateway.ask(read, {}, { personId: 1 })).toEqual({
      viewer: {
        children: [
          {
            accessLog: {
              totalCount: 1,
              edges: [{ node: { actor: 'GUARDIAN', whoEn: 'The approved parent or guardian', fields: ['accessLog'] } }],
            },
          },
        ],
      },
    });
  });

  it('cost as many statements as one child does', async () => {
    const statements = async (): Promise<number> => {
      const seen: string[] = [];
      const spy = jest.spyOn(database.schemaSource.logger, 'logQuery');
      const reads = jest.spyOn(database.reader.dataSource.logger, 'logQuery');
      try {
        await gateway.ask(CHILDREN, {}, { personId: 1 });
        seen.push(...spy.mock.calls.map(([query]) => query));
        if (reads !== spy) seen.push(...reads.mock.calls.map(([query]) => query));
        return seen.length;
      } finally {
        spy.mockRestore();
        reads.mockRestore();
      }
    };
    await gateway.ask(CHILDREN, {}, { personId: 1 });
    const ofOne = await statements();
    const more = [5, 6, 7, 8].map((id) => samplePerson(id, { guardianId: 1, dateOfBirth: '2018-01-01' }));
    await gateway.data.take('people', more);
    await gateway.ask(CHILDREN, {}, { personId: 1 });
    expect(ofOne).toBeGreaterThan(4);
    expect(await statements()).toBe(ofOne);
  });
});
