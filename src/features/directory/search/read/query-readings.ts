import { foldMarks } from '../../../../shared/vietnamese/marks';
import { figuresToRoman, numberWordToFigures, romanToFigures } from '../../../../shared/vietnamese/numerals';
import { wordKey } from '../../../../shared/vietnamese/syllable';
import {
  ASKING_AS_NAME,
  ENGLISH,
  ENGLISH_AS_NAME,
  MOST_PARTIAL_READINGS,
  MOST_READINGS,
  MOST_TERMS_IN_ALL,
} from '../tuning';
import type { PlaceSpan } from './place-names';
import type { QueryText } from './query-text';
import { type Lexicon, optionsAt, readingText, TermOrigin, type WordOption } from './word-options';
import { alternatives, formsOf, PhraseTable, type QueryWord, queryWord, readTable } from './words';

/** One word to look for. */
export interface QueryTerm {
  readonly form: string;
  readonly key: string;
  /** Whether it bears marks that were typed. */
  readonly marked: boolean;
  /** Keys that say the same: figures and Roman numerals, a number in words after "quận". */
  readonly sameAs: readonly string[];
  readonly origin: TermOrigin;
  /** Words of the text it stands for: `from … to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** Whether it may be an unfinished word. */
  readonly open: boolean;
  /** Whether it is a number, and one that belongs to the kind word before it (`quận 1`). */
  readonly numeric: boolean;
  readonly bound: boolean;
  /** The same for words that are looked up in the same way. */
  readonly lookup: string;
}

/** One way to understand a text. */
export interface QueryReading {
  /** The words it is made of: those of the text without what asks, all of them, or what English ones stand for. */
  readonly words: readonly QueryWord[];
  readonly terms: readonly QueryTerm[];
  /** How far it is from the plain text: 0 for the words as typed. */
  readonly cost: number;
  /** Its words that name places. */
  readonly places: readonly PlaceSpan[];
}

type Partial = Omit<QueryReading, 'words' | 'places'> & { readonly at: number };

/** Terms of one reading; the aligner has room for 64. */
const MOST_TERMS = 40;
/** Words that numbers belong to, as keys. */
const BEFORE_NUMBERS = new Set('quan phuong so khu vuc to ap thon tram vien doi benh tuyen khoa co'.split(' '));

/** The likeliest ways to understand a text, best first; at least one when it has a word. */
export function readText(text: QueryText, lexicon: Lexicon): QueryReading[] {
  const english = readEnglish(text.words);
  const plain = readWords(text.words, lexicon, text.open, english.length > 0 ? ENGLISH_AS_NAME : 0);
  const translated = english.flatMap((words) =>
    readWords(words, lexicon, text.open && words.at(-1) === text.words.at(-1), ENGLISH).slice(0, 2),
  );
  const whole = isSaidInNames(text, lexicon) ? readWords(text.allWords, lexicon, text.open, ASKING_AS_NAME) : [];
  const all = [...plain, ...translated, ...whole.slice(0, 1)].sort((left, right) => left.cost - right.cost);
  return affordable(distinct(all).slice(0, MOST_READINGS));
}

/** Whether all words that ask stand beside each other in names too. */
function isSaidInNames({ allWords, asking, words }: QueryText, lexicon: Lexicon): boolean {
  if (allWords.length === words.length) return false;
  const keys = allWords.map((word) => word.key);
  return asking.every((isAsking, at) => {
    if (!isAsking) return true;
    const beside = [keys[at - 1], keys[at], keys[at + 1]];
    const [before, own = '', after] = beside;
    return (
      (before !== undefined && lexicon.pairFrequency(before, own) > 0) ||
      (after !== undefined && lexicon.pairFrequency(own, after) > 0)
    );
  });
}

/** The likeliest ways to read words one after the other, best first; at least one when there is a word. */
function readWords(words: readonly QueryWord[], lexicon: Lexicon, openEnd: boolean, extraCost: number): QueryReading[] {
  const source = readingText(words, lexicon);
  const options = new Map<number, WordOption[]>();
  const finished: Partial[] = [];
  let partial: Partial[] = words.length > 0 ? [{ terms: [], cost: 0, at: 0 }] : [];
  while (partial.length > 0) {
    const reached: Partial[] = [];
    for (const reading of partial) {
      const here = options.get(reading.at) ?? optionsAt(reading.at, source);
      options.set(reading.at, here);
      for (const option of here) {
        const open = openEnd && reading.at + option.span === words.length;
        const longer = extend(reading, option, open);
        if (longer.at >= words.length || longer.terms.length >= MOST_TERMS) finished.push(longer);
        else reached.push(longer);
      }
    }
    partial = reached.sort((left, right) => left.cost - right.cost).slice(0, MOST_PARTIAL_READINGS);
  }
  finished.sort((left, right) => left.cost - right.cost);
  return finished.slice(0, MOST_READINGS).map(({ terms, cost }) => ({
    words,
    terms,
    cost: cost + extraCost,
    places: lexicon.placesIn(terms.map((term) => term.key)),
  }));
}

/** The likeliest readings that have few enough terms together; at least one. */
function affordable(readings: readonly QueryReading[]): QueryReading[] {
  let left = MOST_TERMS_IN_ALL;
  return readings.filter(({ terms }, at) => (left -= terms.length) >= 0 || at === 0);
}

function extend(reading: Partial, option: WordOption, open: boolean): Partial {
  const terms = [...reading.terms];
  for (const [place, form] of option.words.entries()) {
    if (terms.length >= MOST_TERMS) break;
    const key = wordKey(form);
    const before = terms.at(-1)?.key;
    const sameAs = sameNumber(key, before);
    const isOpen = open && place === option.words.length - 1 && option.origin !== TermOrigin.ABBREVIATION;
    const numeric = /^\d/.test(key);
    terms.push({
      form,
      key,
      marked: option.origin === TermOrigin.TYPED && foldMarks(form) !== form,
      sameAs,
      origin: option.origin,
      from: reading.at,
      to: reading.at + option.span,
      open: isOpen,
      numeric,
      bound: numeric && before !== undefined && BEFORE_NUMBERS.has(before),
      lookup: `${form}${isOpen ? '*' : ''}${sameAs.join(',')}`,
    });
  }
  return { terms, cost: reading.cost + option.cost, at: reading.at + option.span };
}

function sameNumber(key: string, before: string | undefined): string[] {
  const said = before !== undefined && BEFORE_NUMBERS.has(before) ? numberWordToFigures(key) : null;
  return [romanToFigures(key), figuresToRoman(key), said]
    .filter((other) => other !== null && other !== key)
    .map(String);
}

function distinct(readings: readonly QueryReading[]): QueryReading[] {
  const seen = new Set<string>();
  return readings.filter(({ terms }) => {
    const text = terms.map((term) => term.form).join(' ');
    return !seen.has(text) && seen.add(text);
  });
}

const ENGLISH_PHRASES = new PhraseTable<readonly (readonly string[])[]>();
for (const { english = '', vietnamese = '' } of readTable('english')) {
  const readings = vietnamese.split('|').map(formsOf);
  for (const each of alternatives(english)) ENGLISH_PHRASES.add(each, readings);
}

const MOST_TRANSLATIONS = 3;
/** Words that link others and say nothing themselves. */
const LINKING = new Set(['of', 'the', 'in', 'at']);

/** Words that belong together: of one English phrase, or those between two. */
interface Group {
  readonly words: readonly QueryWord[];
  readonly readings: readonly (readonly string[])[] | null;
}

/**
 * A text with English words for the kind of place in the order of Vietnamese names: `Cho Ray general hospital` → bệnh viện
 * đa khoa Cho Ray. The likeliest first; none when no such word is in the text.
 */
function readEnglish(words: readonly QueryWord[]): QueryWord[][] {
  const groups = groupsOf(words.filter(({ form }) => !LINKING.has(form)));
  if (groups.every(({ readings }) => readings === null)) return [];
  // English puts the kind last; where it comes first the order is that of Vietnamese already.
  const ordered = groups[0]?.readings ? groups : groups.toReversed();
  let texts: QueryWord[][] = [[]];
  for (const { words: own, readings } of ordered) {
    const options = readings ? readings.map((reading) => spelled(reading, own)) : [own];
    texts = options.flatMap((option) => texts.map((text) => [...text, ...option])).slice(0, MOST_TRANSLATIONS);
  }
  return texts;
}

function groupsOf(words: readonly QueryWord[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = ENGLISH_PHRASES.at(words, at)[0];
    const next = phrase?.to ?? at + 1;
    const own = words.slice(at, next);
    const before = groups.at(-1);
    const numbered = before?.readings && !phrase && /^\d+$/.test(words[at]?.form ?? '');
    if (numbered) {
      // `District 1`: the number stays with its kind.
      const readings = before.readings?.map((reading) => [...reading, words[at]?.form ?? '']) ?? null;
      groups[groups.length - 1] = { words: [...before.words, ...own], readings };
    } else if (!phrase && before?.readings === null) {
      groups[groups.length - 1] = { words: [...before.words, ...own], readings: null };
    } else groups.push({ words: own, readings: phrase?.value ?? null });
    at = next;
  }
  return groups;
}

/** Vietnamese words in the place of English ones; the text shows what was typed. */
function spelled(reading: readonly string[], own: readonly QueryWord[]): QueryWord[] {
  const [first, last] = [own[0], own.at(-1)];
  const typed = own.map((word) => word.text).join(' ');
  return reading.map((text) =>
    queryWord({ text, typed, start: first?.start ?? 0, end: last?.end ?? 0, dotted: false }),
  );
}
