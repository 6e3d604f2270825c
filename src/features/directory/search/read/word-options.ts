import { canonicalTone, wordKey } from '../../../../shared/vietnamese/syllable';
import { readTelex, readVni } from '../../../../shared/vietnamese/typing-keys';
import type { SearchIndex } from '../index/search-index';
import { CLEARLY_COMMONER, PART_COST, RARE, READING_COSTS } from '../tuning';
import { leadingAbbreviation, readAbbreviation, similarAbbreviations } from './abbreviations';
import type { PlaceNames, PlaceSpan } from './place-names';
import { OTHER_NAMES, type QueryWord } from './words';

/** What the indexes that are asked, and the names of places, know of words; each word is looked up once. */
export class Lexicon {
  private readonly frequencies = new Map<string, number>();

  constructor(
    private readonly indexes: readonly SearchIndex[],
    private readonly places: PlaceNames,
  ) {}

  /** In how many names and addresses a key is; the name of a place counts one. */
  frequency(key: string): number {
    const known = this.frequencies.get(key);
    if (known !== undefined) return known;
    let sum = this.places.has(key) ? 1 : 0;
    for (const index of this.indexes) {
      const number = index.keyOf(key);
      if (number >= 0) sum += index.frequency(number);
    }
    this.frequencies.set(key, sum);
    return sum;
  }

  /** Words of a list of keys that name places. */
  placesIn(keys: readonly string[]): PlaceSpan[] {
    return this.places.spansIn(keys);
  }

  /** How often one key follows another in names. */
  pairFrequency(left: string, right: string): number {
    let sum = 0;
    for (const index of this.indexes) {
      const [first, second] = [index.keyOf(left), index.keyOf(right)];
      if (first >= 0 && second >= 0) sum += index.pairFrequency(first, second);
    }
    return sum;
  }
}

/** How a term came from what was typed. */
export enum TermOrigin {
  TYPED,
  ABBREVIATION,
  /** Keys of Telex or VNI that were left standing, words run together or torn apart. */
  MENDED,
}

/** One way to read the words at one place of a text. */
export interface WordOption {
  readonly words: readonly string[];
  readonly origin: TermOrigin;
  /** How many words of the text it takes. */
  readonly span: number;
  /** How far it is from what was typed; the likelier, the less. */
  readonly cost: number;
}

/** What is needed to read the words of one text. */
export interface ReadingText {
  readonly words: readonly QueryWord[];
  readonly lexicon: Lexicon;
  /** Whether some word can hardly be anything but keys of this method. */
  readonly telex: boolean;
  readonly vni: boolean;
}

const SHORTEST_SPLIT = 4;
const SHORTEST_KNOWN_SPLIT = 3;
const LETTERS_BEFORE_NAMES = /^[qpfhx]$/;

/** Prepares the words of a text for reading. */
export function readingText(words: readonly QueryWord[], lexicon: Lexicon): ReadingText {
  const coded = (read: (word: string) => string | null): boolean =>
    words.some((word) => isClearlyCoded(word, read(word.form), lexicon));
  return { words, lexicon, telex: coded(readTelex), vni: coded(readVni) };
}

function isClearlyCoded(word: QueryWord, decoded: string | null, lexicon: Lexicon): boolean {
  if (decoded === null) return false;
  return lexicon.frequency(wordKey(decoded)) > CLEARLY_COMMONER * (1 + lexicon.frequency(word.key));
}

/** The ways to read the word at a place, and with it the next where they were torn apart. */
export function optionsAt(at: number, source: ReadingText): WordOption[] {
  const { form: text = '', key = '' } = source.words[at] ?? {};
  const frequency = source.lexicon.frequency(key);
  const keyed = keyOptions(text, frequency, source);
  const short = abbreviationOptions(at, source, keyed.length > 0);
  const options = [...short, ...keyed, ...joinOptions(at, source, frequency), ...otherNames(at, source)];
  const surelyRead = [...short, ...keyed].some((option) => option.cost < READING_COSTS.literal);
  if (short.length === 0) options.push(...splitOptions(text, frequency, source.lexicon));
  if (short.length === 0 && frequency <= RARE) options.push(...mendedAbbreviations(text, frequency, source.lexicon));
  options.push({ words: [text], origin: TermOrigin.TYPED, span: 1, cost: surelyRead ? READING_COSTS.literal : 0 });
  return options;
}

/** What people call a place in another way, as the words of its name of today. */
function otherNames(at: number, { words }: ReadingText): WordOption[] {
  return OTHER_NAMES.at(words, at).map(({ from, to, value }) => ({
    words: value,
    origin: TermOrigin.ABBREVIATION,
    span: to - from,
    cost: READING_COSTS.otherName,
  }));
}

function abbreviationOptions(at: number, { words }: ReadingText, keyed: boolean): WordOption[] {
  const text = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  const solitary = (words[at]?.dotted ?? false) || /^\d/.test(next) || (next !== '' && LETTERS_BEFORE_NAMES.test(text));
  // `te61` is rather "tế" than a thing with the number 61.
  const doubt = keyed && /\d$/.test(text) ? READING_COSTS.doubtfulKeys : 0;
  return readAbbreviation(text, solitary).map((words_, rank) => ({
    words: words_,
    origin: TermOrigin.ABBREVIATION,
    span: 1,
    cost: READING_COSTS.abbreviation + rank * READING_COSTS.further + doubt,
  }));
}

function mendedAbbreviations(text: string, frequency: number, lexicon: Lexicon): WordOption[] {
  const similar = frequency === 0 ? similarAbbreviations(text) : [];
  const options = similar.map((words, rank) => mended(words, READING_COSTS.similar + rank * READING_COSTS.further));
  const leading = leadingAbbreviation(text);
  const known = leading && (leading.rest.length === 1 || lexicon.frequency(wordKey(leading.rest)) > RARE);
  return known ? [mended([...leading.words, leading.rest], READING_COSTS.glued), ...options] : options;
}

function mended(words: readonly string[], cost: number): WordOption {
  return { words, origin: TermOrigin.MENDED, span: 1, cost };
}

function keyOptions(text: string, frequency: number, source: ReadingText): WordOption[] {
  const options: WordOption[] = [];
  for (const [read, certain] of [
    [readTelex, source.telex],
    [readVni, source.vni],
  ] as const) {
    const decoded = read(text);
    if (decoded === null || decoded === text || options.some((option) => option.words[0] === decoded)) continue;
    const meant = source.lexicon.frequency(wordKey(decoded));
    if (meant === 0 && frequency > 0) continue;
    const sure = meant > 0 && (certain || frequency === 0 || meant > CLEARLY_COMMONER * frequency);
    options.push({
      words: [decoded],
      origin: TermOrigin.MENDED,
      span: 1,
      cost: sure ? READING_COSTS.keys : READING_COSTS.doubtfulKeys,
    });
  }
  return options;
}

function joinOptions(at: number, { words, lexicon }: ReadingText, frequency: number): WordOption[] {
  const [text = '', next = ''] = [words[at]?.form, words[at + 1]?.form];
  const joined = text + next;
  if (next === '' || /\d/.test(joined)) return [];
  const nextKnown = lexicon.frequency(wordKey(next)) > 0 || readAbbreviation(next, false).length > 0;
  const torn = frequency === 0 || text.length === 1 || next.length === 1 || !nextKnown;
  if (!torn || lexicon.frequency(wordKey(joined)) === 0) return [];
  return [
    {
      words: [canonicalTone(joined)],
      origin: TermOrigin.MENDED,
      span: 2,
      cost: READING_COSTS.joined + (frequency > 0 ? READING_COSTS.further : 0),
    },
  ];
}

function splitOptions(text: string, frequency: number, lexicon: Lexicon): WordOption[] {
  if (text.length < (frequency === 0 ? SHORTEST_SPLIT : SHORTEST_KNOWN_SPLIT) || frequency > RARE) return [];
  const splits = splitWord(text, lexicon).filter(
    (parts) => frequency === 0 || isClearlyCommoner(parts, frequency, lexicon),
  );
  return splits.map((parts, rank) => ({
    words: parts.map(canonicalTone),
    origin: TermOrigin.MENDED,
    span: 1,
    cost: READING_COSTS.split * (rank + 1),
  }));
}

/** Whether words stand side by side far more often than the word they give without a blank stands alone (`yte`). */
function isClearlyCommoner(parts: readonly string[], frequency: number, lexicon: Lexicon): boolean {
  return parts.every(
    (part, at) =>
      at === 0 || lexicon.pairFrequency(wordKey(parts[at - 1] ?? ''), wordKey(part)) > CLEARLY_COMMONER * frequency,
  );
}

interface Path {
  readonly parts: readonly string[];
  readonly cost: number;
}

const MOST_PATHS = 3;
const LONGEST_PART = 9;
const LONGEST_WORD = 150;

/** Words that were run together (`bachmai`, `benhvien`) taken apart into known words: the likeliest ways, best first. */
function splitWord(text: string, lexicon: Lexicon): string[][] {
  if (text.length > LONGEST_WORD) return [];
  const reached: Path[][] = [[{ parts: [], cost: 0 }]];
  for (let end = 1; end <= text.length; end++) {
    const paths: Path[] = [];
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      const part = text.slice(start, end);
      const key = wordKey(part);
      const frequency = (reached[start]?.length ?? 0) > 0 && isPart(part) ? lexicon.frequency(key) : 0;
      if (frequency === 0) continue;
      for (const path of reached[start] ?? []) paths.push(longer(path, part, key, frequency, lexicon));
    }
    reached[end] = paths.sort((left, right) => left.cost - right.cost).slice(0, MOST_PATHS);
  }
  return (reached[text.length] ?? []).filter((path) => path.parts.length > 1).map((path) => [...path.parts]);
}

/** A single letter is a word of its own only where it is one: y tế; a number only whole. */
function isPart(part: string): boolean {
  return part.length > 1 || part === 'y' || /^\d$/.test(part);
}

function longer(path: Path, part: string, key: string, frequency: number, lexicon: Lexicon): Path {
  const before = path.parts.at(-1);
  const pair = before === undefined ? 0 : lexicon.pairFrequency(wordKey(before), key);
  // A neighbour that is known vouches for the word; else common words are likelier than rare ones.
  const cost = pair > 0 ? PART_COST / 2 / Math.log2(2 + pair) : PART_COST / Math.log2(2 + frequency) + PART_COST / 2;
  return { parts: [...path.parts, part], cost: path.cost + 1 + cost };
}
