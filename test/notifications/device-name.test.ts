import { codeMessage } from '../../src/features/accounts/otp/otp.texts';
import { OtpReason } from '../../src/features/accounts/otp/otp.types';
import { deviceNameInMessage } from '../../src/features/notifications/device-name.rules';

test.each([
  ['Điện thoại của Lan', 'Điện thoại của Lan'],
  ["Lan's phone (2)", "Lan's phone (2)"],
  ['Xác nhận tại https://lua-dao.example/otp ngay', 'Xác nhận tại https lua-dao exa…'],
  ['x\u202e\u2066moc.elgoog', 'x moc elgoog'],
  ['"); DROP', ') DROP'],
])('a message repeats of the device name %j no more than a name', (given, shown) =>
  expect(deviceNameInMessage(given)).toBe(shown),
);

test('the message with a code holds nothing else that its sender chose', () => {
  const { text } = codeMessage('123456', OtpReason.OTHER_DEVICE, 'gọi 0900000000 http://a.b');
  expect(text).not.toMatch(/[/:]{2}|a\.b/);
});
