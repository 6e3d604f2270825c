import type { BilingualMessage } from '../../shared/errors';
import type { AccessActor } from './access.types';

const WORDS: Readonly<Record<AccessActor, (name: string) => BilingualMessage>> = {
  SEEKER: () => ({
    vi: 'Người tra cứu mã số BHXH (không đăng nhập)',
    en: 'Someone who looked up the BHXH code (not signed in)',
  }),
  CARD_CHECKER: () => ({
    vi: 'Người kiểm tra thẻ BHYT được xuất trình',
    en: 'Someone who checked the health card that was shown',
  }),
  GUARDIAN: () => ({
    vi: 'Cha, mẹ hoặc người giám hộ đã được duyệt',
    en: 'The approved parent or guardian',
  }),
  INTEGRATOR: (name) => ({ vi: name, en: name }),
  SELF: (device) => ({
    vi: `Chính bạn, khi tải về toàn bộ dữ liệu của mình (${device})`,
    en: `Yourself, taking a copy of all your data (${device})`,
  }),
};

/** Who looked, in words. */
export function actorWords(actor: AccessActor, name: string): BilingualMessage {
  return WORDS[actor](name);
}
