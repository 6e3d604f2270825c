import type { HealthCard } from '../../features/records/health-card.entity';
import type { Visit } from '../../features/records/visit.entity';
import type { MonthSpan } from '../../features/records/contribution-time.rules';
import { coverageOf, levelOfObject } from '../../features/records/coverage.rules';
import { fiveYearsFrom } from '../../features/records/five-years.rules';
import type { StatutoryTable } from '../../features/statutory/statutory-table';
import { below, chance, oneOf, type RandomSource } from '../random';
import type { TreatingClinic } from './work-world';

type VisitRow = Omit<Visit, 'personId'>;
type CardRow = Omit<HealthCard, 'personId'>;

const DIAGNOSES = [
  'Viêm họng cấp (J02.9)',
  'Viêm phế quản cấp (J20.9)',
  'Tăng huyết áp vô căn (I10)',
  'Đái tháo đường típ 2 (E11.9)',
  'Viêm dạ dày (K29.7)',
  'Đau thắt lưng (M54.5)',
  'Rối loạn tiền đình (H81.9)',
  'Sâu răng (K02.9)',
  'Viêm kết mạc (H10.9)',
  'Sốt xuất huyết Dengue (A97.9)',
  'Thoái hóa khớp gối (M17.9)',
  'Viêm da cơ địa (L20.9)',
] as const;
const HOSPITAL_STAY = 0.12;
const two = (number: number): string => String(number).padStart(2, '0');

/** Medical visits of some years, each on a day of its own. */
export function visits(
  random: RandomSource,
  years: { readonly first: number; readonly last: number; readonly perYear: number },
  coveragePercent: number,
  clinics: readonly TreatingClinic[],
): VisitRow[] {
  const rows: VisitRow[] = [];
  for (let year = years.first; year <= years.last; year++) {
    if (!chance(random, years.perYear)) continue;
    const clinic = oneOf(random, clinics);
    const month = 1 + below(random, year === years.last ? 6 : 12);
    const day = 1 + below(random, 20);
    const stays = chance(random, HOSPITAL_STAY);
    const cost = (stays ? 3_000_000 : 150_000) + 1_000 * below(random, stays ? 9_000 : 700);
    const coveredVnd = Math.round((cost * coveragePercent) / 100);
    rows.push({
      admittedOn: `${year}-${two(month)}-${two(day)}`,
      dischargedOn: `${year}-${two(month)}-${two(stays ? day + 2 + below(random, 6) : day)}`,
      clinicCode: clinic.code,
      visitCode: '',
      clinicName: clinic.name,
      diagnosis: oneOf(random, DIAGNOSES),
      coveredVnd,
      ownVnd: cost - coveredVnd,
    });
  }
  return rows;
}

/** The card of today and, for most, the one before it. */
export function cards(
  random: RandomSource,
  person: { readonly objectCode: string; readonly insured: readonly MonthSpan[]; readonly provinceCode: string },
  clinicCode: string,
  year: number,
  statutory: StatutoryTable,
): CardRow[] {
  const level = levelOfObject(statutory, person.objectCode, `${year}-01-01`) ?? 4;
  const insuredSince = person.insured.map(({ fromMonth }) => fromMonth).sort()[0];
  const reached = fiveYearsFrom(statutory, person.insured, `${year}-01-01`);
  const one = (validFrom: string, validUntil: string | null): CardRow => ({
    validFrom,
    validUntil,
    objectCode: person.objectCode,
    benefitLevel: level,
    provinceCode: person.provinceCode,
    registeredClinicCode: clinicCode,
    issuingOfficeCode: null,
    fiveYearsFrom: reached,
  });
  const hadCard = insuredSince !== undefined && insuredSince < `${year}-01`;
  const before = chance(random, 0.3) && hadCard ? [one(`${year - 1}-01-01`, `${year - 1}-12-31`)] : [];
  return [...before, one(`${year}-01-01`, `${year + 1}-12-31`)];
}

/** Percent that insurance pays for holders of an object's card. */
export function coverageOfObject(statutory: StatutoryTable, objectCode: string, year: number): number {
  const day = `${year}-01-01`;
  return coverageOf(statutory, levelOfObject(statutory, objectCode, day) ?? 4, day)?.value ?? 80;
}
