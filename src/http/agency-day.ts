import { agencyToday } from '../shared/calendar';

/** A calendar day of the agency and how long it still lasts. */
export interface AgencyDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly secondsLeft: number;
}

/** Viet Nam keeps UTC+7 all year. */
const UTC_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

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
