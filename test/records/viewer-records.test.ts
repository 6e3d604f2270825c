import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { type Contribution } from '../../src/features/records/contribution.entity';
import { eachDialect, testDatabase } from '../setup/test-database';

const CONTRIBUTIONS = `query Contributions($kind: InsuranceKind!, $first: Int! = 20, $after: String) { viewer {
  contributionTotal(kind: $kind) { months years remainingMonths gaps { fromMonth toMonth } }
  contributions(kind: $kind, first: $first, after: $after) {
    totalCount
    edges { node { fromMonth toMonth employer { code name } employerName position workplace salaryVnd coefficient currency } }
    pageInfo { hasNextPage endCursor }
  }
} }`;
const BENEFITS = `query Benefits($kind: BenefitKind!) { viewer { benefits(kind: $kind, first: 20) {
  totalCount edges { node { regime from to amountVnd filedBy } } } } }`;
const VISITS = `query Visits($year: Int!) { viewer { visitYears visits(year: $year, first: 50) { totalCount edges { node {
  clinic { code name } clinicName admittedAt dischargedAt diagnosis coveredVnd ownVnd } } } } }`;

const ALL = insuranceBits(Object.values(InsuranceKind));

function contribution(personId: number, fromMonth: string, toMonth: string, over: Partial<Contribution>): Contribution {
  return {
    personId,
    fromMonth,
    toMonth,
    employerCode: 'TZ0001A',
    kindBits: ALL,
    employerName: 'Công ty TNHH Thử',
    position: 'Kế toán',
    workplace: 'Hà Nội',
    salaryVnd: 5_000_000,
    coefficient: null,
    currency: 'VND',
    ...over,
  };
}

interface ContributionAnswer {
  readonly viewer: {
    readonly contributionTotal: object;
    readonly contributions: {
      readonly totalCount: number;
      readonly edges: readonly { readonly node: { readonly fromMonth: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

eachDialect('what a person sees of the own record', (dialect) => {
  let gateway: PersonalGateway;

  beforeEach(async () => {
    const { database } = await testDatabase(dialect);
    gateway = new PersonalGateway(database);
    await gateway.data.take('people', [samplePerson(1), samplePerson(2)]);
    await gateway.data.take('contributions', [
      contribution(1, '2014-01', '2014-06', {}),
      contribution(1, '2014-05', '2014-12', { employerCode: 'TZ0002B' }),
      contribution(1, '2015-03', '2016-02', { kindBits: insuranceBits([InsuranceKind.SOCIAL]), employerCode: '' }),
      contribution(2, '2020-01', '2020-01', { employerName: 'Công ty của người khác' }),
    ]);
  });

  const contributions = (variables: Record<string, unknown>): Promise<ContributionAnswer> =>
    gateway.ask<ContributionAnswer>(CONTRIBUTIONS, variables, { personId: 1 });

  it('counts overlapping periods once and shows the gaps', async () => {
    const { viewer } = await contributions({ kind: 'SOCIAL' });
    expect(viewer.contributionTotal).toEqual({
      months: 24,
      years: 2,
      remainingMonths: 0,
      gaps: [{ fromMonth: '2015-01', toMonth: '2015-02' }],
    });
  });

  it('keeps the four insurances apart', async () => {
    expect((await contributions({ kind: 'HEALTH' })).viewer).toMatchObject({
      contributionTotal: { months: 12, years: 1, remainingMonths: 0, gaps: [] },
      contributions: { totalCount: 2 },
    });
  });

  it('lists contributions in pages, and nobody else sees them', async () => {
    const first = (await contributions({ kind: 'SOCIAL', first: 2 })).viewer.contributions;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const after = first.pageInfo.endCursor;
    const second = (await contributions({ kind: 'SOCIAL', first: 2, after })).viewer.contributions;
    const months = [...first.edges, ...second.edges].map(({ node }) => node.fromMonth);
    expect(months).toEqual(['2014-01', '2014-05', '2015-03']);
    const stranger = await gateway.execute(CONTRIBUTIONS, { kind: 'SOCIAL', after }, { personId: 2 });
    expect(stranger.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
    expect(JSON.stringify(stranger)).not.toContain('2014-');
  });

  it('lists benefits by sort, the newest first, with amounts beyond 32 bits', async () => {
    const benefit = { personId: 1, toDay: null, filedBy: null };
    await gateway.data.take('benefits', [
      { ...benefit, kind: 'LUMP_SUM', fromDay: '2016-03-01', regime: 'BHXH một lần', amountVnd: 3_000_000_000 },
      { ...benefit, kind: 'SICKNESS_MATERNITY', fromDay: '2015-05-02', regime: 'Ốm đau', amountVnd: 750_000 },
    ]);
    expect(await gateway.ask(BENEFITS, { kind: 'LUMP_SUM' }, { personId: 1 })).toEqual({
      viewer: {
        benefits: {
          totalCount: 1,
          edges: [
            {
              node: { regime: 'BHXH một lần', from: '2016-03-01', to: null, amountVnd: 3_000_000_000, filedBy: null },
            },
          ],
        },
      },
    });
  });

  it('lists visits year by year', async () => {
    const visit = { personId: 1, clinicCode: '01Z00', visitCode: '', clinicName: 'Trạm Thử', diagnosis: 'J02.9' };
    const paid = { dischargedOn: null, coveredVnd: 80_000, ownVnd: 20_000 };
    await gateway.data.take('visits', [
      { ...visit, ...paid, admittedOn: '2025-12-31' },
      { ...visit, ...paid, admittedOn: '2024-01-01' },
      { ...visit, ...paid, admittedOn: '2025-02-03' },
    ]);
    const answer = await gateway.ask<{
      viewer: { visitYears: number[]; visits: { totalCount: number; edges: { node: { admittedAt: string } }[] } };
    }>(VISITS, { year: 2025 }, { personId: 1 });
    expect(answer.viewer.visitYears).toEqual([2025, 2024]);
    expect(answer.viewer.visits.edges.map(({ node }) => node.admittedAt)).toEqual(['2025-12-31', '2025-02-03']);
  });

  it('keeps two visits to one clinic on one day apart by the code of the visit', async () => {
    const visit = { personId: 1, clinicCode: '01Z00', clinicName: 'Trạm Thử', admittedOn: '2025-02-03' };
    const paid = { dischargedOn: null, coveredVnd: 80_000, ownVnd: 20_000 };
    const morning = { ...visit, ...paid, visitCode: 'LK.2025-1', diagnosis: 'Sáng' };
    await gateway.data.take('visits', [morning, { ...visit, ...paid, visitCode: 'LK.2025-2', diagnosis: 'Chiều' }]);
    await gateway.data.take('visits', [{ ...morning, diagnosis: 'Sáng, sửa lại' }]);
    const answer = await gateway.ask<{ viewer: { visits: { edges: { node: { diagnosis: string } }[] } } }>(
      VISITS,
      { year: 2025 },
      { personId: 1 },
    );
    expect(answer.viewer.visits.edges.map(({ node }) => node.diagnosis)).toEqual(['Sáng, sửa lại', 'Chiều']);
  });

  it('shows nothing to someone who is not signed in', async () => {
    const { data, errors } = await gateway.execute(CONTRIBUTIONS, { kind: 'SOCIAL' });
    expect(data?.['viewer'] ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
