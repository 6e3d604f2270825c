import { isUnderAge } from '../../src/features/records/child/age.rules';
import { InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { eachDialect, testDatabase } from '../setup/test-database';

const CHILDREN = `{ viewer { children { bhxhCode fullName dateOfBirth sex healthCard { number }
  contributionTotal(kind: HEALTH) { months }
  contributions(kind: HEALTH) { totalCount } visitYears } } }`;
const LOG = '{ viewer { accessLog { edges { node { purpose } } } } }';

it.each([
  ['2008-06-16', true],
  ['2008-06-15', false],
  ['2008-02-29', false],
  ['2026-06-15', true],
])('someone born on %s is under 18 on 2026-06-15: %s', (dateOfBirth, expected) => {
  expect(isUnderAge(dateOfBirth, '2026-06-15')).toBe(expected);
});

eachDialect('the children of a guardian', (dialect) => {
  let gateway: PersonalGateway;

  beforeEach(async () => {
    const { database } = await testDatabase(dialect);
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
          },
        ],
      },
    });
    expect(await gateway.ask(CHILDREN, {}, { personId: 2 })).toEqual({ viewer: { children: [] } });
  });

  it('can read that their guardian looked', async () => {
    await gateway.ask(CHILDREN, {}, { personId: 1 });
    expect(await gateway.ask(LOG, {}, { personId: 2 })).toEqual({
      viewer: { accessLog: { edges: [{ node: { purpose: 'GUARDIAN' } }] } },
    });
    expect(await gateway.ask(LOG, {}, { personId: 3 })).toEqual({ viewer: { accessLog: { edges: [] } } });
  });
});
