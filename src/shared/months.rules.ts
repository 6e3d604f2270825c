const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const MONTHS_OF_YEAR = 12;

/** Whether `text` is a month, written `YYYY-MM`, of the years 1900 to 2199. */
export function isMonth(text: string): boolean {
  return MONTH.test(text) && text >= '1900-01' && text <= '2199-12';
}

/** A month as a running number, so that months can be counted: neighbours differ by 1. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * MONTHS_OF_YEAR + Number(month.slice(5, 7)) - 1;
}

/** The month with a running number, `YYYY-MM`. */
export function monthText(number: number): string {
  const year = Math.floor(number / MONTHS_OF_YEAR);
  return `${String(year).padStart(4, '0')}-${String((number % MONTHS_OF_YEAR) + 1).padStart(2, '0')}`;
}
