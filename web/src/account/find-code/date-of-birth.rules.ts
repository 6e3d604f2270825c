/**
 * A date as people write it (`15/5/1990`, `15-05-1990`, `15.05.1990`, `15051990`) as `YYYY-MM-DD`; null for what is no
 * day of the calendar, or lies ahead.
 */
export function readDateOfBirth(typed: string, today: string): string | null {
  const [, day, month, year] =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(typed.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim()) ??
    [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDay = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().slice(0, 10) === date;
  return isDay && date <= today && year >= '1900' ? date : null;
}
