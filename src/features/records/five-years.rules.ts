import { monthNumber, monthText } from '../../shared/months.rules';
import { contributionTime, type MonthSpan } from './contribution-time.rules';

/** A longer break ends a continuous time of health insurance (Decree 146/2018/ND-CP, article 12). */
const LONGEST_BREAK_MONTHS = 3;
const FIVE_YEARS_MONTHS = 60;

/**
 * The day on which five continuous years of health insurance are reached (thời điểm đủ 5 năm liên tục), counted from
 * the first month after the last break of more than three months; null without any month.
 */
export function fiveYearsFrom(spans: readonly MonthSpan[]): string | null {
  const { gaps } = contributionTime(spans);
  const isBreak = ({ fromMonth, toMonth }: MonthSpan): boolean =>
    monthNumber(toMonth) - monthNumber(fromMonth) + 1 > LONGEST_BREAK_MONTHS;
  const lastBreak = gaps.findLast(isBreak);
  const begins = spans.map(({ fromMonth }) => fromMonth).filter((month) => month > (lastBreak?.toMonth ?? ''));
  const [first] = begins.sort();
  return first === undefined ? null : `${monthText(monthNumber(first) + FIVE_YEARS_MONTHS)}-01`;
}
