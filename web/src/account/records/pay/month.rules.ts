/** Months since January of the year 0, from `YYYY-MM`: neighbours differ by one. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** `YYYY-MM` of a month number. */
export function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months a stretch has, both ends within; `YYYY-MM`. */
export function monthsBetween(fromMonth: string, toMonth: string): number {
  return monthNumber(toMonth) - monthNumber(fromMonth) + 1;
}
