import { baseSalary, salaryCap } from '../../features/records/salary-cap.rules';
import type { Contribution } from '../../features/records/contribution.entity';
import { InsuranceKind, insuranceBits } from '../../features/records/insurance-kind.types';
import type { StatutoryTable } from '../../features/statutory/statutory-table';
import { StatutoryGap } from '../../features/records/statutory.types';
import { monthNumber, monthText } from '../../shared/months.rules';
import { below, oneOf, type RandomSource } from '../random';
import type { Workplace } from './work-world';

const { SOCIAL, UNEMPLOYMENT, OCCUPATIONAL, HEALTH } = InsuranceKind;
const EMPLOYED = insuranceBits([SOCIAL, UNEMPLOYMENT, OCCUPATIONAL, HEALTH]);
/** Unemployment insurance began with 2009 (Law 71/2006/QH11). */
const BEFORE_2009 = insuranceBits([SOCIAL, OCCUPATIONAL, HEALTH]);
const UNEMPLOYMENT_INSURANCE_BEGAN = monthNumber('2009-01');
const VOLUNTARY = insuranceBits([SOCIAL]);
/** The tables of salaries begin here. */
const EARLIEST_MONTH = monthNumber('2003-01');

const PRIVATE_POSITIONS = [
  'Công nhân',
  'Nhân viên văn phòng',
  'Nhân viên bán hàng',
  'Kế toán',
  'Kỹ thuật viên',
  'Lái xe',
  'Bảo vệ',
  'Tổ trưởng sản xuất',
  'Kỹ sư',
  'Trưởng phòng',
] as const;
const PUBLIC_POSITIONS = ['Giáo viên', 'Chuyên viên', 'Nhân viên y tế', 'Cán sự', 'Văn thư'] as const;
const ROUNDED_TO_VND = 10_000;

type Row = Omit<Contribution, 'personId'>;

/**
 * The contributions of a working life from one month to another: jobs that last months or years, with rises of pay,
 * breaks between them, and now and then two jobs at once. Pay never exceeds the cap of its month.
 */
export function career(
  random: RandomSource,
  span: { readonly from: number; readonly to: number },
  workplaces: readonly Workplace[],
  statutory: StatutoryTable,
): Row[] {
  const rows: Row[] = [];
  let level = 1.6 + 4.5 * random() ** 2;
  let month = Math.max(span.from, EARLIEST_MONTH);
  while (month <= span.to) {
    const workplace = oneOf(random, workplaces);
    const length = workplace.isPublic ? 60 + below(random, 180) : 6 + below(random, 90);
    const last = Math.min(span.to, month + length);
    rows.push(...job(random, workplace, { from: month, last, level }, statutory));
    level *= 1 + 0.015 * (length / 12);
    month = last + 1 + breakAfter(random, rows, last, span.to, statutory);
  }
  return rows;
}

/** Months until the next job: often none, sometimes many, and a few people begin before they have ended. */
function breakAfter(random: RandomSource, rows: Row[], last: number, end: number, statutory: StatutoryTable): number {
  const roll = random();
  if (roll < 0.5) return 0;
  if (roll < 0.57) return -1 - below(random, 3);
  const months = 1 + below(random, 18);
  const payerEnd = Math.min(last + months, end);
  if (roll > 0.96 && payerEnd > last) rows.push(voluntary(last + 1, payerEnd, statutory));
  return months;
}

function job(
  random: RandomSource,
  workplace: Workplace,
  { from, last, level }: { readonly from: number; readonly last: number; readonly level: number },
  statutory: StatutoryTable,
): Row[] {
  const position = oneOf(random, workplace.isPublic ? PUBLIC_POSITIONS : PRIVATE_POSITIONS);
  const rows: Row[] = [];
  let coefficient = Math.round(Math.min(level, 6) * 100) / 100;
  for (let start = from; start <= last;) {
    let end = Math.min(last, start + 17 + below(random, 30));
    if (start < UNEMPLOYMENT_INSURANCE_BEGAN) end = Math.min(end, UNEMPLOYMENT_INSURANCE_BEGAN - 1);
    rows.push({
      fromMonth: monthText(start),
      toMonth: monthText(end),
      employerCode: workplace.code,
      employerName: workplace.name,
      position,
      workplace: workplace.address,
      kindBits: start < UNEMPLOYMENT_INSURANCE_BEGAN ? BEFORE_2009 : EMPLOYED,
      salaryVnd: cappedPay(statutory, monthText(start), workplace.isPublic ? coefficient : marketMultiple(coefficient)),
      coefficient: workplace.isPublic ? coefficient : null,
      currency: 'VND',
    });
    coefficient = Math.round((coefficient + 0.33) * 100) / 100;
    start = end + 1;
  }
  return rows;
}

function voluntary(from: number, to: number, statutory: StatutoryTable): Row {
  const fromMonth = monthText(from);
  return {
    fromMonth,
    toMonth: monthText(to),
    employerCode: '',
    employerName: null,
    position: null,
    workplace: null,
    kindBits: VOLUNTARY,
    salaryVnd: cappedPay(statutory, fromMonth, 1.5),
    coefficient: null,
    currency: 'VND',
  };
}

/** What private employers pay, in base salaries: much like the state at the bottom, beyond the cap at the top. */
function marketMultiple(coefficient: number): number {
  return 0.95 * coefficient ** 1.6;
}

/** Pay as a multiple of the base salary of the month, under the month's cap. */
function cappedPay(statutory: StatutoryTable, month: string, multiple: number): number {
  const base = baseSalary(statutory, month)?.value ?? 0;
  const pay = Math.round((base * multiple) / ROUNDED_TO_VND) * ROUNDED_TO_VND;
  const salary = { kind: SOCIAL, month, isStatePay: false, region: StatutoryGap.REGION_UNKNOWN };
  const cap = salaryCap(statutory, salary);
  return typeof cap === 'string' ? pay : Math.min(pay, cap.amountVnd);
}

/** Some month that a career paid for, with the row that paid; null for an empty career. */
export function monthWithin(random: RandomSource, rows: readonly Row[]): { month: string; row: Row } | null {
  if (rows.length === 0) return null;
  const row = oneOf(random, rows);
  const from = monthNumber(row.fromMonth);
  return { month: monthText(from + below(random, monthNumber(row.toMonth) - from + 1)), row };
}
