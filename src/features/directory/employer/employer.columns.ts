import {
  anyCode,
  choice,
  codeLike,
  flag,
  Misfit,
  optional,
  required,
  type RecordColumns,
} from '../../../shared/columns';
import {
  checkListing,
  LISTING_FIELDS,
  listingColumns,
  type ListingDraft,
  type RowOrigin,
} from '../listing/listing.columns';
import type { RowOf } from '../../../database/versioned-row.entity';
import { EmployerStatus } from './employer.types';
import type { Employer } from './employer.entity';

/** The fields of one row of employers. */
export interface EmployerDraft extends ListingDraft {
  readonly taxCode: string | null;
  readonly status: EmployerStatus;
  readonly soleTrader: boolean;
  readonly managingOfficeCode: string | null;
}

const taxCode = codeLike(/^(\d{10}(-\d{3})?|\d{12})$/, {
  en: '10 digits, 10 digits with a branch (0123456789-001), or the 12 digits of a person',
  vi: '10 chữ số, 10 chữ số kèm chi nhánh (0123456789-001), hoặc 12 chữ số của cá nhân',
});

/** Business code, 2-letter object, 3-character industry: the code of an employer since the numbering by business code. */
const CODE_WITH_TAX_CODE = /^(\d{10})[A-Z]{2}[0-9A-Z]{3}$/;
const PERSONAL_TAX_CODE_LENGTH = 12;
/** Twelve digits are the number of a person; a business code has ten, or thirteen with its branch. */
const PERSONAL_CODE = /^\d{12}(?!\d)/;

const PERSONAL = new Misfit(
  'PERSONAL_CODE',
  {
    en: 'begins with the 12-digit number of a person, which nobody may read here',
    vi: 'bắt đầu bằng số định danh cá nhân 12 chữ số, không được công khai',
  },
  { en: 'Give the code of the agency for this employer.', vi: 'Khai mã đơn vị do cơ quan BHXH cấp.' },
);

/** Which column of a list of employers means what. */
export const EMPLOYER_COLUMNS: RecordColumns<EmployerDraft> = {
  fields: {
    code: required(
      anyCode,
      { en: 'Code of the employer, for example 0123456789DNA03', vi: 'Mã đơn vị, ví dụ 0123456789DNA03' },
      true,
    ),
    ...LISTING_FIELDS,
    taxCode: optional(
      taxCode,
      null,
      {
        en: 'Tax code; else taken from a code that begins with it',
        vi: 'Mã số thuế; mặc định lấy từ mã đơn vị nếu có',
      },
      true,
    ),
    status: required(choice(EmployerStatus), { en: 'Whether it takes part', vi: 'Tình trạng tham gia' }),
    soleTrader: optional<boolean, boolean>(flag, false, {
      en: 'True for a natural person; always true with a 12-digit tax code (default false)',
      vi: 'Đúng nếu là cá nhân; luôn đúng khi mã số thuế có 12 chữ số (mặc định sai)',
    }),
    managingOfficeCode: optional(
      anyCode,
      null,
      { en: 'Code of the office it reports to', vi: 'Mã cơ quan BHXH quản lý' },
      true,
    ),
  },
  check: (draft) => {
    const found = checkListing(draft);
    if (PERSONAL_CODE.test(draft.code)) found.push({ field: 'code', misfit: PERSONAL, doubt: false });
    return found;
  },
};

/** The row that a draft of an employer becomes. */
export function employerRow(draft: EmployerDraft, origin: RowOrigin): RowOf<Employer> {
  const tax = draft.taxCode ?? CODE_WITH_TAX_CODE.exec(draft.code)?.[1] ?? null;
  return {
    taxCode: tax,
    status: draft.status,
    soleTrader: draft.soleTrader || tax?.length === PERSONAL_TAX_CODE_LENGTH,
    managingOfficeCode: draft.managingOfficeCode,
    ...listingColumns(draft, origin),
  };
}
