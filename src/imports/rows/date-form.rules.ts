import { month } from '../../features/people/personal.columns';
import { day, type FieldColumn } from '../../shared/columns';

/** How a list writes its days as text, by the names that manifests use. */
export const DATE_FORMS = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY/MM/DD'] as const;

export type DateForm = (typeof DATE_FORMS)[number];

interface Writing {
  readonly day: RegExp;
  readonly month: RegExp;
}

const MONTH_FIRST = /^(?<month>\d{1,2})[/.-](?<year>\d{4})$/;
const YEAR_FIRST = /^(?<year>\d{4})[/.-](?<month>\d{1,2})$/;
const WRITINGS: Readonly<Record<DateForm, Writing>> = {
  'YYYY-MM-DD': { day: /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/, month: /^(?<year>\d{4})-(?<month>\d{2})$/ },
  'DD/MM/YYYY': { day: /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/, month: MONTH_FIRST },
  'MM/DD/YYYY': { day: /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[/.-](?<year>\d{4})$/, month: MONTH_FIRST },
  'YYYY/MM/DD': { day: /^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/, month: YEAR_FIRST },
};

/** Gives `2025-07-01` or `2025-07` for a text of the form; anything else as it is, for the field to judge. */
export type DateReading = (text: string) => string;

const AS_IT_IS: DateReading = (text) => text;

/** How the texts of a field become days or months of ISO 8601; fields of other things are left alone. */
export function dateReading({ read }: FieldColumn<unknown>, form: DateForm | null): DateReading {
  const part = read === day ? 'day' : read === month ? 'month' : null;
  if (form === null || part === null) return AS_IT_IS;
  const pattern = WRITINGS[form][part];
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (!found) return text;
    const parts = [found['year'], found['month'], found['day']].filter((piece) => piece !== undefined);
    return parts.map((piece) => piece.padStart(2, '0')).join('-');
  };
}
