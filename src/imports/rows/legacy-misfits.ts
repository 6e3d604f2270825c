import { Misfit } from '../../shared/columns';
import { type LegacyText } from '../../shared/vietnamese/legacy-text.rules';
import { shownValue } from '../report/issue';

/** A text of an old encoding that was put right, or that may be one; `before` is null where nobody may read it. */
export function legacyDoubt(found: Exclude<LegacyText, { kind: 'LOST' }>, before: string | null): Misfit {
  const { encoding, meant } = found;
  const change = before === null ? '' : `: "${shownValue(before)}" → "${shownValue(meant)}"`;
  if (found.kind === 'READABLE') {
    return new Misfit(
      'LEGACY_TEXT_CONVERTED',
      {
        en: `was ${encoding} text stored as characters of another encoding, and was put right${change}`,
        vi: `là văn bản ${encoding} lưu sai bảng mã và đã được chuyển đổi${change}`,
      },
      {
        en: 'Check the result; better, export the list again as Unicode.',
        vi: 'Kiểm tra kết quả; tốt hơn, xuất lại danh sách dạng Unicode.',
      },
    );
  }
  return new Misfit(
    'LEGACY_TEXT_POSSIBLE',
    {
      en: `may be ${encoding} text and was kept as it stands${change}`,
      vi: `có thể là văn bản ${encoding} và được giữ nguyên${change}`,
    },
    { en: 'Correct the text unless it is foreign.', vi: 'Sửa nội dung nếu đây không phải tiếng nước ngoài.' },
  );
}

/** A text that was damaged beyond repair. */
export function lostText(encoding: string): Misfit {
  return new Misfit(
    'LEGACY_TEXT_LOST',
    {
      en: `is ${encoding} text that was read in another encoding, and parts of it are lost`,
      vi: `là văn bản ${encoding} bị đọc sai bảng mã và đã mất một phần`,
    },
    { en: 'Export the list again from its source, as UTF-8.', vi: 'Xuất lại danh sách từ nguồn, dạng UTF-8.' },
  );
}
