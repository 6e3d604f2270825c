import { comparedForm } from '../../../../shared/vietnamese/look-alikes';
import { lowered } from '../../../../shared/vietnamese/marks';
import { MAX_TEXT_LENGTH, SearchIntent } from '../search-engine.types';
import { alternatives, PhraseTable, readTable } from './words';
import { queryWord, type QueryWord, wordsOf } from './words';

/** A text taken apart. */
export interface QueryText {
  /** The part that is considered, composed. */
  readonly considered: string;
  /** The words that say what is looked for, without those that ask. */
  readonly words: readonly QueryWord[];
  /** All words, and which of them ask (`ở đâu`): they may be part of a name as well. */
  readonly allWords: readonly QueryWord[];
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
  const allWords = found.slice(0, MOST_WORDS).map(queryWord);
  const { asking, intents } = readIntents(allWords);
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

/** A phrase that asks: what for, when it says so, and where in a text it asks. */
interface Asking {
  readonly intent: SearchIntent | null;
  readonly where: string;
}

const INTENTS: ReadonlyMap<string, SearchIntent> = new Map(Object.entries(SearchIntent));
const PHRASES = new PhraseTable<Asking>();
for (const { phrase = '', intent = '', where = '' } of readTable('phrases')) {
  for (const each of alternatives(phrase)) PHRASES.add(each, { intent: INTENTS.get(intent) ?? null, where });
}

/** What a text asks for, and which of its words do the asking. */
interface Asked {
  readonly intents: readonly SearchIntent[];
  /** For each word whether it is part of a phrase that asks. */
  readonly asking: readonly boolean[];
}

/** Finds the phrases that ask, longer ones first. */
function readIntents(words: readonly QueryWord[]): Asked {
  const asking = words.map(() => false);
  const intents = new Set<SearchIntent>();
  const mark = (from: number, to: number, { intent }: Asking): void => {
    asking.fill(true, from, to);
    if (intent !== null) intents.add(intent);
  };
  for (let at = 0; at < words.length;) {
    const phrase = PHRASES.at(words, at).find(
      ({ value }) => value.where === '' || (value.where === 'START' && asking.slice(0, at).every(Boolean)),
    );
    if (phrase) mark(phrase.from, phrase.to, phrase.value);
    at = phrase?.to ?? at + 1;
  }
  for (let end = words.length; end > 0;) {
    const last = asking[end - 1] === true ? end - 1 : trailing(words, end, mark);
    if (last === end) break;
    end = last;
  }
  return { intents: [...intents], asking };
}

/** Marks the longest phrase that ends a text at `end`; returns where it begins, `end` for none. */
function trailing(
  words: readonly QueryWord[],
  end: number,
  mark: (from: number, to: number, asking: Asking) => void,
): number {
  for (let from = 0; from < end; from++) {
    const phrase = PHRASES.at(words, from).find(({ to, value }) => to === end && value.where === 'END');
    if (!phrase) continue;
    mark(from, end, phrase.value);
    return from;
  }
  return end;
}
