import type { BilingualMessage } from '../../shared/errors';
import { type StatutoryGap, type StatutoryUnknown } from './statutory.types';

const WORDS: Readonly<Record<StatutoryGap, (when: string) => BilingualMessage>> = {
  NO_VALUE: (when) => ({
    vi: `Chưa có số liệu quy định cho ${when}; hệ thống không ước đoán.`,
    en: `What holds for ${when} is not on record; nothing is guessed.`,
  }),
  EMPLOYER_UNKNOWN: (when) => ({
    vi: `Danh mục không cho biết đơn vị ở đâu, nên chưa rõ vùng lương tối thiểu cho ${when}.`,
    en: `The directory does not tell where the employer is, so the region of wages for ${when} is not known.`,
  }),
  REGION_UNKNOWN: (when) => ({
    vi: `Chưa có số liệu về vùng lương tối thiểu của nơi đơn vị đóng cho ${when}.`,
    en: `The region of wages of the employer's place for ${when} is not on record.`,
  }),
};

/** Says why it is not known what holds for a month or day. */
export function statutoryUnknown(gap: StatutoryGap, when: string): StatutoryUnknown {
  const { vi, en } = WORDS[gap](when);
  return { gap, message: vi, messageEn: en };
}
