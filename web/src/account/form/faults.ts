import { type Explanation } from '../../api/failure';

/** Faults that the page finds by itself, before it asks. Both languages, as those of the gateway. */
export const faults = {
  missing: { vi: 'Hãy điền ô này.', en: 'Fill this in.' },
  bhxhCode: {
    vi: 'Cần 10 chữ số (mã số BHXH), 12 (CCCD), 9 (CMND), hoặc số hộ chiếu.',
    en: 'Give 10 digits (BHXH code), 12 (personal identity number), 9 (CMND), or a passport number.',
  },
  sixDigits: { vi: 'Mã xác thực có 6 chữ số.', en: 'The code has 6 digits.' },
  tooShort: { vi: 'Mật khẩu mới cần ít nhất 10 ký tự.', en: 'The new password needs at least 10 characters.' },
  differs: { vi: 'Hai lần nhập mật khẩu mới không giống nhau.', en: 'The two new passwords differ.' },
  dateOfBirth: { vi: 'Ghi ngày, tháng, năm, ví dụ 15/05/1990.', en: 'Write day, month, year, such as 15/05/1990.' },
} as const satisfies Record<string, Explanation>;

/** Whether this can be a BHXH code, a personal identity number, a CMND or a passport; blanks, dots and dashes do not matter. */
export function looksLikeCode(typed: string): boolean {
  return /^(\d{10}|\d{12}|[a-z0-9]{6,9})$/i.test(typed.replaceAll(/[\s.-]/g, ''));
}

/** What is wrong with a new password, as far as the page can tell. */
export function newPasswordFaults(newPassword: string, again: string): Record<string, Explanation> {
  return {
    ...(newPassword.length < 10 ? { newPassword: faults.tooShort } : {}),
    ...(newPassword === again ? {} : { newPasswordAgain: faults.differs }),
  };
}
