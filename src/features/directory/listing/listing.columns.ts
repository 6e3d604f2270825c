import { day, daysInOrder, flag, listOf, Misfit, optional, required, words } from '../../../shared/columns';
import { type FieldColumn, type FieldMisfit } from '../../../shared/columns';
import { checkPosition, POSITION_FIELDS, PRECISION_FIELD } from '../../geography/position.columns';
import { type PositionPrecision } from '../../geography/position.types';
import { unitCode } from '../../geography/unit/unit.columns';
import { type Phone } from './listing.types';

/** The fields that rows of all listings have. */
export interface ListingDraft {
  readonly code: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly address: string | null;
  readonly unitCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly positionPrecision: PositionPrecision | null;
  readonly phones: Phone[] | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly openingHours: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly verifiedAt: string | null;
  readonly demonstration: boolean;
}

/** What a row gets from outside its cells: the unit its code names and where its file comes from. */
export interface RowOrigin {
  readonly unitKey: string | null;
  readonly sourceId: number;
  /** Day the source was checked, for rows that do not say. */
  readonly verifiedAt: string | null;
}

/** The columns of a listing's row that come straight from its draft. */
export type ListingColumns = Omit<ListingDraft, 'unitCode' | 'phones'> & {
  readonly unitKey: string | null;
  readonly phoneNumbers: Phone[] | null;
  readonly sourceId: number;
};

const PHONE = /^\+?[0-9(][0-9 .()-]{1,28}$/;
const BAD_PHONE = new Misfit(
  'BAD_PHONE',
  {
    en: 'is not a telephone number; expected 3 to 15 digits with spaces, dots, brackets or hyphens',
    vi: 'không phải là số điện thoại; cần 3 đến 15 chữ số, có thể kèm dấu cách, chấm, ngoặc, gạch nối',
  },
  {
    en: 'Separate several numbers by | and write a label as "label: number".',
    vi: 'Ngăn cách các số bằng | và viết nhãn dạng "nhãn: số".',
  },
);

/** A telephone number as published, without or with a label before a colon. */
export function phone(text: string): Phone | Misfit {
  const colon = text.lastIndexOf(':');
  const label = text.slice(0, Math.max(colon, 0)).trim();
  const number = text.slice(colon + 1).trim();
  const digits = number.replace(/\D/g, '').length;
  if (!PHONE.test(number) || digits < 3 || digits > 15 || label.length > 200) return BAD_PHONE;
  return { label: label === '' ? null : label, number };
}

const EMAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/;
const BAD_EMAIL = new Misfit(
  'BAD_EMAIL',
  { en: 'is not an e-mail address', vi: 'không phải là địa chỉ thư điện tử' },
  { en: 'Write one address like bhxh@example.vn.', vi: 'Viết một địa chỉ dạng bhxh@example.vn.' },
);

function email(text: string): string | Misfit {
  return text.length <= 200 && EMAIL.test(text) ? text : BAD_EMAIL;
}

const BAD_WEBSITE = new Misfit(
  'BAD_WEB_ADDRESS',
  {
    en: 'is not a web address; expected http:// or https:// and a host',
    vi: 'không phải là địa chỉ trang web; cần http:// hoặc https:// và tên máy chủ',
  },
  { en: 'Write for example https://baohiemxahoi.gov.vn.', vi: 'Viết ví dụ https://baohiemxahoi.gov.vn.' },
);

function website(text: string): string | Misfit {
  if (text.length > 300 || !/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return BAD_WEBSITE;
  return new URL(text).hostname.includes('.') ? text : BAD_WEBSITE;
}

/** The columns that all listings share, but for the code, which differs by kind. */
export const LISTING_FIELDS = {
  name: required(words(500), { en: 'Public name', vi: 'Tên' }),
  formerName: optional(words(500), null, { en: 'Name before', vi: 'Tên cũ' }),
  address: optional(words(500), null, { en: 'Address line as published', vi: 'Địa chỉ' }),
  unitCode: optional(
    unitCode,
    null,
    { en: 'Code of the administrative unit, old or new', vi: 'Mã đơn vị hành chính, cũ hoặc mới' },
    true,
  ),
  ...POSITION_FIELDS,
  positionPrecision: PRECISION_FIELD,
  phones: optional(
    listOf(phone),
    null,
    { en: 'Telephone numbers: "number | label: number"', vi: 'Số điện thoại: "số | nhãn: số"' },
    true,
  ),
  email: optional(email, null, { en: 'E-mail address', vi: 'Thư điện tử' }),
  website: optional(website, null, { en: 'Web address', vi: 'Trang web' }),
  openingHours: optional(words(500), null, { en: 'Opening hours in words', vi: 'Giờ làm việc' }),
  validFrom: optional(day, null, { en: 'First day the entry exists', vi: 'Ngày đầu tồn tại' }),
  validUntil: optional(day, null, { en: 'Last day the entry exists', vi: 'Ngày cuối tồn tại' }),
  verifiedAt: optional(day, null, {
    en: "Day the entry was last checked; else that of the manifest's source",
    vi: 'Ngày kiểm tra gần nhất; mặc định lấy của nguồn',
  }),
  demonstration: optional<boolean, boolean>(flag, false, {
    en: 'True for made-up entries (default false)',
    vi: 'Đúng nếu là dữ liệu minh họa (mặc định sai)',
  }),
} satisfies { [Field in Exclude<keyof ListingDraft, 'code'>]: FieldColumn<ListingDraft[Field]> };

const NO_PRECISION = new Misfit(
  'PRECISION_MISSING',
  { en: 'a position needs its precision', vi: 'vị trí phải kèm độ chính xác' },
  { en: 'Map a column or a constant to positionPrecision.', vi: 'Ánh xạ một cột hoặc hằng số cho positionPrecision.' },
);
const NO_POSITION = new Misfit(
  'POSITION_MISSING',
  { en: 'a precision without a position says nothing', vi: 'có độ chính xác nhưng không có vị trí' },
  {
    en: 'Fill in latitude and longitude or empty the precision.',
    vi: 'Điền vĩ độ và kinh độ hoặc để trống độ chính xác.',
  },
);
const SHOUTED = new Misfit(
  'NAME_ALL_CAPITALS',
  { en: 'the name is all capitals; it is shown as it is', vi: 'tên viết toàn chữ hoa; sẽ hiển thị nguyên như vậy' },
  { en: 'Write the name as it should be read.', vi: 'Viết tên theo cách viết thông thường.' },
);

/** An abbreviation may be all capitals; words of several letters in a row of three are shouting. */
function isShouted(name: string): boolean {
  return name.length >= 12 && name === name.toUpperCase() && /\p{Lu}{3,} \p{Lu}{3,}/u.test(name);
}

/** What must hold between the fields of any listing. */
export function checkListing<Draft extends ListingDraft>(draft: Draft): FieldMisfit<Draft>[] {
  const found: FieldMisfit<Draft>[] = [...checkPosition(draft), ...daysInOrder(draft, 'validFrom', 'validUntil')];
  const placed = draft.latitude !== null && draft.longitude !== null;
  if (placed && draft.positionPrecision === null)
    found.push({ field: 'positionPrecision', misfit: NO_PRECISION, doubt: false });
  const unplaced = draft.latitude === null && draft.longitude === null;
  if (unplaced && draft.positionPrecision !== null)
    found.push({ field: 'positionPrecision', misfit: NO_POSITION, doubt: false });
  if (isShouted(draft.name)) found.push({ field: 'name', misfit: SHOUTED, doubt: true });
  return found;
}

/**
 * The columns of a row that all listings share. Spread it last in a literal: properties written after a spread cost V8
 * ten times as much, which a million rows feel.
 */
export function listingColumns(draft: ListingDraft, origin: RowOrigin): ListingColumns {
  return {
    code: draft.code,
    name: draft.name,
    formerName: draft.formerName,
    address: draft.address,
    unitKey: origin.unitKey,
    latitude: draft.latitude,
    longitude: draft.longitude,
    positionPrecision: draft.positionPrecision,
    phoneNumbers: draft.phones,
    email: draft.email,
    website: draft.website,
    openingHours: draft.openingHours,
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    sourceId: origin.sourceId,
    verifiedAt: draft.verifiedAt ?? origin.verifiedAt,
    demonstration: draft.demonstration,
  };
}
