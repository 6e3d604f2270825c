import iconv from 'iconv-lite';

/** Letters with marks that Vietnamese writes, composed. */
const VIETNAMESE_LETTER = /^[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]$/iu;
/** Signs above ASCII that Vietnamese texts use besides letters. */
const SIGN = /^[\u00a0\u00ab\u00bb\u00b0\u00b2\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026₫]$/u;
const NEEDED_LETTERS = 3;

/**
 * Whether lines that are no UTF-8 read as Vietnamese in windows-1258: decoded and composed, every character above ASCII
 * is a Vietnamese letter or a usual sign, and at least one letter carries a mark that only combining tones can give.
 * Conservative on purpose: damaged UTF-8, windows-1252 and TCVN3 contain other characters and stay refused.
 */
export function looksLikeWindows1258(lines: readonly Buffer[]): boolean {
  let letters = 0;
  let tones = 0;
  for (const line of lines) {
    const decoded = iconv.decode(line, 'windows-1258');
    tones += decoded.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
    for (const character of decoded.normalize('NFC')) {
      if (character < '\u0080') continue;
      if (VIETNAMESE_LETTER.test(character)) letters++;
      else if (!SIGN.test(character)) return false;
    }
  }
  return letters >= NEEDED_LETTERS && tones > 0;
}
