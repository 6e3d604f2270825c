import {
  anyCode,
  choice,
  day,
  flag,
  listOf,
  Misfit,
  optional,
  required,
  words,
  type RecordColumns,
} from '../../../shared/columns';
import {
  checkListing,
  LISTING_FIELDS,
  listingColumns,
  phone,
  type ListingDraft,
  type RowOrigin,
} from '../listing/listing.columns';
import type { RowOf } from '../../../database/versioned-row.entity';
import { OfficeLevel, type Department } from './office.types';
import type { Office } from './office.entity';

/** The fields of one row of offices. */
export interface OfficeDraft extends ListingDraft {
  readonly level: OfficeLevel;
  readonly codeIsOfficial: boolean;
  readonly parentCode: string | null;
  readonly departments: Department[] | null;
  readonly temporarySeatAddress: string | null;
  readonly temporarySeatUntil: string | null;
  readonly predecessorCodes: string[] | null;
}

/** A department with its telephone, `name: number`, or the name alone. */
function department(text: string): Department | Misfit {
  if (!text.includes(':')) return { name: text, phone: null };
  const labelled = phone(text);
  if (labelled instanceof Misfit) return labelled;
  return labelled.label === null
    ? { name: labelled.number, phone: null }
    : { name: labelled.label, phone: labelled.number };
}

/** Which column of a list of offices means what. */
export const OFFICE_COLUMNS: RecordColumns<OfficeDraft> = {
  fields: {
    code: required(anyCode, { en: 'Code of the office', vi: 'Mã cơ quan BHXH' }, true),
    ...LISTING_FIELDS,
    level: required(choice(OfficeLevel), { en: 'Where the office stands in the agency', vi: 'Cấp cơ quan' }),
    codeIsOfficial: optional<boolean, boolean>(flag, true, {
      en: 'False for a code made for this directory (default true)',
      vi: 'Sai nếu mã tự đặt (mặc định đúng)',
    }),
    parentCode: optional(anyCode, null, { en: 'Code of the office above', vi: 'Mã cơ quan cấp trên' }, true),
    departments: optional(listOf(department), null, {
      en: 'Departments: "name: number | name"',
      vi: 'Phòng ban: "tên: số | tên"',
    }),
    temporarySeatAddress: optional(words(500), null, {
      en: 'Address of a temporary seat',
      vi: 'Địa chỉ trụ sở tạm thời',
    }),
    temporarySeatUntil: optional(day, null, { en: 'Last day there', vi: 'Ngày cuối ở trụ sở tạm thời' }),
    predecessorCodes: optional(
      listOf(anyCode),
      null,
      { en: 'Codes of the offices it took over, separated by |', vi: 'Mã các cơ quan tiền thân, ngăn cách bằng |' },
      true,
    ),
  },
  check: checkListing,
};

/** The row that a draft of an office becomes. */
export function officeRow(draft: OfficeDraft, origin: RowOrigin): RowOf<Office> {
  return {
    level: draft.level,
    codeIsOfficial: draft.codeIsOfficial,
    parentCode: draft.parentCode,
    departmentList: draft.departments,
    temporarySeatAddress: draft.temporarySeatAddress,
    temporarySeatUntil: draft.temporarySeatUntil,
    predecessorCodes: draft.predecessorCodes,
    ...listingColumns(draft, origin),
  };
}
