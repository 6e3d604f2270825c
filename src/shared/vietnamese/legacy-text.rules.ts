import iconv from 'iconv-lite';
import { foldMarks, lowered, toneOf } from './marks';
import { isSyllable } from './syllable';

/** What was found out about a text that an earlier conversion damaged. */
export type LegacyText =
  /** It reads well in an old encoding: what it was meant to be. */
  | { readonly kind: 'READABLE'; readonly meant: string; readonly encoding: string }
  /** It bears the signs of an old encoding, but does not read well in it. */
  | { readonly kind: 'LOST'; readonly encoding: string }
  /** One word of it may be meant in an old encoding, or be foreign. */
  | { readonly kind: 'DOUBTFUL'; readonly meant: string; readonly encoding: string };

/** TCVN 5712-3, that is the fonts of ABC: one character a letter. Capitals with tones are small letters of another font. */
const TCVN3 = new Map(
  pairs(
    'µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ',
  ),
);
const TCVN3_CAPITALS = pairs('¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ');
for (const [from, to] of TCVN3_CAPITALS) TCVN3.set(from, to);

/** VNI: a letter, then the character that lays its marks over it; a few letters of their own. */
const VNI_MARKS = new Map(pairs('ù\u0301ø\u0300û\u0309õ\u0303ï\u0323â\u0302ê\u0306'));
for (const [mark, marks] of [
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
] as const)
  VNI_MARKS.set(mark, marks);
const VNI_LETTERS = new Map(pairs('ñđÑĐôơÔƠöưÖƯæỉÆỈóĩÓĨòịÒỊîỵÎỴ'));
const VNI_PAIR = /([aeouyôö])([ùøûõïâêáàåãäéèúüë])/giu;
const VNI_LETTER = /[ñôöæóòî]/giu;

/** Bytes of UTF-8 that were read as characters of windows-1252 or windows-1258: lead, then what continues it. */
const CONTINUATION = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const MISREAD = new RegExp(`[áâ]${CONTINUATION}{2}|[ÃÄÆĂÂ]${CONTINUATION}`);
const MISREAD_AS = ['windows-1252', 'windows-1258'] as const;

const ASCII = /^[\0-\x7e]*$/;
const LATIN_SIGNS = '¡-¿×÷';
/** Letters of one word with the signs that old encodings use for letters. */
const WORD = new RegExp(`[\\p{L}\\p{M}${LATIN_SIGNS}]+`, 'gu');
const HAS_LETTER = /[a-z]/i;
const HIGH = /[\u00a1-\u00ff]/;
/** What no word of any language holds, so that one such word is enough. */
const TCVN3_SIGN = new RegExp(`[${LATIN_SIGNS}]`);
const VNI_SIGN = /[aeouyôö][øûïåäëü]/i;
/** Letters that only Unicode can say: a text with one of them was never in an old encoding. */
const UNICODE_LETTER = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;
const VIETNAMESE = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/;

/** Looks whether a text, as it stood in a file, is Vietnamese of an encoding before Unicode; null when it is sound. */
export function legacyText(text: string): LegacyText | null {
  if (ASCII.test(text)) return null;
  if (MISREAD.test(text)) return misread(text);
  const composed = text.normalize('NFC');
  if (!HIGH.test(composed) || UNICODE_LETTER.test(composed)) return null;
  const readings = [
    reading('TCVN3', composed, fromTcvn3, TCVN3_SIGN),
    reading('VNI', composed, fromVni, VNI_SIGN),
  ].filter((found) => found !== null);
  return readings.sort((one, other) => other.evidence - one.evidence)[0]?.found ?? null;
}

/** Text whose bytes were UTF-8 all along. */
function misread(text: string): LegacyText | null {
  for (const encoding of MISREAD_AS) {
    const bytes = misreadBytes(text, encoding);
    const meant = bytes?.toString('utf8') ?? '\ufffd';
    if (!meant.includes('\ufffd') && !MISREAD.test(meant))
      return { kind: 'READABLE', meant: meant.normalize('NFC'), encoding: 'UTF-8' };
  }
  return { kind: 'LOST', encoding: 'UTF-8' };
}

/** The bytes that were read as these characters; null when one of them is no character of the encoding. */
function misreadBytes(text: string, encoding: string): Buffer | null {
  const bytes: number[] = [];
  for (const character of text) {
    // Bytes without a character in the encoding are passed on as controls.
    const code = character.charCodeAt(0);
    const isAsIs = code < 0x80 || (code < 0xa0 && character.length === 1);
    const [byte = 0x3f, ...more] = isAsIs ? [code] : [...iconv.encode(character, encoding)];
    if (more.length > 0 || (byte === 0x3f && character !== '?')) return null;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
}

function reading(
  encoding: string,
  text: string,
  convert: (word: string) => string,
  sign: RegExp,
): { readonly found: LegacyText; readonly evidence: number } | null {
  let evidence = 0;
  let sound = 0;
  let hasSign = false;
  for (const [word] of text.matchAll(WORD)) {
    if (!HIGH.test(word) || !HAS_LETTER.test(word)) continue;
    const meant = convert(word);
    if (!isWord(meant)) return null;
    if (!isWord(word)) evidence++;
    else if (meant !== word) sound++;
    hasSign ||= !isWord(word) && sign.test(word);
  }
  if (evidence === 0 || (sound > 2 * evidence && !hasSign)) return null;
  const meant = text.replace(WORD, (word) => (HIGH.test(word) && HAS_LETTER.test(word) ? convert(word) : word));
  return { found: { kind: hasSign || evidence > 1 ? 'READABLE' : 'DOUBTFUL', meant, encoding }, evidence };
}

function fromTcvn3(word: string): string {
  return word.replace(/[\u00a1-\u00ff]/g, (letter) => TCVN3.get(letter) ?? letter);
}

function fromVni(word: string): string {
  return word
    .replace(
      VNI_PAIR,
      (_, letter: string, mark: string) => fromVniLetter(letter) + (VNI_MARKS.get(mark.toLowerCase()) ?? ''),
    )
    .replace(VNI_LETTER, fromVniLetter)
    .normalize('NFC');
}

function fromVniLetter(letter: string): string {
  return VNI_LETTERS.get(letter) ?? letter;
}

/** Whether a word can be Vietnamese: a syllable of its letters, with one tone at most. */
function isWord(word: string): boolean {
  const small = lowered(word);
  if (!VIETNAMESE.test(small) || !isSyllable(foldMarks(small))) return false;
  return [...small].filter((letter) => toneOf(letter) !== 0).length <= 1;
}

function pairs(list: string): [string, string][] {
  const letters = [...list];
  return letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? ''] as [string, string]] : []));
}
