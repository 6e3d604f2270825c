import type { BilingualMessage } from '../../../shared/errors';
import { deviceNameInMessage } from '../../notifications/device-name.rules';
import type { MessageContent } from '../../notifications/message';
import { OtpReason } from './otp.types';

const PURPOSES: Readonly<Record<OtpReason, (device: string) => BilingualMessage>> = {
  OTHER_DEVICE: (device) => ({ vi: `đăng nhập trên thiết bị "${device}"`, en: `sign in on "${device}"` }),
  PASSWORD_CHANGE: () => ({ vi: 'đổi mật khẩu', en: 'change the password' }),
  PASSWORD_RESET: () => ({ vi: 'đặt lại mật khẩu', en: 'reset the password' }),
};

/** The message that carries a code: says what it is for, so that nobody is talked into giving it away. */
export function codeMessage(code: string, reason: OtpReason, device: string): MessageContent {
  const { vi, en } = PURPOSES[reason](deviceNameInMessage(device));
  return {
    subject: 'BHXH: mã xác thực / one-time code',
    text:
      `BHXH: ${code} là mã để ${vi}, hiệu lực 10 phút. Không đưa mã cho bất kỳ ai, kể cả người tự xưng là cán bộ BHXH. ` +
      `(${code} is your code to ${en}, valid for 10 minutes. Give it to nobody.)`,
  };
}

/** What a person is told while a code is on its way. */
export function codeOnItsWay(reason: OtpReason, sentTo: string, otherDevice: string): BilingualMessage {
  const sent = {
    vi: `Đã gửi mã xác thực 6 số tới ${sentTo}.`,
    en: `A code of six digits is on its way to ${sentTo}.`,
  };
  if (reason !== OtpReason.OTHER_DEVICE) return sent;
  return {
    vi: `Tài khoản đang đăng nhập trên thiết bị "${otherDevice}". Nếu tiếp tục, thiết bị đó sẽ bị đăng xuất. ${sent.vi}`,
    en: `The account is signed in on "${otherDevice}". If you go on, that device will be signed out. ${sent.en}`,
  };
}
