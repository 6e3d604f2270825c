const AGENCY_TIME_ZONE = 'Asia/Ho_Chi_Minh';
const agencyDay = new Intl.DateTimeFormat('en-CA', { timeZone: AGENCY_TIME_ZONE, dateStyle: 'short' });
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The agency's calendar day (`YYYY-MM-DD`, Asia/Ho_Chi_Minh) at the instant `now`. */
export function agencyToday(now: Date = new Date()): string {
  return agencyDay.format(now);
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the closed interval of days [`from`, `until`] holds `day`; a missing end is open. All are `YYYY-MM-DD`. */
export function holdsOn(day: string, from: string | null, until: string | null): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

/** A day as the integer 20250701, so that days compare and pack as numbers; a missing day is `missing`. */
export function dayNumber(day: string | null, missing: number): number {
  return day === null ? missing : Number(day.replaceAll('-', ''));
}

/** The day that `dayNumber` made 20250701 of. */
export function dayOfNumber(number: number): string {
  return String(number).replace(/(\d+)(\d\d)(\d\d)$/, '$1-$2-$3');
}
