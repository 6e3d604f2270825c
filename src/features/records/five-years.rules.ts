import { monthNumber, monthText } from '../../shared/months.rules';
import type { StatutoryTable } from '../statutory/statutory-table';
import { StatutoryFact } from '../statutory/statutory-value.entity';
import { contributionTime, type MonthSpan } from './contribution-time.rules';

/**
 * The day on which five continuous years of health insurance are reached (thời điểm đủ 5 năm liên tục), by what holds on
 * `today`, counted from the first month after the last break that was too long; null without any month, and when no row
 * says how long it takes.
 */
export function fiveYearsFrom(table: StatutoryTable, spans: readonly MonthSpan[], today: string): string | null {
  const months = table.on(StatutoryFact.CONTINUOUS_MONTHS, '', today);
  const longestBreak = table.on(StatutoryFact.LONGEST_BREAK_MONTHS, '', today);
  if (!months || !longestBreak) return null;
  const { gaps } = contributionTime(spans);
  const isBreak = ({ fromMonth, toMonth }: MonthSpan): boolean =>
    monthNumber(toMonth) - monthNumber(fromMonth) + 1 > longestBreak.value;
  const lastBreak = gaps.findLast(isBreak);
  const begins = spans.map(({ fromMonth }) => fromMonth).filter((month) => month > (lastBreak?.toMonth ?? ''));
  const [first] = begins.sort();
  return first === undefined ? null : `${monthText(monthNumber(first) + months.value)}-01`;
}
