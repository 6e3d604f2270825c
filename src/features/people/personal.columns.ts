import { codeLike, Misfit, whole } from '../../shared/columns';
import { isMonth } from '../../shared/months.rules';

const LARGEST_PERSON_ID = 2_147_483_646;
const BAD_MONTH = new Misfit(
  'BAD_MONTH',
  { en: 'is not a month; expected YYYY-MM', vi: 'không phải là tháng; cần dạng YYYY-MM' },
  { en: 'Write for example 2014-05.', vi: 'Viết ví dụ 2014-05.' },
);

/** The number by which the files of one system name a person; never shown to anyone. */
export const personKey = whole(1, LARGEST_PERSON_ID);

/** An amount in whole đồng. */
export const wholeDong = whole(0, 1_000_000_000_000);

/** A salary in whole đồng. */
export const salaryDong = whole(0, 2_000_000_000);

/** A level of benefits, 1 to 5. */
export const benefitLevel = whole(1, 5);

/** A month, `YYYY-MM`. */
export function month(text: string): string | Misfit {
  return isMonth(text) ? text : BAD_MONTH;
}

/** Code of a clinic: 2 digits and 3 characters. */
export const clinicCode = codeLike(/^\d{2}[0-9A-Z]{3}$/, {
  en: '2 digits and 3 digits or capital letters',
  vi: '2 chữ số và 3 chữ số hoặc chữ in hoa',
});

/** Code of a province: 2 digits. */
export const provinceCode = codeLike(/^\d{2}$/, { en: '2 digits', vi: '2 chữ số' });
