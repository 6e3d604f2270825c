import { monthNumber } from './month.rules';

/** A stretch of months with the monthly pay that was paid for; both ends within. */
export interface PaySpan {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly salaryVnd: number | null;
}

/** Consecutive months with the same pay, as month numbers; both ends within. */
export interface PayStep {
  readonly from: number;
  readonly to: number;
  readonly payVnd: number;
}

/**
 * The pay of every month as steps, oldest first. Where two stretches share months their pay counts together; months
 * without a stretch, and those whose pay nobody knows, belong to no step.
 */
export function paySteps(spans: readonly PaySpan[]): PayStep[] {
  const numbered = spans
    .filter(({ salaryVnd }) => salaryVnd !== null)
    .map(({ fromMonth, toMonth, salaryVnd }) => {
      return { from: monthNumber(fromMonth), to: monthNumber(toMonth), payVnd: salaryVnd ?? 0 };
    })
    .filter(({ from, to }) => from <= to);
  const bounds = [...new Set(numbered.flatMap(({ from, to }) => [from, to + 1]))].sort((one, other) => one - other);
  const steps: PayStep[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = (bounds[index + 1] ?? from) - 1;
    const covering = numbered.filter((span) => span.from <= from && to <= span.to);
    if (covering.length === 0) continue;
    const payVnd = covering.reduce((sum, span) => sum + span.payVnd, 0);
    const last = steps.at(-1);
    if (last && last.payVnd === payVnd && last.to === from - 1) steps[steps.length - 1] = { ...last, to };
    else steps.push({ from, to, payVnd });
  }
  return steps;
}

/** Whether some month belongs to two stretches with a known pay, so that its step is their sum. */
export function sharesMonths(spans: readonly PaySpan[]): boolean {
  const known = spans.filter(({ salaryVnd }) => salaryVnd !== null);
  const inOrder = [...known].sort((one, other) => one.fromMonth.localeCompare(other.fromMonth));
  return inOrder.some((span, index) => inOrder.slice(0, index).some(({ toMonth }) => toMonth >= span.fromMonth));
}

/** Months between the steps, as month numbers; both ends within. */
export function payGaps(steps: readonly PayStep[]): { from: number; to: number }[] {
  return steps.slice(1).flatMap((step, index) => {
    const before = steps[index];
    return before && before.to + 1 < step.from ? [{ from: before.to + 1, to: step.from - 1 }] : [];
  });
}
