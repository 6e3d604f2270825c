import { baseSalary } from '../../features/records/salary-cap.rules';
import type { Benefit } from '../../features/records/benefit.entity';
import type { Contribution } from '../../features/records/contribution.entity';
import { BenefitKind } from '../../features/records/insurance-kind.types';
import type { StatutoryTable } from '../../features/statutory/statutory-table';
import { monthNumber, monthText } from '../../shared/months.rules';
import { below, chance, oneOf, type RandomSource } from '../random';
import { monthWithin } from './career';

type Row = Omit<Benefit, 'personId'>;
type Contributions = readonly Omit<Contribution, 'personId'>[];

const WORKDAYS_OF_MONTH = 24;
const SICKNESS_SHARE = 0.75;
const MATERNITY_MONTHS = 6;
const day = (month: string, number: number): string => `${month}-${String(number).padStart(2, '0')}`;

/** Sick leave of some days, paid at 75 % (Law 58/2014/QH13, article 28). */
export function sickness(random: RandomSource, contributions: Contributions): Row | null {
  const found = monthWithin(random, contributions);
  if (!found || found.row.salaryVnd === null || found.row.employerCode === '') return null;
  const first = 1 + below(random, 20);
  const days = 1 + below(random, 7);
  return {
    kind: BenefitKind.SICKNESS_MATERNITY,
    fromDay: day(found.month, first),
    toDay: day(found.month, first + days - 1),
    regime: oneOf(random, ['Ốm đau thông thường', 'Ốm đau thông thường', 'Con ốm']),
    amountVnd: Math.round((found.row.salaryVnd / WORKDAYS_OF_MONTH) * days * SICKNESS_SHARE),
    filedBy: found.row.employerName,
  };
}

/** Maternity leave of six months for a birth in a month that was paid for; null when it was not. */
export function maternity(birthDay: string, contributions: Contributions, statutory: StatutoryTable): Row | null {
  const month = birthDay.slice(0, 7);
  const row = contributions.find(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
  if (!row || row.salaryVnd === null || row.employerCode === '') return null;
  return {
    kind: BenefitKind.SICKNESS_MATERNITY,
    fromDay: day(month, 1),
    toDay: day(monthText(monthNumber(month) + MATERNITY_MONTHS - 1), 28),
    regime: 'Thai sản: sinh con',
    amountVnd: row.salaryVnd * MATERNITY_MONTHS + 2 * (baseSalary(statutory, month)?.value ?? 0),
    filedBy: row.employerName,
  };
}

/** A pension from a month on. */
export function pension(random: RandomSource, fromMonth: string): Row {
  const amount = 2_800_000 + 50_000 * below(random, 180);
  return {
    kind: BenefitKind.MONTHLY,
    fromDay: day(fromMonth, 1),
    toDay: null,
    regime: 'Lương hưu',
    amountVnd: amount,
    filedBy: null,
  };
}

/** A single payment at the end of some job, now and then. */
export function lumpSum(random: RandomSource, contributions: Contributions): Row | null {
  const last = contributions.at(-1);
  if (!last || last.salaryVnd === null || !chance(random, 0.06)) return null;
  const months = monthNumber(last.toMonth) - monthNumber(last.fromMonth) + 1;
  return {
    kind: BenefitKind.LUMP_SUM,
    fromDay: day(last.toMonth, 15),
    toDay: null,
    regime: chance(random, 0.7) ? 'Bảo hiểm xã hội một lần' : 'Trợ cấp tai nạn lao động một lần',
    amountVnd: Math.round((last.salaryVnd * 2 * months) / 12),
    filedBy: last.employerName,
  };
}

/** What health insurance paid back directly. */
export function healthRefund(random: RandomSource, year: number): Row {
  return {
    kind: BenefitKind.HEALTH,
    fromDay: `${year}-${String(1 + below(random, 6)).padStart(2, '0')}-${String(1 + below(random, 28)).padStart(2, '0')}`,
    toDay: null,
    regime: 'Thanh toán trực tiếp chi phí khám chữa bệnh BHYT',
    amountVnd: 100_000 + 1_000 * below(random, 4_000),
    filedBy: null,
  };
}
