import type { BhxhCodeNotConfirmed } from './lookup.types';

/** The one answer to everything but a single person found; always the same, so that it tells nothing. */
export const NOT_CONFIRMED: BhxhCodeNotConfirmed = {
  message: 'Chưa xác nhận được mã số BHXH từ thông tin đã nhập.',
  messageEn: 'The facts given do not confirm a BHXH code.',
  nextSteps: [
    'Kiểm tra họ tên (có dấu), ngày sinh và số giấy tờ đúng như đã đăng ký.',
    'Hỏi đơn vị sử dụng lao động, hoặc đến cơ quan BHXH gần nhất cùng giấy tờ tùy thân.',
    'Gọi tổng đài 1900 9068.',
  ],
  nextStepsEn: [
    'Check name (with tones), date of birth and number against what was registered.',
    'Ask the employer, or go to the nearest office with an identity paper.',
    'Call the hotline 1900 9068.',
  ],
};
