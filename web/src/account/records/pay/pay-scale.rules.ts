/** Marks of the axis of pay, in đồng: from nought in even steps to at least the most that was paid. */
export function payMarks(mostVnd: number, atMost = 5): number[] {
  const rough = Math.max(mostVnd, 1_000_000) / (atMost - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(mostVnd / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Years to mark on the axis of time, of those that begin within the months: as many as keep their distance. */
export function yearMarks(from: number, to: number, atMost: number): number[] {
  const first = Math.ceil(from / 12);
  const last = Math.floor(to / 12);
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years < atMost) ?? 50;
  const marks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) marks.push(year);
  return marks;
}

/** Millions of đồng as the axis shows them: `7,5`. */
export function formatMillions(amountVnd: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(amountVnd / 1_000_000);
}
