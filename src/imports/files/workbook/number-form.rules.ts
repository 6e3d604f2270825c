/** How a number of a sheet is shown: as a day, a month, a time, with leading zeros up to a length, or as it is. */
export type NumberForm = 'PLAIN' | 'DAY' | 'MONTH' | 'DAY_AND_TIME' | 'TIME' | { readonly zeros: number };

const DAY_FORMS = new Set([14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const TIME_FORMS = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47]);
const MONTH_FORM = 17;
const DAY_AND_TIME_FORM = 22;
const SECONDS_A_DAY = 86_400;
const MS_A_DAY = SECONDS_A_DAY * 1000;
/** Day 0 of both calendars of spreadsheets. Day 60 of the first is 1900-02-29, which never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY_THAT_NEVER_WAS = 60;
const LAST_DAY = 2_958_465;

/** The form that a built-in number or the code of a format gives (ECMA-376 part 1, 18.8.30). */
export function numberForm(id: number, code: string | undefined): NumberForm {
  if (code === undefined) {
    if (DAY_FORMS.has(id)) return 'DAY';
    if (TIME_FORMS.has(id)) return 'TIME';
    if (id === MONTH_FORM) return 'MONTH';
    return id === DAY_AND_TIME_FORM ? 'DAY_AND_TIME' : 'PLAIN';
  }
  // Only the part for positive numbers counts; texts in quotes, escaped letters and colours are no signs of a date.
  if (/\[[hms]+\]/i.test(code)) return 'PLAIN';
  const signs = (code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';', 1)[0] ?? '').toLowerCase();
  if (signs.includes('general')) return 'PLAIN';
  if (/^0{2,}$/.test(signs)) return { zeros: signs.length };
  const hasTime = /[hs]/.test(signs);
  if (signs.includes('d')) return hasTime ? 'DAY_AND_TIME' : 'DAY';
  if (hasTime) return 'TIME';
  return /[my]/.test(signs) ? 'MONTH' : 'PLAIN';
}

/** What a sheet shows for a number: `2025-07-01`, `2025-07`, `2025-07-01T08:30:00`, `08:30`, `01001` or the number itself. */
export function shownNumber(value: number, form: NumberForm, is1904: boolean): string {
  if (typeof form === 'object') return isWhole(value) ? String(value).padStart(form.zeros, '0') : String(value);
  if (form === 'PLAIN' || value < 0 || value > LAST_DAY) return String(value);
  // Times are fractions of a day, so they are rounded to seconds.
  const seconds = Math.round(value * SECONDS_A_DAY);
  const time = new Date((seconds % SECONDS_A_DAY) * 1000).toISOString().slice(11, 19);
  if (form === 'TIME') return time.endsWith(':00') ? time.slice(0, 5) : time;
  if (form === 'DAY') return dayOf(Math.floor(value), is1904);
  const day = dayOf(Math.floor(seconds / SECONDS_A_DAY), is1904);
  if (form === 'MONTH') return day.slice(0, 7);
  return seconds % SECONDS_A_DAY === 0 ? day : `${day}T${time}`;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function dayOf(serial: number, is1904: boolean): string {
  const days = is1904 || serial < DAY_THAT_NEVER_WAS ? serial : serial - 1;
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + days * MS_A_DAY).toISOString().slice(0, 10);
}
