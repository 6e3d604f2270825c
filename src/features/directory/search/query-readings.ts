import { lowered } from '../../../shared/vietnamese/marks';
import { figuresToRoman, numberWordToFigures, romanToFigures } from '../../../shared/vietnamese/numerals';
import { canonicalTone, isSyllable, wordKey } from '../../../shared/vietnamese/syllable';
import { readTelex, readVni } from '../../../shared/vietnamese/typing-keys';
import { readAbbreviation } from './abbreviation-readings';
import { type Lexicon, splitWord } from './word-splits';
import { type Word } from './words';

/** How a term came from what was typed. */
export enum TermOrigin {
  TYPED,
  ABBREVIATION,
  /** Keys of Telex or VNI that were left standing, words run together or torn apart. */
  MENDED,
}

/** One word to look for. */
export interface QueryTerm {
  readonly form: string;
  readonly key: string;
  /** Keys that say the same: figures and Roman numerals, a number in words after "quận". */
  readonly sameAs: readonly string[];
  readonly origin: TermOrigin;
  /** Words of the text it stands for: `from … to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** Whether it may be an unfinished word. */
  readonly open: boolean;
}

/** One way to understand a text. */
export interface QueryReading {
  readonly terms: readonly QueryTerm[];
  /** How far it is from the plain text: 0 for the words as typed. */
  readonly cost: number;
}

interface Option {
  readonly words: readonly string[];
  readonly origin: TermOrigin;
  readonly span: number;
  readonly cost: number;
}

const MOST_READINGS = 6;
const MOST_TERMS = 24;
const COST = {
  abbreviation: 0.004,
  further: 0.02,
  keys: 0.01,
  knownKeys: 0.05,
  joined: 0.02,
  split: 0.02,
  literal: 0.05,
} as const;
const BEFORE_NUMBERS = new Set([
  'quan',
  'phuong',
  'so',
  'khu',
  'vuc',
  'to',
  'ap',
  'thon',
  'tram',
  'so',
  'vien',
  'doi',
  'benh',
  'tuyen',
]);

/** The likeliest ways to understand the words of a text, best first; at least one when there is a word. */
export function readQuery(words: readonly Word[], lexicon: Lexicon, openEnd: boolean): QueryReading[] {
  const texts = words.map((word) => canonicalTone(lowered(word.text)));
  let partial: (QueryReading & { at: number })[] = [{ terms: [], cost: 0, at: 0 }];
  const finished: QueryReading[] = [];
  while (partial.length > 0) {
    const reached: (QueryReading & { at: number })[] = [];
    for (const reading of partial) {
      if (reading.at >= texts.length || reading.terms.length >= MOST_TERMS) finished.push(reading);
      else
        for (const option of optionsAt(reading.at, texts, words, lexicon))
          reached.push(extend(reading, option, openEnd && reading.at + option.span === texts.length));
    }
    partial = reached.sort((left, right) => left.cost - right.cost).slice(0, MOST_READINGS * 2);
  }
  return distinct(finished.sort((left, right) => left.cost - right.cost)).slice(0, MOST_READINGS);
}

function extend(reading: QueryReading & { at: number }, option: Option, last: boolean): QueryReading & { at: number } {
  const terms = [...reading.terms];
  for (const [place, form] of option.words.entries()) {
    const key = wordKey(form);
    const open = last && place === option.words.length - 1 && option.origin !== TermOrigin.ABBREVIATION;
    terms.push({
      form,
      key,
      sameAs: sameNumber(key, terms.at(-1)?.key),
      origin: option.origin,
      from: reading.at,
      to: reading.at + option.span,
      open,
    });
  }
  return { terms, cost: reading.cost + option.cost, at: reading.at + option.span };
}

function sameNumber(key: string, before: string | undefined): string[] {
  const others = [
    romanToFigures(key),
    figuresToRoman(key),
    before !== undefined && BEFORE_NUMBERS.has(before) ? numberWordToFigures(key) : null,
  ];
  return others.filter((other) => other !== null && other !== key).map(String);
}

/** The ways to read the word at a place, each with its cost; the first costs least. */
function optionsAt(at: number, texts: readonly string[], words: readonly Word[], lexicon: Lexicon): Option[] {
  const text = texts[at] ?? '';
  const key = wordKey(text);
  const known = lexicon.frequency(key) > 0;
  const options: Option[] = [];
  const solitary =
    (words[at]?.dotted ?? false) ||
    /^\d/.test(texts[at + 1] ?? '') ||
    (text.length === 1 && at + 1 < texts.length && /^[qpfhx]$/.test(key));
  for (const [rank, reading] of readAbbreviation(text, solitary).entries()) {
    options.push({
      words: reading,
      origin: TermOrigin.ABBREVIATION,
      span: 1,
      cost: COST.abbreviation + rank * COST.further,
    });
  }
  const abbreviated = options.length > 0;
  for (const decoded of new Set([readTelex(text), readVni(text)])) {
    if (decoded === null || decoded === text) continue;
    const better = lexicon.frequency(wordKey(decoded)) > 0;
    if (better || !known)
      options.push({
        words: [decoded],
        origin: TermOrigin.MENDED,
        span: 1,
        cost: known || abbreviated || !better ? COST.knownKeys : COST.keys,
      });
  }
  const joined = at + 1 < texts.length ? text + (texts[at + 1] ?? '') : '';
  if (
    joined &&
    !/^\d|\d$/.test(joined) &&
    lexicon.frequency(wordKey(joined)) > 0 &&
    (!known || lexicon.frequency(wordKey(texts[at + 1] ?? '')) === 0 || text.length === 1)
  ) {
    options.push({ words: [canonicalTone(joined)], origin: TermOrigin.MENDED, span: 2, cost: COST.joined });
  }
  if (!known && !abbreviated && text.length >= 4 && !(isSyllable(key) && key.length < 5)) {
    for (const [rank, parts] of splitWord(text, lexicon).entries()) {
      options.push({
        words: parts.map(canonicalTone),
        origin: TermOrigin.MENDED,
        span: 1,
        cost: COST.split * (rank + 1),
      });
    }
  }
  options.push({
    words: [text],
    origin: TermOrigin.TYPED,
    span: 1,
    cost: known || options.length === 0 ? (abbreviated ? COST.literal : 0) : COST.literal,
  });
  return options;
}

function distinct(readings: readonly QueryReading[]): QueryReading[] {
  const seen = new Set<string>();
  return readings.filter(({ terms }) => {
    const text = terms.map((term) => term.form).join(' ');
    return !seen.has(text) && seen.add(text);
  });
}
