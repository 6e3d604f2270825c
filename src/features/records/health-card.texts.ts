import type { BilingualMessage } from '../../shared/errors';
import type { CardRefusal, HealthCardRefused } from './health-card.types';

const WORDS: Readonly<Record<CardRefusal, BilingualMessage>> = {
  EXPIRED: {
    vi: 'Mã của thẻ đã hết hạn (mỗi mã có giá trị 5 phút): đề nghị người có thẻ mở mã mới rồi quét lại.',
    en: 'The code has expired (it holds for 5 minutes): ask the holder to show a new one and scan it again.',
  },
  NOT_GENUINE: {
    vi: 'Mã này không do dịch vụ ký: không nhận thẻ; kiểm tra giấy tờ tùy thân và tra cứu thẻ theo cách khác.',
    en: 'This service did not sign the code: do not take the card; ask for an identity paper and check another way.',
  },
  ALREADY_USED: {
    vi: 'Mã này đã được kiểm tra một lần: đề nghị người có thẻ mở mã mới rồi quét lại.',
    en: 'The code was verified before: ask the holder to show a new one and scan it again.',
  },
  NOT_IN_FORCE: {
    vi: 'Thẻ là thật nhưng hôm nay không còn giá trị: người có thẻ liên hệ cơ quan BHXH hoặc tổng đài 1900 9068.',
    en: 'The card is genuine but does not hold today: the holder asks an office of the agency or calls 1900 9068.',
  },
};

/** The refusal of a card, with what to do now. */
export function cardRefused(reason: CardRefusal): HealthCardRefused {
  return { reason, message: WORDS[reason].vi, messageEn: WORDS[reason].en };
}
