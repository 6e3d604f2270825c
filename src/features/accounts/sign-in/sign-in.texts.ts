import type { NotSignedIn, SignInRefused } from './sign-in.types';

/** One answer for an unknown code, a wrong password and a locked account. */
export const REFUSED: SignInRefused = {
  message:
    'Mã số hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khoá. Sau 5 lần sai, tài khoản bị khoá 15 phút. Nếu quên mật khẩu, hãy chọn "Quên mật khẩu".',
  messageEn:
    'The code or the password is wrong, or the account is locked. Five wrong tries lock it for 15 minutes. If you forgot the password, reset it.',
  retryAfterSeconds: null,
};

/** Nobody was signed in: whoever wants to sign out need do nothing more. */
export const NOT_SIGNED_IN: NotSignedIn = {
  message: 'Không có ai đang đăng nhập trên thiết bị này: phiên đã kết thúc từ trước.',
  messageEn: 'Nobody is signed in on this device: the session had ended before.',
};

/** The password is right, but too many codes were sent to the person. */
export function codesRefused(retryAfterSeconds: number): SignInRefused {
  return {
    message: 'Đã gửi quá nhiều mã xác thực; hãy chờ rồi thử lại.',
    messageEn: 'Too many codes were sent; wait and try again.',
    retryAfterSeconds,
  };
}

/** The password is right, but there is nowhere to send the code that another device needs. */
export const NO_ADDRESS: SignInRefused = {
  message: 'Tài khoản chưa có số điện thoại để nhận mã xác thực; hãy đến cơ quan BHXH gần nhất để cập nhật.',
  messageEn: 'The account has no telephone number for codes; have it added at the nearest office.',
  retryAfterSeconds: null,
};
