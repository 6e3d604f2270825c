import { comparedForm } from '../../../shared/vietnamese/look-alikes';
import { lowered } from '../../../shared/vietnamese/marks';
import { MAX_TEXT_LENGTH } from './search-index.types';
import { wordsOf, type Word } from './words';

/** A text taken apart. */
export interface QueryText {
  /** The part that is considered, composed. */
  readonly considered: string;
  readonly words: readonly Word[];
  /** Whether the last word may be unfinished: nothing follows it. */
  readonly open: boolean;
  /** Whether the text asks for what is near. */
  readonly nearby: boolean;
  readonly truncated: boolean;
}

const MOST_WORDS = 32;
/** Characters that are composed to see what the text is: a letter with all its marks apart takes up to four. */
const MOST_COMPOSED = 5 * MAX_TEXT_LENGTH;
const COUNTRY = /(?<=\S.*)[,\s-]+(việt\s*nam|viet\s*nam)\s*$/iu;
const NEARBY =
  /(^|\s)(gần\s+(tôi|đây|nhất|mình|nhà|chỗ\s+tôi)|quanh\s+đây|gan\s+(toi|day|nhat|minh|nha)|quanh\s+day|near\s?by|near\s+me)(?=\s|$|[.,?!])/giu;
const ASKING =
  /(^|\s)(ở đâu|o dau|địa chỉ( của)?|dia chi( cua)?|số điện thoại( của)?|so dien thoai( cua)?|cho (tôi )?hỏi|cho (toi )?hoi|tìm( kiếm)?(?= \p{L}+ \p{L})|tim kiem)(?=\s|$|[.,?!:])/giu;

/** Takes a text apart: at most `MAX_TEXT_LENGTH` characters and 32 words are considered. */
export function understand(text: string): QueryText {
  const whole = comparedForm(text.slice(0, MOST_COMPOSED)).trimStart();
  const composed = whole.slice(0, MAX_TEXT_LENGTH);
  // Some capitals are two letters when they are small (`İ`): the bound holds for what is read.
  const small = lowered(composed);
  const considered = (small.length === composed.length ? composed : small).slice(0, MAX_TEXT_LENGTH);
  const withoutNear = considered.replace(NEARBY, (found) => ' '.repeat(found.length));
  const asked = withoutNear.replace(ASKING, (found) => ' '.repeat(found.length));
  const found = wordsOf(
    asked.replace(COUNTRY, (country) => (country.includes(',') ? ' '.repeat(country.length) : country)),
  );
  const words = found.length > 0 ? found : wordsOf(withoutNear);
  return {
    considered,
    words: words.slice(0, MOST_WORDS),
    open: /[\p{L}\p{N}]$/u.test(considered),
    nearby: withoutNear !== considered,
    truncated:
      text.length > MOST_COMPOSED ||
      whole.length > MAX_TEXT_LENGTH ||
      small.length > MAX_TEXT_LENGTH ||
      words.length > MOST_WORDS,
  };
}
