import {
  anyCode,
  choice,
  codeLike,
  day,
  daysInOrder,
  flag,
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
import { ClinicLevel, ClinicType, FormerClinicLevel } from './clinic.types';
import type { Clinic } from './clinic.entity';

/** The fields of one row of clinics. */
export interface ClinicDraft extends ListingDraft {
  readonly type: ClinicType;
  readonly level: ClinicLevel | null;
  readonly formerLevel: FormerClinicLevel | null;
  readonly contractFrom: string | null;
  readonly contractUntil: string | null;
  readonly initialRegistration: boolean | null;
  readonly sickLeaveFrom: string | null;
  readonly sickLeaveUntil: string | null;
  readonly managingOfficeCode: string | null;
}

const clinicCode = codeLike(/^\d{2}[0-9A-Z]{3}$/, {
  en: '5 characters: 2 digits and 3 digits or capital letters, for example 01C51',
  vi: '5 ký tự: 2 chữ số và 3 chữ số hoặc chữ in hoa, ví dụ 01C51',
});

/** Which column of a list of clinics means what. */
export const CLINIC_COLUMNS: RecordColumns<ClinicDraft> = {
  fields: {
    code: required(clinicCode, { en: 'Code of the clinic, 5 characters', vi: 'Mã CSKCB, 5 ký tự' }, true),
    ...LISTING_FIELDS,
    type: optional<ClinicType, ClinicType>(choice(ClinicType), ClinicType.OTHER, {
      en: 'Sort of facility (default OTHER)',
      vi: 'Loại hình (mặc định OTHER)',
    }),
    level: optional(choice(ClinicLevel), null, { en: 'Level since 2025', vi: 'Cấp chuyên môn kỹ thuật' }),
    formerLevel: optional(choice(FormerClinicLevel), null, { en: 'Level until 2024', vi: 'Tuyến' }),
    contractFrom: optional(day, null, { en: 'First day of the contract', vi: 'Ngày đầu hợp đồng' }),
    contractUntil: optional(day, null, {
      en: 'Last day of the contract; empty: it runs',
      vi: 'Ngày cuối hợp đồng; trống: còn hiệu lực',
    }),
    initialRegistration: optional(flag, null, {
      en: 'Whether cards can name it for initial registration',
      vi: 'Nhận đăng ký KCB ban đầu',
    }),
    sickLeaveFrom: optional(day, null, {
      en: 'First day it may issue sick-leave certificates',
      vi: 'Ngày đầu được cấp giấy nghỉ việc hưởng BHXH',
    }),
    sickLeaveUntil: optional(day, null, { en: 'Last day it may', vi: 'Ngày cuối được cấp' }),
    managingOfficeCode: optional(
      anyCode,
      null,
      { en: 'Code of the office that holds the contract', vi: 'Mã cơ quan BHXH ký hợp đồng' },
      true,
    ),
  },
  check: (draft) => {
    const found = checkListing(draft);
    if (draft.contractUntil !== null) found.push(...daysInOrder(draft, 'contractFrom', 'contractUntil'));
    if (draft.sickLeaveUntil !== null) found.push(...daysInOrder(draft, 'sickLeaveFrom', 'sickLeaveUntil'));
    return found;
  },
};

/** The row that a draft of a clinic becomes. */
export function clinicRow(draft: ClinicDraft, origin: RowOrigin): RowOf<Clinic> {
  return {
    type: draft.type,
    level: draft.level,
    formerLevel: draft.formerLevel,
    contractFrom: draft.contractFrom,
    contractUntil: draft.contractUntil,
    initialRegistration: draft.initialRegistration,
    sickLeaveFrom: draft.sickLeaveFrom,
    sickLeaveUntil: draft.sickLeaveUntil,
    managingOfficeCode: draft.managingOfficeCode,
    ...listingColumns(draft, origin),
  };
}
