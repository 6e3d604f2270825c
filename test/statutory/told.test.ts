import type { Database } from '../../src/database/database';
import { Employer } from '../../src/features/directory/employer/employer.entity';
import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';
import { Unit, UnitLevel } from '../../src/features/geography/unit/unit.entity';
import { type Contribution } from '../../src/features/records/contribution.entity';
import { InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { SalaryCapService } from '../../src/features/records/salary-cap.service';
import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { keepStatutory, STATUTORY } from '../setup/statutory';
import { eachDialect, testDatabase } from '../setup/test-database';

const CAP = `__typename ... on SalaryCap { amountVnd basis basisVnd basisValidFrom basisSource multiple source region }
  ... on StatutoryUnknown { gap message messageEn }`;
const COVERAGE =
  '__typename ... on CoverageShare { percent validFrom source } ... on StatutoryUnknown { gap messageEn }';

function contribution(over: Partial<Contribution>): Contribution {
  return {
    personId: 1,
    fromMonth: '2024-07',
    toMonth: '2024-12',
    employerCode: '',
    kindBits: insuranceBits(Object.values(InsuranceKind)),
    employerName: null,
    position: null,
    workplace: null,
    salaryVnd: 90_000_000,
    coefficient: null,
    currency: 'VND',
    ...over,
  };
}

eachDialect('what the law says of a record', (dialect) => {
  let database: Database;
  let gateway: PersonalGateway;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    gateway = new PersonalGateway(database);
    await gateway.data.take('people', [samplePerson(1)]);
  });

  const mine = async <T>(fields: string): Promise<T> =>
    (await gateway.ask<{ viewer: T }>(`{ viewer { ${fields} } }`, {}, { personId: 1 })).viewer;

  interface Caps {
    readonly contributions: { readonly edges: readonly { readonly node: Record<string, object> }[] };
  }
  const caps = async (fields: string): Promise<Record<string, object> | undefined> =>
    (await mine<Caps>(`contributions(kind: SOCIAL, first: 5) { edges { node { ${fields} } } }`)).contributions.edges[0]
      ?.node;

  it('is the cap of its first month, or of the month that is asked for, with the law of each part', async () => {
    await keepStatutory(database);
    await gateway.data.take('contributions', [contribution({})]);
    const found = await caps(`first: salaryCap(kind: SOCIAL) { ${CAP} }
      later: salaryCap(kind: HEALTH, month: "2026-07") { ${CAP} }`);
    expect(found?.['first']).toEqual({
      __typename: 'SalaryCap',
      amountVnd: 46_800_000,
      basis: 'BASE_SALARY',
      basisVnd: 2_340_000,
      basisValidFrom: '2024-07-01',
      basisSource: 'Nghị định 73/2024/NĐ-CP',
      multiple: 20,
      source: 'Luật 58/2014/QH13, Điều 89',
      region: null,
    });
    expect(found?.['later']).toMatchObject({ amountVnd: 50_600_000, basisSource: 'Nghị định 161/2026/NĐ-CP' });
  });

  it('is told to be unknown, in both languages, where no row says it', async () => {
    await keepStatutory(database);
    await gateway.data.take('contributions', [contribution({})]);
    const found = await caps(`early: salaryCap(kind: SOCIAL, month: "2006-12") { ${CAP} }
      nowhere: salaryCap(kind: UNEMPLOYMENT) { ${CAP} }`);
    expect(found?.['early']).toEqual({
      __typename: 'StatutoryUnknown',
      gap: 'NO_VALUE',
      message: 'Chưa có số liệu quy định cho 2006-12; hệ thống không ước đoán.',
      messageEn: 'What holds for 2006-12 is not on record; nothing is guessed.',
    });
    expect(found?.['nowhere']).toMatchObject({ gap: 'EMPLOYER_UNKNOWN' });
  });

  it('takes the base salary for unemployment insurance of the pay scale of the state', async () => {
    await keepStatutory(database);
    await gateway.data.take('contributions', [contribution({ coefficient: 4.65 })]);
    const found = await caps(`salaryCap(kind: UNEMPLOYMENT) { ${CAP} }`);
    expect(found?.['salaryCap']).toMatchObject({ amountVnd: 46_800_000, basis: 'BASE_SALARY' });
  });

  it('tells the share of a card with its law, and that it is not known without a row', async () => {
    const card = { personId: 1, validFrom: '2026-01-01', validUntil: null, objectCode: 'DN', benefitLevel: 4 };
    const places = { provinceCode: '01', registeredClinicCode: null, issuingOfficeCode: null, fiveYearsFrom: null };
    await gateway.data.take('cards', [{ ...card, ...places }]);
    const fields = `healthCard { coveragePercent coverage { ${COVERAGE} } }`;
    expect(await mine(fields)).toMatchObject({
      healthCard: {
        coveragePercent: null,
        coverage: { gap: 'NO_VALUE', messageEn: 'What holds for 2026-06-15 is not on record; nothing is guessed.' },
      },
    });
    await keepStatutory(database);
    const later = new PersonalGateway(database);
    const { viewer } = await later.ask<{ viewer: object }>(`{ viewer { ${fields} } }`, {}, { personId: 1 });
    expect(viewer).toMatchObject({
      healthCard: {
        coveragePercent: 80,
        coverage: { __typename: 'CoverageShare', percent: 80, validFrom: '2015-01-01' },
      },
    });
  });
});

describe('the cap of unemployment insurance', () => {
  const district = Object.assign(new Unit(), { unitKey: 'D', code: '271', level: UnitLevel.DISTRICT });
  Object.assign(district, { parentKey: null, validFrom: null, validUntil: '2025-06-30' });
  const service = new SalaryCapService({ table: () => Promise.resolve(STATUTORY) });
  const paid = { employerCode: 'TZ0001A', coefficient: null };

  const capWith = (unitKey: string | null, month: string): Promise<object> => {
    const employer = Object.assign(new Employer(), { code: 'TZ0001A', unitKey });
    return service.capOf(paid, InsuranceKind.UNEMPLOYMENT, month, {
      byCode: (_of, code) => Promise.resolve(code === employer.code ? employer : null),
      snapshot: { geography: { units: new UnitRegistry([district], []) } },
    });
  };

  it('follows from the region of the unit in which the employer is', async () => {
    expect(await capWith('D', '2024-07')).toMatchObject({ amountVnd: 88_200_000, basisVnd: 4_410_000, region: 2 });
    expect(await capWith('D', '2022-07')).toMatchObject({ amountVnd: 83_200_000, region: 2 });
  });

  it('says what is missing: the place of the employer, or the region of the place', async () => {
    expect(await capWith(null, '2024-07')).toMatchObject({ gap: 'EMPLOYER_UNKNOWN' });
    expect(await capWith('gone', '2024-07')).toMatchObject({ gap: 'EMPLOYER_UNKNOWN' });
    expect(await capWith('D', '2020-01')).toMatchObject({ gap: 'REGION_UNKNOWN' });
  });
});
