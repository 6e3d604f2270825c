import type { Content } from 'pdfmake';
import { BenefitKind, InsuranceKind } from '../../insurance-kind.types';
import type {
  ExportedBenefit,
  ExportedContribution,
  ExportedCard,
  ExportedContributions,
  ExportedRecord,
  ExportedVisit,
} from '../personal-export.types';
import { BENEFIT_NAMES, INSURANCE_NAMES } from './paper-labels';
import { type PaperColumn, paperTable } from './paper-tables';
import { dayText, monthOf, spanText, vndText } from './paper-words.rules';

const CARD: readonly PaperColumn<ExportedCard>[] = [
  { heading: 'Số thẻ', width: 95, text: ({ number }) => number },
  { heading: 'Đối tượng', width: 50, text: ({ objectCode }) => objectCode },
  { heading: 'Mức hưởng', width: 65, text: (card) => levelText(card) },
  { heading: 'Giá trị từ', width: 60, text: ({ validFrom }) => dayText(validFrom) },
  { heading: 'Đến', width: 60, text: ({ validUntil }) => dayText(validUntil) },
  { heading: 'Đủ 5 năm từ', width: 60, text: ({ fiveYearsFrom }) => dayText(fiveYearsFrom) },
  { heading: 'Nơi ĐK KCB', width: '*', text: ({ registeredClinicCode }) => registeredClinicCode ?? '' },
];

const PERIOD: readonly PaperColumn<ExportedContribution>[] = [
  { heading: 'Từ tháng', width: 42, text: ({ fromMonth }) => monthOf(fromMonth) },
  { heading: 'Đến tháng', width: 44, text: ({ toMonth }) => monthOf(toMonth) },
  {
    heading: 'Đơn vị',
    width: '*',
    text: ({ employerName, employerCode }) => `${employerName ?? 'Tự đóng'} ${employerCode}`,
  },
  { heading: 'Chức danh', width: 70, text: ({ position }) => position ?? '' },
  { heading: 'Nơi làm việc', width: 90, text: ({ workplace }) => workplace ?? '' },
  { heading: 'Mức đóng', width: 66, isRight: true, text: ({ salaryVnd, currency }) => salaryText(salaryVnd, currency) },
  { heading: 'Hệ số', width: 28, isRight: true, text: ({ coefficient }) => coefficientText(coefficient) },
];

const BENEFIT: readonly PaperColumn<ExportedBenefit>[] = [
  { heading: 'Chế độ hưởng', width: 130, text: ({ regime }) => regime },
  { heading: 'Từ ngày', width: 56, text: ({ from }) => dayText(from) },
  { heading: 'Đến ngày', width: 56, text: ({ to }) => dayText(to) },
  { heading: 'Số tiền', width: 80, isRight: true, text: ({ amountVnd }) => vndText(amountVnd) },
  { heading: 'Đơn vị đề nghị', width: '*', text: ({ filedBy }) => filedBy ?? '' },
];

const VISIT: readonly PaperColumn<ExportedVisit>[] = [
  { heading: 'Ngày vào', width: 54, text: ({ admittedAt }) => dayText(admittedAt) },
  { heading: 'Ngày ra', width: 54, text: ({ dischargedAt }) => dayText(dischargedAt) },
  { heading: 'Cơ sở KCB', width: '*', text: ({ clinicCode, clinicName }) => `${clinicName ?? ''} (${clinicCode})` },
  { heading: 'Chẩn đoán', width: 120, text: ({ diagnosis }) => diagnosis ?? '' },
  { heading: 'BHYT chi trả', width: 70, isRight: true, text: ({ coveredVnd }) => vndText(coveredVnd) },
  { heading: 'Tự chi trả', width: 66, isRight: true, text: ({ ownVnd }) => vndText(ownVnd) },
];

/** Card, contributions, visits and benefits; numbered from `first` on where they are sections of their own. */
export function recordSections(record: ExportedRecord, first: number | null): Content[] {
  const title = (place: number, text: string): Content =>
    first === null ? { text, style: 'part' } : { text: `${first + place}. ${text}`, style: 'section' };
  return [
    title(0, 'Thẻ BHYT'),
    paperTable(record.healthCards, CARD),
    title(1, 'Quá trình tham gia'),
    ...Object.values(InsuranceKind).flatMap((kind) => contributionParts(kind, record.contributions[kind])),
    title(2, 'Sổ khám chữa bệnh'),
    paperTable(record.visits, VISIT),
    title(3, 'Thông tin hưởng'),
    ...Object.values(BenefitKind).flatMap((kind) => [
      { text: BENEFIT_NAMES[kind], style: 'part' },
      paperTable(record.benefits[kind], BENEFIT),
    ]),
  ];
}

function contributionParts(kind: InsuranceKind, { total, periods }: ExportedContributions): Content[] {
  const gaps = total.gaps.map(({ fromMonth, toMonth }) => `${monthOf(fromMonth)}–${monthOf(toMonth)}`);
  return [
    { text: INSURANCE_NAMES[kind], style: 'part' },
    { text: `Tổng thời gian tham gia: ${spanText(total)}` },
    ...(gaps.length > 0 ? [{ text: `Thời gian gián đoạn: ${gaps.join(', ')}`, style: 'remark' }] : []),
    paperTable(periods, PERIOD),
  ];
}

function levelText({ benefitLevel, coveragePercent }: ExportedCard): string {
  return coveragePercent === null ? String(benefitLevel) : `${benefitLevel} (${coveragePercent} %)`;
}

function salaryText(salaryVnd: number | null, currency: string): string {
  return currency === 'VND' || salaryVnd === null ? vndText(salaryVnd) : `${vndText(salaryVnd)} (${currency})`;
}

function coefficientText(coefficient: number | null): string {
  return coefficient === null ? '' : String(coefficient).replace('.', ',');
}
