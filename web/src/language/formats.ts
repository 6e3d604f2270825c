import { type Catalogue, type Language } from './catalogue';

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };
const oneDecimal = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

/** Groups of three digits, as the language writes them: 14.285 or 14,285. */
export function formatCount(count: number, language: Language): string {
  return numbers[language].format(count);
}

/** Metres under one kilometre (rounded to ten), kilometres above. */
export function formatDistance(distanceMeters: number, language: Language): string {
  if (distanceMeters < 995) return `${Math.max(10, Math.round(distanceMeters / 10) * 10)} m`;
  const kilometres = distanceMeters / 1000;
  return `${(kilometres < 10 ? oneDecimal : numbers)[language].format(kilometres < 10 ? kilometres : Math.round(kilometres))} km`;
}

/** `2014-05-15` or an instant, as `15/05/2014`: the way dates are read in Vietnam, on the agency's clock. */
export function formatDate(date: string): string {
  const day =
    date.length > 10 ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(date)) : date;
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** Today on the agency's clock, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
}

/** How long ago, in the largest fitting unit. */
export function formatAge(storedAt: number, texts: Catalogue, now = Date.now()): string {
  const minutes = Math.floor((now - storedAt) / 60_000);
  if (minutes < 60) return texts.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? texts.hoursAgo(hours) : texts.daysAgo(Math.floor(hours / 24));
}
