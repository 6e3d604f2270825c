import type { BilingualMessage } from '../../../shared/errors';

/** Stands on every export: whose service this is not. */
export const NOT_AFFILIATED: BilingualMessage = {
  vi: 'Dịch vụ độc lập, không thuộc và không đại diện cho Bảo hiểm xã hội Việt Nam. Tài liệu này không thay thế giấy tờ do cơ quan BHXH cấp.',
  en: 'An independent service, not affiliated with Vietnam Social Security. This is no substitute for papers of the agency.',
};

/** Stands on the export of a person who was made up. */
export const DEMONSTRATION: BilingualMessage = {
  vi: 'Dữ liệu minh họa: người này không có thật.',
  en: 'Demonstration data: this person does not exist.',
};

/** Why the file exists. */
export const RIGHT_TO_SEE: BilingualMessage = {
  vi: 'Toàn bộ dữ liệu đang lưu về bạn, theo quyền được biết và xem dữ liệu cá nhân (Luật 91/2025/QH15).',
  en: 'Everything that is on record about you, by your right to see it (Law 91/2025/QH15).',
};

/** What the names of fields, units and codes in the file mean. */
export const MEANINGS: Readonly<Record<string, BilingualMessage>> = {
  amounts: {
    vi: 'Mọi số tiền (…Vnd) là đồng Việt Nam, số nguyên; trợ cấp hàng tháng: số tiền một tháng.',
    en: 'All amounts (…Vnd) are whole đồng; of monthly benefits the amount of one month.',
  },
  months: { vi: 'Tháng viết YYYY-MM, tính cả hai đầu.', en: 'Months are YYYY-MM, both ends within.' },
  days: { vi: 'Ngày viết YYYY-MM-DD, theo giờ Việt Nam.', en: 'Days are YYYY-MM-DD, in Vietnam.' },
  instants: {
    vi: 'Thời điểm viết theo ISO 8601, giờ UTC (giờ Việt Nam trừ 7).',
    en: 'Instants are ISO 8601 in UTC (7 hours behind Vietnam).',
  },
  total: {
    vi: 'Tổng thời gian tham gia: số tháng khác nhau; tháng có hai nơi cùng đóng chỉ tính một lần. gaps: thời gian gián đoạn.',
    en: 'Total time: distinct months; a month that two employers paid for counts once. gaps: months nobody paid for.',
  },
  contributions: {
    vi: 'SOCIAL: BHXH; UNEMPLOYMENT: BHTN; OCCUPATIONAL: BHTNLĐ-BNN; HEALTH: BHYT. Một quá trình có thể nằm trong nhiều loại.',
    en: 'SOCIAL, UNEMPLOYMENT, OCCUPATIONAL (accidents and diseases) and HEALTH insurance. A period can stand in several.',
  },
  benefits: {
    vi: 'LUMP_SUM: một lần; SICKNESS_MATERNITY: ốm đau, thai sản, dưỡng sức; MONTHLY: hàng tháng; HEALTH: BHYT.',
    en: 'LUMP_SUM: paid once; SICKNESS_MATERNITY: with convalescence; MONTHLY; HEALTH: paid by health insurance.',
  },
  benefitLevel: {
    vi: 'Mức hưởng BHYT từ 1 đến 5; coveragePercent: phần trăm chi phí BHYT chi trả trong phạm vi được hưởng.',
    en: 'Benefit level 1 to 5; coveragePercent: share of the costs within its scope that insurance pays.',
  },
  coefficient: { vi: 'Hệ số lương theo thang bảng lương Nhà nước.', en: 'Coefficient of the pay scale of the state.' },
  purpose: {
    vi: 'FIND_CODE: tra cứu mã số; VERIFY_CODE: xác minh mã số; CHECK_CARD: kiểm tra thẻ; GUARDIAN: cha mẹ, người giám hộ xem; REGISTRATION: xử lý hồ sơ; EXPORT: chính bạn tải dữ liệu.',
    en: 'Why data was looked at: FIND_CODE, VERIFY_CODE, CHECK_CARD, GUARDIAN, REGISTRATION by others, EXPORT by yourself.',
  },
};

/** What is kept about a person and not handed out, and why. */
export const WITHHELD: readonly BilingualMessage[] = [
  {
    vi: 'Số định danh cá nhân (cho biết nơi sinh, giới tính và năm sinh) và số giấy tờ tùy thân chỉ hiện 3 ký tự cuối; số giấy tờ đầy đủ xem được ở trang hồ sơ.',
    en: 'Of the personal identity number (it tells place of birth, sex and year of birth) and of identity papers only the last 3 characters show; the profile shows whole numbers of papers.',
  },
  {
    vi: 'Mật khẩu, mã OTP và khóa phiên đăng nhập chỉ được lưu dưới dạng băm một chiều nên không thể trích xuất.',
    en: 'Passwords, one-time codes and session tokens are kept as one-way hashes alone; nobody can read them.',
  },
  {
    vi: 'Bộ đếm số lần thử (chống dò mật khẩu) lưu theo chỉ mục mù và tự xóa khi hết hạn.',
    en: 'Counters of tries, against guessing, are kept under blind indexes and vanish when their time is over.',
  },
];
