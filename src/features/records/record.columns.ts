import {
  anyCode,
  choice,
  codeLike,
  day,
  daysInOrder,
  decimal,
  listOf,
  Misfit,
  optional,
  required,
} from '../../shared/columns';
import { type FieldMisfit, type RecordColumns, words } from '../../shared/columns';
import {
  benefitLevel,
  clinicCode,
  month,
  personKey,
  provinceCode,
  salaryDong,
  wholeDong,
} from '../people/personal.columns';
import type { Benefit } from './benefit.entity';
import type { Contribution } from './contribution.entity';
import type { HealthCard } from './health-card.entity';
import { BenefitKind, InsuranceKind, insuranceBits } from './insurance-kind.types';
import type { Visit } from './visit.entity';

const OWNER = required(personKey, { en: 'Key of the person in the files', vi: 'Khóa của người trong các tệp' });
const REGISTERED_CLINIC = optional(
  clinicCode,
  null,
  { en: 'Clinic of initial registration', vi: 'Nơi đăng ký KCB ban đầu' },
  true,
);

const MONTHS_REVERSED = new Misfit(
  'MONTHS_REVERSED',
  { en: 'comes before the first month', vi: 'đứng trước tháng đầu' },
  { en: 'Check whether the two columns are exchanged.', vi: 'Kiểm tra xem hai cột có bị đổi chỗ không.' },
);

function insuranceKinds(text: string): number | Misfit {
  const kinds = listOf(choice(InsuranceKind))(text);
  return kinds instanceof Misfit ? kinds : insuranceBits(kinds);
}

function monthsInOrder({ fromMonth, toMonth }: Contribution): FieldMisfit<Contribution>[] {
  return fromMonth <= toMonth ? [] : [{ field: 'toMonth', misfit: MONTHS_REVERSED, doubt: false }];
}

/** Which column of a list of contributions means what. */
export const CONTRIBUTION_COLUMNS: RecordColumns<Contribution> = {
  fields: {
    personId: OWNER,
    fromMonth: required(month, { en: 'First month', vi: 'Từ tháng' }),
    toMonth: required(month, { en: 'Last month', vi: 'Đến tháng' }),
    kindBits: required(insuranceKinds, {
      en: 'Insurances paid for: SOCIAL|UNEMPLOYMENT|OCCUPATIONAL|HEALTH',
      vi: 'Loại bảo hiểm đã đóng: SOCIAL|UNEMPLOYMENT|OCCUPATIONAL|HEALTH',
    }),
    employerCode: optional(anyCode, '', { en: 'Code of the employer', vi: 'Mã đơn vị' }, true),
    employerName: optional(words(300), null, { en: 'Name of the employer', vi: 'Tên đơn vị' }),
    position: optional(words(200), null, { en: 'Position', vi: 'Chức danh' }),
    workplace: optional(words(400), null, { en: 'Place of work', vi: 'Nơi làm việc' }),
    salaryVnd: optional(salaryDong, null, { en: 'Salary that is paid for, whole đồng', vi: 'Mức lương đóng, đồng' }),
    coefficient: optional(decimal(0, 20), null, { en: 'Coefficient of the pay scale', vi: 'Hệ số lương' }),
    currency: optional(codeLike(/^[A-Z]{3}$/, { en: '3 capital letters', vi: '3 chữ in hoa' }), 'VND', {
      en: 'Currency (default VND)',
      vi: 'Loại tiền (mặc định VND)',
    }),
  },
  check: monthsInOrder,
};

/** Which column of a list of benefits means what. */
export const BENEFIT_COLUMNS: RecordColumns<Benefit> = {
  fields: {
    personId: OWNER,
    kind: required<string>(choice(BenefitKind), { en: 'Sort of benefit', vi: 'Loại hưởng' }),
    fromDay: required(day, { en: 'First day', vi: 'Từ ngày' }),
    toDay: optional(day, null, { en: 'Last day', vi: 'Đến ngày' }),
    regime: required(words(120), { en: 'Name of the benefit', vi: 'Chế độ hưởng' }),
    amountVnd: required(wholeDong, { en: 'Amount, whole đồng', vi: 'Số tiền, đồng' }),
    filedBy: optional(words(300), null, { en: 'Who filed it', vi: 'Đơn vị đề nghị' }),
  },
  check: (draft) => daysInOrder(draft, 'fromDay', 'toDay'),
};

const visitCode = codeLike(/^[0-9A-Za-z._/-]{1,40}$/, {
  en: '1 to 40 letters, digits, dots, dashes or strokes',
  vi: '1 đến 40 chữ, số, dấu chấm, gạch',
});

/** Which column of a list of visits means what. */
export const VISIT_COLUMNS: RecordColumns<Visit> = {
  fields: {
    personId: OWNER,
    admittedOn: required(day, { en: 'Day of admission', vi: 'Ngày vào' }),
    dischargedOn: optional(day, null, { en: 'Day of discharge', vi: 'Ngày ra' }),
    clinicCode: required(clinicCode, { en: 'Code of the clinic', vi: 'Mã CSKCB' }, true),
    visitCode: optional(
      visitCode,
      '',
      { en: 'Code of the visit at the clinic, which tells visits of one day apart', vi: 'Mã lượt khám (mã liên kết)' },
      true,
    ),
    clinicName: optional(words(300), null, { en: 'Name of the clinic', vi: 'Tên CSKCB' }),
    diagnosis: optional(words(400), null, { en: 'Diagnosis', vi: 'Chẩn đoán' }),
    coveredVnd: required(wholeDong, { en: 'Paid by insurance, whole đồng', vi: 'BHYT chi trả, đồng' }),
    ownVnd: required(wholeDong, { en: 'Paid by the person, whole đồng', vi: 'Người bệnh chi trả, đồng' }),
  },
  check: (draft) => daysInOrder(draft, 'admittedOn', 'dischargedOn'),
};

/** Which column of a list of health cards means what. */
export const HEALTH_CARD_COLUMNS: RecordColumns<HealthCard> = {
  fields: {
    personId: OWNER,
    validFrom: required(day, { en: 'First day', vi: 'Giá trị từ ngày' }),
    validUntil: optional(day, null, { en: 'Last day', vi: 'Giá trị đến ngày' }),
    objectCode: required(codeLike(/^[A-Z]{2}$/, { en: '2 capital letters', vi: '2 chữ in hoa' }), {
      en: 'Object',
      vi: 'Mã đối tượng',
    }),
    benefitLevel: required(benefitLevel, { en: 'Benefit level, 1 to 5', vi: 'Mức hưởng, 1 đến 5' }),
    provinceCode: required(provinceCode, { en: 'Province in the number', vi: 'Mã tỉnh trong số thẻ' }, true),
    registeredClinicCode: REGISTERED_CLINIC,
    issuingOfficeCode: optional(anyCode, null, { en: 'Office that issued the card', vi: 'Cơ quan BHXH cấp thẻ' }, true),
    fiveYearsFrom: optional(day, null, {
      en: 'Day on which five continuous years are reached',
      vi: 'Thời điểm đủ 5 năm liên tục',
    }),
  },
  check: (draft) => daysInOrder(draft, 'validFrom', 'validUntil'),
};
