import { monthNumber, monthText } from '../../shared/months.rules';

/** A stretch of whole months, both ends within; `YYYY-MM`. */
export interface MonthSpan {
  readonly fromMonth: string;
  readonly toMonth: string;
}

/** How long someone has taken part. */
export interface ContributionTime {
  /** Distinct months: a month that two employers paid for counts once. */
  readonly months: number;
  /** The same as whole years … */
  readonly years: number;
  /** … and the months left over, 0 to 11. */
  readonly remainingMonths: number;
  /** Stretches between the first and the last month for which nobody paid, oldest first. */
  readonly gaps: MonthSpan[];
}

const MONTHS_OF_YEAR = 12;

/** Counts the distinct months of spans in any order, and finds the gaps between them ("Tổng thời gian tham gia"). */
export function contributionTime(spans: readonly MonthSpan[]): ContributionTime {
  const numbered = spans
    .map(({ fromMonth, toMonth }) => ({ from: monthNumber(fromMonth), to: monthNumber(toMonth) }))
    .filter(({ from, to }) => from <= to)
    .sort((one, other) => one.from - other.from);
  const gaps: MonthSpan[] = [];
  let months = 0;
  let lastCounted: number | null = null;
  for (const { from, to } of numbered) {
    if (lastCounted !== null && from > lastCounted + 1) {
      gaps.push({ fromMonth: monthText(lastCounted + 1), toMonth: monthText(from - 1) });
    }
    const first: number = lastCounted === null ? from : Math.max(from, lastCounted + 1);
    months += Math.max(0, to - first + 1);
    lastCounted = lastCounted === null ? to : Math.max(lastCounted, to);
  }
  return { months, years: Math.floor(months / MONTHS_OF_YEAR), remainingMonths: months % MONTHS_OF_YEAR, gaps };
}
