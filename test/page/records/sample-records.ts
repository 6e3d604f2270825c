import type { OpenPerson } from '../../../src/features/people/person.store';
import type { Benefit } from '../../../src/features/records/benefit.entity';
import type { Contribution } from '../../../src/features/records/contribution.entity';
import type { HealthCard } from '../../../src/features/records/health-card.entity';
import { BenefitKind, InsuranceKind, insuranceBits } from '../../../src/features/records/insurance-kind.types';
import type { PersonalDataStore } from '../../../src/features/records/personal-data.store';
import type { Visit } from '../../../src/features/records/visit.entity';
import { samplePerson } from '../../people/sample-people';

/** Someone with records of every kind, and a guardian. */
export const LAN = samplePerson(1, { fullName: 'Nguyễn Thị Lan Thử' });
/** A child of hers. */
const AN = samplePerson(2, { fullName: 'Trần Văn An Thử', dateOfBirth: '2021-03-04', guardianId: 1 });
/** Someone with so many records that they come in pages. */
export const BINH = samplePerson(3, { fullName: 'Lê Văn Bình Thử' });
/** Someone without any record. */
export const CHI = samplePerson(4, { fullName: 'Phạm Thị Chi Thử' });

const ALL = insuranceBits(Object.values(InsuranceKind));
const SOCIAL = insuranceBits([InsuranceKind.SOCIAL]);
const HEALTH = insuranceBits([InsuranceKind.HEALTH]);

function contribution({ personId }: OpenPerson, from: string, to: string, over: Partial<Contribution>): Contribution {
  return {
    personId,
    fromMonth: from,
    toMonth: to,
    employerCode: 'TZ0001A',
    kindBits: ALL,
    employerName: 'Công ty TNHH Thử Nghiệm',
    position: 'Kế toán',
    workplace: 'Hà Nội',
    salaryVnd: 5_000_000,
    coefficient: null,
    currency: 'VND',
    ...over,
  };
}

const alone: Partial<Contribution> = { employerCode: '', employerName: null, position: null, workplace: null };

/** 26 distinct months of social insurance with a gap of two; 12 of the others. */
const CONTRIBUTIONS: Contribution[] = [
  contribution(LAN, '2014-01', '2014-06', {}),
  contribution(LAN, '2014-05', '2014-12', { employerCode: 'TZ0002B', employerName: 'Trường Thử', coefficient: 2.34 }),
  contribution(LAN, '2015-03', '2016-04', { ...alone, kindBits: SOCIAL, salaryVnd: 7_500_000 }),
  contribution(AN, '2021-03', '2022-02', { ...alone, kindBits: HEALTH, salaryVnd: null }),
  ...Array.from({ length: 45 }, (_, index) =>
    contribution(BINH, `${1980 + index}-01`, `${1980 + index}-12`, { salaryVnd: 1_000_000 + index * 300_000 }),
  ),
];

const benefit = (kind: BenefitKind, fromDay: string, over: Partial<Benefit>): Benefit => {
  return {
    personId: 1,
    kind,
    fromDay,
    regime: 'Chế độ thử',
    toDay: null,
    amountVnd: 1_000_000,
    filedBy: null,
    ...over,
  };
};

const BENEFITS: Benefit[] = [
  benefit(BenefitKind.LUMP_SUM, '2016-06-01', { regime: 'BHXH một lần', amountVnd: 3_000_000_000 }),
  benefit(BenefitKind.SICKNESS_MATERNITY, '2015-05-02', {
    regime: 'Thai sản',
    toDay: '2015-11-01',
    amountVnd: 37_423_000,
    filedBy: 'Công ty TNHH Thử Nghiệm',
  }),
  benefit(BenefitKind.MONTHLY, '2020-01-01', { regime: 'Trợ cấp tuất hàng tháng', amountVnd: 1_170_000 }),
  benefit(BenefitKind.LUMP_SUM, '2022-05-01', { personId: AN.personId, regime: 'Trợ cấp của con', amountVnd: 640_000 }),
];

const visit = ({ personId }: OpenPerson, admittedOn: string, over: Partial<Visit>): Visit => {
  const place = { clinicCode: '01Z00', visitCode: '', clinicName: 'Trạm y tế Thử', diagnosis: 'Viêm họng cấp (J02.9)' };
  return { personId, admittedOn, ...place, dischargedOn: admittedOn, coveredVnd: 80_000, ownVnd: 20_000, ...over };
};

const VISITS: Visit[] = [
  visit(LAN, '2025-12-31', { dischargedOn: null }),
  visit(LAN, '2025-02-03', { dischargedOn: '2025-02-09', coveredVnd: 4_000_000, ownVnd: 1_000_000 }),
  visit(LAN, '2024-01-01', { diagnosis: null }),
  visit(AN, '2023-06-01', { coveredVnd: 150_000, ownVnd: 0 }),
];

const card = ({ personId }: OpenPerson, objectCode: string, benefitLevel: number): HealthCard => {
  const days = {
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    fiveYearsFrom: '2020-04-01',
    issuingOfficeCode: null,
  };
  return { personId, ...days, objectCode, benefitLevel, provinceCode: '01', registeredClinicCode: '01Z00' };
};

/** Puts the sample people and all their records in. */
export async function takeSamples(data: PersonalDataStore): Promise<void> {
  await data.take('people', [LAN, AN, BINH, CHI]);
  await data.take('contributions', CONTRIBUTIONS);
  await data.take('benefits', BENEFITS);
  await data.take('visits', VISITS);
  await data.take('cards', [card(LAN, 'DN', 4), card(AN, 'TE', 1)]);
}
