import { Misfit } from '../../shared/columns';
import { comparedForm, writtenForm } from '../../shared/vietnamese/look-alikes';

const PLAIN = /^[\x21-\x7e]*$/;
/** Tabs and line ends count as white space. */
const CONTROL = /(?![\t-\r])\p{Cc}/u;
const REPLACEMENT = /\ufffd/;
const UNEVEN_SPACE = /^\s|\s$|\s\s|[^\S ]/;

const CONTROL_CHARACTER = new Misfit(
  'CONTROL_CHARACTER',
  { en: 'holds a control character', vi: 'chứa ký tự điều khiển' },
  { en: 'Remove the character; it is shown as an escape.', vi: 'Xóa ký tự này; nó được hiển thị dưới dạng mã.' },
);
const LOST_CHARACTER = new Misfit(
  'LOST_CHARACTER',
  {
    en: 'holds the sign for a character that an earlier conversion lost (U+FFFD)',
    vi: 'chứa ký hiệu của ký tự đã mất khi chuyển mã trước đó (U+FFFD)',
  },
  { en: 'Export the list again from its source.', vi: 'Xuất lại danh sách từ nguồn.' },
);

/**
 * The text of a cell as it is kept: in its one written form, trimmed, inner white space folded to one blank. Control
 * characters and the sign of lost characters are misfits.
 */
export function cleanText(text: string): string | Misfit {
  if (PLAIN.test(text)) return text;
  if (CONTROL.test(text)) return CONTROL_CHARACTER;
  if (REPLACEMENT.test(text)) return LOST_CHARACTER;
  return evenlySpaced(writtenForm(text));
}

/** What names in a manifest and in a file are matched by: headers, and the values that are replaced. */
export function matchedText(text: string): string {
  return evenlySpaced(comparedForm(text));
}

function evenlySpaced(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
