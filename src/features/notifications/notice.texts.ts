import type { BilingualMessage } from '../../shared/errors';
import { agencyTime } from '../../shared/calendar';
import { deviceNameInMessage } from './device-name.rules';

/** What a person can be told. */
export enum NoticeKind {
  ACCOUNT_CREATED = 'ACCOUNT_CREATED',
  ACCOUNT_LOCKED = 'ACCOUNT_LOCKED',
  DEVICE_CHANGED = 'DEVICE_CHANGED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  PASSWORD_RESET = 'PASSWORD_RESET',
}

/** What the words of a notice need. Never an identifier: they are kept as they are. */
export interface NoticeFacts {
  /** Name of the device concerned. */
  readonly device?: string;
}

/** A notice before it has words. */
export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

const NOT_YOU: BilingualMessage = {
  vi: 'Nếu không phải bạn, hãy đặt lại mật khẩu ngay và gọi 1900 9068.',
  en: 'If this was not you, reset your password at once and call 1900 9068.',
};

type Words = (facts: NoticeFacts, time: string) => BilingualMessage;

const WORDS: Readonly<Record<NoticeKind, Words>> = {
  ACCOUNT_CREATED: (_facts, time) => ({
    vi: `Tài khoản BHXH của bạn đã được kích hoạt lúc ${time}. Hãy đổi mật khẩu ở lần đăng nhập đầu tiên.`,
    en: `Your BHXH account was activated at ${time}. Change the password when you first sign in.`,
  }),
  ACCOUNT_LOCKED: (_facts, time) => ({
    vi: `Tài khoản BHXH bị tạm khoá 15 phút từ ${time} do nhập sai mật khẩu 5 lần. ${NOT_YOU.vi}`,
    en: `Your BHXH account is locked for 15 minutes from ${time} after five wrong passwords. ${NOT_YOU.en}`,
  }),
  DEVICE_CHANGED: ({ device = '' }, time) => ({
    vi: `Tài khoản BHXH đã đăng nhập trên thiết bị "${deviceNameInMessage(device)}" lúc ${time}; thiết bị trước đã bị đăng xuất. ${NOT_YOU.vi}`,
    en: `Your BHXH account signed in on "${deviceNameInMessage(device)}" at ${time}; the device before was signed out. ${NOT_YOU.en}`,
  }),
  PASSWORD_CHANGED: (_facts, time) => ({
    vi: `Mật khẩu tài khoản BHXH đã được đổi lúc ${time}. ${NOT_YOU.vi}`,
    en: `The password of your BHXH account was changed at ${time}. ${NOT_YOU.en}`,
  }),
  PASSWORD_RESET: (_facts, time) => ({
    vi: `Mật khẩu tài khoản BHXH đã được đặt lại lúc ${time}; mọi thiết bị đã bị đăng xuất. ${NOT_YOU.vi}`,
    en: `The password of your BHXH account was reset at ${time}; every device was signed out. ${NOT_YOU.en}`,
  }),
};

/** The words of a notice. */
export function noticeWords({ kind, facts, at }: NoticeContent): BilingualMessage {
  return WORDS[kind](facts, agencyTime(at));
}
