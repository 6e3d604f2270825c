import { lowered } from '../../../../shared/vietnamese/marks';
import { canonicalTone, wordKey } from '../../../../shared/vietnamese/syllable';

/** A word of a text: letters and digits only, and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A dot follows at once, as after an abbreviation. */
  readonly dotted: boolean;
}

/** A word that is looked for. */
export interface QueryWord extends Word {
  /** Small letters, the tone in canonical place: what words of tables and indexes are written in. */
  readonly form: string;
  /** The form without marks: what words are found by. */
  readonly key: string;
  /** What was typed, when the word stands for it in another language. */
  readonly typed?: string;
}

/** A word with what it is found by. */
export function queryWord(word: Word & Pick<QueryWord, 'typed'>): QueryWord {
  const form = canonicalTone(lowered(word.text));
  return { ...word, form, key: wordKey(form) };
}

const TABLE_SIZE = 0x2000;
const IS_WORD_CHARACTER = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  IS_WORD_CHARACTER[code] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < TABLE_SIZE ? IS_WORD_CHARACTER[code] === 1 : /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

/** Whether a dot at `at` stands inside an abbreviation such as `T.P.` or `U.B.N.D`: single letters on both sides. */
function joinsLetters(text: string, start: number, at: number): boolean {
  if (text.charAt(at) !== '.' || !isWordCharacter(text, at + 1) || isDigit(text, at + 1) || isDigit(text, at - 1))
    return false;
  const after = text.charAt(at + 2);
  const single = after === '' || after === '.' || !isWordCharacter(text, at + 2);
  return single && (at - start === 1 || text.charAt(at - 2) === '.');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The words of a composed (NFC) text in order; every other character only separates, `&` reads as a word. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isWordCharacter(text, at)) {
      if (text.charAt(at) === '&') found.push({ text: 'và', start: at, end: at + 1, dotted: false });
      at++;
      continue;
    }
    const start = at;
    let dots = 0;
    while (at < text.length && (isWordCharacter(text, at) || joinsLetters(text, start, at))) {
      if (text.charAt(at) === '.') dots++;
      at++;
    }
    const word = dots === 0 ? text.slice(start, at) : text.slice(start, at).replaceAll('.', '');
    found.push({ text: word, start, end: at, dotted: text.charAt(at) === '.' || dots > 0 });
  }
  return found;
}
