import { comparedForm } from './look-alikes';

/** Tones by number, as the VNI typing method counts them: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng; 0 is the level tone. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const TONE_MARKS = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const TABLE_SIZE = 0x1f00;

/** Code of a small letter → code of the letter without any mark; everything else maps to itself. */
const BASES = new Uint16Array(TABLE_SIZE);
/** Code of a small letter → code of the letter without its tone, its shape (ă, ê, ư, đ) kept. */
const TONELESS = new Uint16Array(TABLE_SIZE);
const TONES = new Uint8Array(TABLE_SIZE);
/** 1 for what is in the form of `lowered` already: small Vietnamese letters, figures and the blank. */
const IS_LOWERED = new Uint8Array(TABLE_SIZE);
for (const character of '0123456789 ') IS_LOWERED[character.charCodeAt(0)] = 1;

for (let code = 0; code < TABLE_SIZE; code++) {
  BASES[code] = code;
  TONELESS[code] = code;
}
for (const shape of 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz') {
  const base = shape === 'đ' ? 'd' : (shape.normalize('NFD')[0] ?? shape);
  for (const [tone, mark] of TONE_MARKS.entries()) {
    const letter = (shape + mark).normalize('NFC');
    if (letter.length !== 1) continue;
    BASES[letter.charCodeAt(0)] = base.charCodeAt(0);
    TONELESS[letter.charCodeAt(0)] = shape.charCodeAt(0);
    TONES[letter.charCodeAt(0)] = tone;
    IS_LOWERED[letter.charCodeAt(0)] = 1;
  }
}

function mapped(text: string, table: Uint16Array): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    result += code < TABLE_SIZE ? String.fromCharCode(table[code] ?? code) : text.charAt(i);
  }
  return result;
}

/** Small letters of the form in which texts are compared: what all functions here take. */
export function lowered(text: string): string {
  return isLowered(text) ? text : comparedForm(text).toLowerCase().normalize('NFC');
}

/** Whether a text is sure to be what `lowered` makes of it: most words are, and looking is far quicker than composing. */
function isLowered(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (IS_LOWERED[text.charCodeAt(at)] !== 1) return false;
  return true;
}

/** Small letters without any mark: `Hòa Đức` → `hoa duc`. As long as the lowered text, letter for letter. */
export function foldMarks(text: string): string {
  return mapped(lowered(text), BASES);
}

/** The text without tones, shapes kept: `bệnh viện` → `bênh viên`. Takes lowered text. */
export function withoutTones(text: string): string {
  return mapped(text, TONELESS);
}

/** The tone of one lowered letter. */
export function toneOf(letter: string): Tone {
  return (TONES[letter.charCodeAt(0)] ?? 0) as Tone;
}

/** The last tone a lowered word bears, wherever it stands; a well-written syllable has at most one. */
export function toneOfWord(word: string): Tone {
  for (let i = word.length - 1; i >= 0; i--) {
    const tone = toneOf(word.charAt(i));
    if (tone !== 0) return tone;
  }
  return 0;
}

/** A letter with a tone on it. */
export function withTone(letter: string, tone: Tone): string {
  return tone === 0 ? letter : (letter + TONE_MARKS[tone]).normalize('NFC');
}
