import { formatDate } from '../../language/formats';

const dong = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A month `2014-05` as it is read in Vietnam: `05/2014`. */
export function formatMonth(month: string): string {
  const [year, monthOfYear] = month.split('-');
  return `${monthOfYear}/${year}`;
}

/** Whole đồng in groups of three, as they are written in Vietnam: `75.423.000 ₫`. The space does not break. */
export function formatDong(amountVnd: number): string {
  return `${dong.format(amountVnd)}\u00a0₫`;
}

/** The time of day of an instant on the agency's clock: `10:05`. */
export function formatClock(instant: string | number): string {
  return clock.format(new Date(instant));
}

/** An instant in milliseconds since 1970 on the agency's clock: `10:05 22/11/2026`. */
export function formatMoment(instant: number): string {
  return `${formatClock(instant)} ${formatDate(new Date(instant).toISOString())}`;
}

/** The number of a health card in the groups in which it is printed: `DN 4 01 9900000001`. */
export function formatCardNumber(number: string): string {
  return number.replace(/^([A-Z]{2})(\d)(\d{2})(\d{10})$/, '$1 $2 $3 $4');
}
