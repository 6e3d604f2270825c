/** Eth (U+00D0) and the African D (U+0189) are typed where Đ (U+0110) is meant: on paper and on screen they are one letter. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['\u00d0', 'Đ'],
  ['\u0189', 'Đ'],
  ['\u00f0', 'đ'],
  ['\u0256', 'đ'],
]);
/** Characters that show nothing and come along when text is copied from web pages and word processors. */
const INVISIBLE = /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const HYPHENS = /[\u2010\u2011\u2212\ufe63]/g;
/** ASCII in the width of Chinese characters, as East Asian keyboards type it. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** A tone that was typed before the shape of its letter does not compose: `á` + circumflex is `ấ`. */
const TONE_BEFORE_SHAPE = /([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306\u031b])/g;
const DASHES = /[\u2012-\u2015\ufe58]/g;
const SINGLE_QUOTES = /[`\u00b4\u02b9-\u02bc\u2018-\u201b\u2032\u2035]/g;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u301d-\u301f]/g;

const ASCII = /^[\0-\x7e]*$/;
const MARK_APART = /[\u0300-\u036f]/;
const ODD =
  /\u034f|[\ufe00-\ufe0f]|[\u00a0\u00ad\u00d0\u00f0\u0189\u0256\u061c\u1680\u180e\u2000-\u2011\u2028-\u202f\u205f-\u206f\u2212\u3000\ufe63\ufeff\uff01-\uff5e]/;

/**
 * The one way to write a text, as it is kept and shown: composed (NFC), Đ for the letters that only look like it, a blank
 * for every kind of blank, a hyphen for every kind of hyphen, nothing for what shows nothing. Dashes and quotation marks
 * stay as they were typed.
 */
export function writtenForm(text: string): string {
  if (ASCII.test(text)) return text;
  let form = text.normalize('NFC');
  if (MARK_APART.test(form)) form = composedInAnyOrder(form);
  if (!ODD.test(form)) return form;
  return form
    .replace(/[\u00d0\u00f0\u0189\u0256]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(HYPHENS, '-')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .normalize('NFC');
}

/** What texts are compared by: the written form, in which all dashes are hyphens and all quotation marks straight ones. */
export function comparedForm(text: string): string {
  if (ASCII.test(text)) return text.replaceAll('`', "'");
  return writtenForm(text).replace(DASHES, '-').replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
}

function composedInAnyOrder(text: string): string {
  return text
    .replace(/D[\u0335\u0336]/g, 'Đ')
    .replace(/d[\u0335\u0336]/g, 'đ')
    .normalize('NFD')
    .replace(TONE_BEFORE_SHAPE, '$2$1')
    .normalize('NFC');
}
