import { comparedForm } from '../../../shared/vietnamese/look-alikes';
import { lowered } from '../../../shared/vietnamese/marks';
import { canonicalTone } from '../../../shared/vietnamese/syllable';
import { readIntents } from './intents';
import { MAX_TEXT_LENGTH } from './search-index.types';
import { SearchIntent } from './search-intent';
import { wordsOf, type Word } from './words';

/** A text taken apart. */
export interface QueryText {
  /** The part that is considered, composed. */
  readonly considered: string;
  /** The words that say what is looked for, without those that ask. */
  readonly words: readonly Word[];
  /** All words, and which of them ask (`ở đâu`): they may be part of a name as well. */
  readonly allWords: readonly Word[];
  readonly asking: readonly boolean[];
  /** What is asked about what is looked for. */
  readonly intents: readonly SearchIntent[];
  /** Whether the last word may be unfinished: nothing follows it. */
  readonly open: boolean;
  readonly truncated: boolean;
}

const MOST_WORDS = 32;
/** Characters that are composed to see what the text is: a letter with all its marks apart takes up to four. */
const MOST_COMPOSED = 5 * MAX_TEXT_LENGTH;
const COUNTRY = /(?<=\S.*),[\s-]*(việt\s*nam|viet\s*nam)\s*$/iu;

/** Takes a text apart: at most `MAX_TEXT_LENGTH` characters and 32 words are considered. */
export function understand(text: string): QueryText {
  const whole = comparedForm(text.slice(0, MOST_COMPOSED)).trimStart();
  const composed = whole.slice(0, MAX_TEXT_LENGTH);
  // Some capitals are two letters when they are small (`İ`): the bound holds for what is read.
  const small = lowered(composed);
  const considered = (small.length === composed.length ? composed : small).slice(0, MAX_TEXT_LENGTH);
  const found = wordsOf(considered.replace(COUNTRY, (country) => ' '.repeat(country.length)));
  const allWords = found.slice(0, MOST_WORDS);
  const { asking, intents } = readIntents(spellings(allWords));
  const named = allWords.filter((_, at) => asking[at] !== true);
  const words = named.length > 0 || intents.includes(SearchIntent.NEAREST) ? named : allWords;
  return {
    considered,
    words,
    allWords,
    asking: words === allWords ? asking.map(() => false) : asking,
    intents,
    open: /[\p{L}\p{N}]$/u.test(considered) && words.at(-1) === allWords.at(-1),
    truncated: Math.max(whole.length, small.length, text.length / 5) > MAX_TEXT_LENGTH || found.length > MOST_WORDS,
  };
}

/** Words as they are compared with those of tables: small, tones in canonical place. */
export function spellings(words: readonly Word[]): string[] {
  return words.map((word) => canonicalTone(lowered(word.text)));
}
