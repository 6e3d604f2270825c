const AGENCY_TIME_ZONE = 'Asia/Ho_Chi_Minh';
/** Viet Nam keeps UTC+7 all year, since 1975-06-13. */
const UTC_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const agencyMoment = new Intl.DateTimeFormat('en-GB', {
  timeZone: AGENCY_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The agency's calendar day (`YYYY-MM-DD`, Asia/Ho_Chi_Minh) at the instant `now`. */
export function agencyToday(now: Date = new Date()): string {
  return new Date(now.getTime() + UTC_OFFSET_MS).toISOString().slice(0, 10);
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

/** An instant as people of the agency write it: `14:05 22/11/2026`. */
export function agencyTime(instant: string): string {
  const parts = new Map(agencyMoment.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('hour')}:${part('minute')} ${part('day')}/${part('month')}/${part('year')}`;
}

/** A calendar day of the agency and how long it still lasts. */
export interface AgencyDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly secondsLeft: number;
}

/**
 * The agency's day at an instant (milliseconds since 1970). "Today" is a default argument of many fields, so answers are
 * kept by day; formatting a date is slow, so the day is worked out once and remembered until it ends.
 */
export function createAgencyDay(): (now: number) => AgencyDay {
  let day = '';
  let startsAt = 0;
  let endsAt = 0;
  return (now) => {
    if (now >= endsAt || now < startsAt) {
      day = agencyToday(new Date(now));
      startsAt = Math.floor((now + UTC_OFFSET_MS) / DAY_MS) * DAY_MS - UTC_OFFSET_MS;
      endsAt = startsAt + DAY_MS;
    }
    return { day, secondsLeft: Math.floor((endsAt - now) / 1000) };
  };
}
