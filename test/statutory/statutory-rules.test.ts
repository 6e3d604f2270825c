import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';
import { Unit, UnitLevel } from '../../src/features/geography/unit/unit.entity';
import { coverageOf, levelOfObject } from '../../src/features/records/coverage.rules';
import { InsuranceKind } from '../../src/features/records/insurance-kind.types';
import { baseSalary, type CappedSalary, salaryCap } from '../../src/features/records/salary-cap.rules';
import { SalaryCapBasis, StatutoryGap } from '../../src/features/records/statutory.types';
import { wageRegion } from '../../src/features/records/wage-region.rules';
import { StatutoryTable } from '../../src/features/statutory/statutory-table';
import { StatutoryFact } from '../../src/features/statutory/statutory-value.entity';
import { STATUTORY } from '../setup/statutory';

const { SOCIAL, UNEMPLOYMENT, OCCUPATIONAL, HEALTH } = InsuranceKind;

describe('the coverage of a card', () => {
  it.each([
    [1, 100],
    [2, 100],
    [3, 95],
    [4, 80],
    [5, 100],
  ])('of level %i is %i percent', (level, percent) => {
    expect(coverageOf(STATUTORY, level, '2026-01-01')).toMatchObject({ value: percent, validFrom: '2015-01-01' });
  });

  it('is unknown for a level or a day that no row names', () => {
    expect(coverageOf(STATUTORY, 6, '2026-01-01')).toBeNull();
    expect(coverageOf(STATUTORY, 4, '2014-12-31')).toBeNull();
  });

  it.each([
    ['TE', 1],
    ['HN', 2],
    ['HT', 3],
    ['DN', 4],
    ['QN', 5],
    ['ZZ', null],
  ])('follows from the object: %s has level %p', (object, level) => {
    expect(levelOfObject(STATUTORY, object, '2026-01-01')).toBe(level);
  });
});

describe('the base salary', () => {
  it.each([
    ['2002-12', null],
    ['2003-01', 290_000],
    ['2013-06', 1_050_000],
    ['2014-01', 1_150_000],
    ['2024-06', 1_800_000],
    ['2024-07', 2_340_000],
    ['2026-06', 2_340_000],
    ['2026-07', 2_530_000],
  ])('of %s is %p', (month, salary) => {
    expect(baseSalary(STATUTORY, month)?.value ?? null).toBe(salary);
  });
});

describe('the cap of a salary', () => {
  const capOf = (salary: Partial<CappedSalary> & Pick<CappedSalary, 'kind' | 'month'>): unknown => {
    const cap = salaryCap(STATUTORY, { isStatePay: false, region: 1, ...salary });
    return typeof cap === 'string' ? cap : cap.amountVnd;
  };

  it.each([
    [SOCIAL, '2006-12', StatutoryGap.NO_VALUE],
    [SOCIAL, '2007-01', 9_000_000],
    [SOCIAL, '2026-07', 50_600_000],
    [HEALTH, '2009-06', StatutoryGap.NO_VALUE],
    [HEALTH, '2025-12', 46_800_000],
    [OCCUPATIONAL, '2024-07', 46_800_000],
    [UNEMPLOYMENT, '2008-12', StatutoryGap.NO_VALUE],
    [UNEMPLOYMENT, '2014-12', 23_000_000],
    [UNEMPLOYMENT, '2015-01', 62_000_000],
    [UNEMPLOYMENT, '2024-06', 93_600_000],
    [UNEMPLOYMENT, '2024-07', 99_200_000],
    [UNEMPLOYMENT, '2025-12', 99_200_000],
    [UNEMPLOYMENT, '2026-01', 106_200_000],
  ])('of %s in %s is %p in region I', (kind, month, cap) => {
    expect(capOf({ kind, month })).toBe(cap);
  });

  it.each([
    [1, 106_200_000],
    [2, 94_600_000],
    [3, 82_800_000],
    [4, 74_000_000],
  ])('of unemployment insurance in region %i is %i in 2026', (region, cap) => {
    expect(capOf({ kind: UNEMPLOYMENT, month: '2026-11', region })).toBe(cap);
  });

  it('of unemployment insurance of the pay scale of the state was of the base salary until 2025', () => {
    expect(capOf({ kind: UNEMPLOYMENT, month: '2025-12', isStatePay: true })).toBe(46_800_000);
    expect(capOf({ kind: UNEMPLOYMENT, month: '2026-01', isStatePay: true })).toBe(106_200_000);
    expect(capOf({ kind: SOCIAL, month: '2026-01', isStatePay: true })).toBe(46_800_000);
  });

  it('needs the region only where the minimum wage counts, and says when it is not known', () => {
    const region = StatutoryGap.REGION_UNKNOWN;
    expect(capOf({ kind: UNEMPLOYMENT, month: '2026-01', region })).toBe(StatutoryGap.REGION_UNKNOWN);
    expect(capOf({ kind: SOCIAL, month: '2026-01', region })).toBe(46_800_000);
    expect(capOf({ kind: UNEMPLOYMENT, month: '2014-12', region })).toBe(23_000_000);
  });

  it('names what it is made of, with the decree of each', () => {
    expect(salaryCap(STATUTORY, { kind: UNEMPLOYMENT, month: '2026-01', isStatePay: false, region: 2 })).toMatchObject({
      basis: SalaryCapBasis.REGIONAL_MINIMUM_WAGE,
      base: { value: 4_730_000, validFrom: '2026-01-01', source: 'Nghị định 293/2025/NĐ-CP' },
      multiple: { value: 20, source: 'Luật 74/2025/QH15, Điều 34' },
      region: 2,
    });
  });

  it('is not guessed from a multiple without a wage', () => {
    const source = 'thử';
    const fact = StatutoryFact.CAP_IN_BASE_SALARIES;
    const table = new StatutoryTable([{ fact, subject: SOCIAL, validFrom: '2007-01-01', value: 20, source }]);
    const salary = { kind: SOCIAL, month: '2026-01', isStatePay: false, region: 1 };
    expect(salaryCap(table, salary)).toBe(StatutoryGap.NO_VALUE);
  });
});

describe('the region of wages of a unit', () => {
  const unit = (code: string, level: UnitLevel, from: string | null, until: string | null, parent?: Unit): Unit =>
    Object.assign(new Unit(), {
      unitKey: `${code}@${from ?? ''}`,
      code,
      level,
      validFrom: from,
      validUntil: until,
      parentKey: parent?.unitKey ?? null,
    });
  const { PROVINCE, DISTRICT, COMMUNE } = UnitLevel;
  const LAST = '2025-06-30';
  const oldProvince = unit('01', PROVINCE, null, LAST);
  const baDinh = unit('001', DISTRICT, null, LAST, oldProvince);
  const baVi = unit('271', DISTRICT, null, LAST, oldProvince);
  const trucBach = unit('00004', COMMUNE, null, LAST, baDinh);
  const village = unit('09616', COMMUNE, null, LAST, baVi);
  const province = unit('01', PROVINCE, '2025-07-01', null);
  const ward = unit('00004', COMMUNE, '2025-07-01', null, province);
  const mixed = unit('00999', COMMUNE, '2025-07-01', null, province);
  const tie = (one: Unit, other: Unit): { predecessorKey: string; successorKey: string } => ({
    predecessorKey: one.unitKey,
    successorKey: other.unitKey,
  });
  const units = new UnitRegistry(
    [oldProvince, baDinh, baVi, trucBach, village, province, ward, mixed],
    [tie(trucBach, ward), tie(trucBach, mixed), tie(village, mixed)],
  );
  const regionOf = (of: Unit, day: string): number | null => wageRegion(STATUTORY, units, of, day);

  it('is that of its district while there were districts', () => {
    expect(regionOf(trucBach, '2025-06-30')).toBe(1);
    expect(regionOf(village, '2024-07-01')).toBe(2);
  });

  it('is its own since, and a code alone does not name a unit', () => {
    expect(regionOf(ward, '2026-01-01')).toBe(1);
    expect(regionOf(mixed, '2026-01-01')).toBeNull();
    const source = 'thử';
    const fact = StatutoryFact.WAGE_REGION;
    const row = { fact, subject: '00004', validFrom: '2024-07-01', value: 3, source };
    expect(wageRegion(new StatutoryTable([row]), units, trucBach, '2025-01-01')).toBe(3);
    expect(wageRegion(new StatutoryTable([row]), units, ward, '2026-01-01')).toBeNull();
  });

  it('before it was there is that of what it came from, when that lay in one region', () => {
    expect(regionOf(ward, '2024-12-01')).toBe(1);
    expect(regionOf(mixed, '2024-12-01')).toBeNull();
  });

  it('after its end is that of what followed it', () => {
    expect(
      wageRegion(STATUTORY, new UnitRegistry([trucBach, ward], [tie(trucBach, ward)]), trucBach, '2026-02-01'),
    ).toBe(1);
  });

  it('is unknown before the first row', () => {
    expect(regionOf(trucBach, '2022-06-30')).toBeNull();
  });
});
