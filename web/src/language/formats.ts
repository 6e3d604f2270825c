import { type Catalogue, type Language } from './catalogue';

const locales = { vi: 'vi-VN', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters are slow to make on a cheap phone: each is made once, when it is first needed. */
function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits });
  formatters.set(key, known);
  return known;
}

let agencyDay: Intl.DateTimeFormat | null = null;

/** A day as `YYYY-MM-DD` on the agency's clock. */
function dayOf(moment: Date): string {
  agencyDay ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  return agencyDay.format(moment);
}

/** Groups of three digits, as the language writes them: 14.285 or 14,285. */
export function formatCount(count: number, language: Language): string {
  return numberFormat(language, 0).format(count);
}

/** Metres under one kilometre (rounded to ten), kilometres above. */
export function formatDistance(distanceMeters: number, language: Language): string {
  if (distanceMeters < 995) return `${Math.max(10, Math.round(distanceMeters / 10) * 10)} m`;
  const kilometres = distanceMeters / 1000;
  return `${numberFormat(language, kilometres < 10 ? 1 : 0).format(kilometres)} km`;
}

/** `2014-05-15` or an instant, as `15/05/2014`: the way dates are read in Vietnam, on the agency's clock. */
export function formatDate(date: string): string {
  const day = date.length > 10 ? dayOf(new Date(date)) : date;
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** Today on the agency's clock, `YYYY-MM-DD`. */
export function today(): string {
  return dayOf(new Date());
}

/** How long ago, in the largest fitting unit. */
export function formatAge(storedAt: number, texts: Catalogue, now = Date.now()): string {
  const minutes = Math.floor((now - storedAt) / 60_000);
  if (minutes < 60) return texts.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? texts.hoursAgo(hours) : texts.daysAgo(Math.floor(hours / 24));
}
