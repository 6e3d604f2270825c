/** An amount as Vietnamese read it: `75.423.000 ₫`. */
export function vndText(amountVnd: number | null): string {
  if (amountVnd === null) return '';
  return `${String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')} ₫`;
}

/** A day as Vietnamese write it: `15/05/2014`. */
export function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}

/** A month as Vietnamese write it: `05/2014`. */
export function monthOf(month: string): string {
  return dayText(month);
}

/** Months as years and months: `12 năm 2 tháng`. */
export function spanText({ years, remainingMonths }: { years: number; remainingMonths: number }): string {
  return `${years} năm ${remainingMonths} tháng`;
}
