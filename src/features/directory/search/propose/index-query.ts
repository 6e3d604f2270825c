import { limitedWeight, wordWeight } from '../index/name-tables';
import type { PackedLists } from '../index/packed-index.types';
import type { SearchIndex } from '../index/search-index';
import { marksAgreement } from '../index/similar-words';
import type { PlaceNames, PlaceSpan } from '../read/place-names';
import { type QueryReading, type QueryTerm } from '../read/query-readings';
import { TermOrigin } from '../read/word-options';
import {
  FEW_LISTINGS,
  KNOWN_WORD_MISTYPED,
  MOST_MENDED_KNOWN,
  MOST_MENDED_UNKNOWN,
  NUMBER_BEGUN,
  PLACE_WORD,
  PREFIX_LEAST,
  PREFIX_MORE,
  SAME_NUMBER,
  UNKNOWN_WORD,
} from '../tuning';

/** Words of a reading that name a place, as seen by one index. */
export interface PlaceMatch {
  readonly from: number;
  readonly to: number;
  /** Number of a unit → 1 when it counts as in the place. */
  readonly covers: Uint8Array;
  /** Numbers of these units. */
  readonly unitNumbers: readonly number[];
  readonly listings: number;
}

/** A reading with its words looked up in one index. */
export interface IndexReading {
  /** Places in `IndexQuery.terms`, and how much each word tells here. */
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly numeric: readonly boolean[];
  /** For each word whether it is a number that belongs to the kind word before it (`quận 1`). */
  readonly bound: readonly boolean[];
  readonly asked: number;
  readonly places: readonly PlaceMatch[];
  readonly trust: number;
  /** Whether it takes all words as they were typed. */
  readonly literal: boolean;
}

/** A search as one index sees it. */
export interface IndexQuery {
  readonly terms: readonly TermMatches[];
  readonly readings: readonly IndexReading[];
  /** Whether slips are allowed for. */
  readonly slips: boolean;
}

/** Looks up the words and places of all readings in an index. */
export function prepareQuery(
  index: SearchIndex,
  readings: readonly QueryReading[],
  places: PlaceNames,
  slips: boolean,
): IndexQuery {
  const numbers = new Map<string, number>();
  const terms: TermMatches[] = [];
  const marked = readings.some((reading) => reading.terms.some((term) => term.marked));
  const prepared = readings.map((reading): IndexReading => {
    const own = reading.terms.map((term) => {
      const known = numbers.get(term.lookup);
      if (known !== undefined) return known;
      numbers.set(term.lookup, terms.length);
      return terms.push(matchTerm(index, term, slips, marked)) - 1;
    });
    const found = reading.places.map((span) => placeMatch(index, span, places));
    const weights = own.map((number, at) => {
      const inPlace = found.some((place) => place.from <= at && at < place.to);
      return weightOf(index, terms[number], at > 0 ? terms[own[at - 1] ?? 0] : undefined, inPlace);
    });
    return {
      terms: own,
      weights,
      numeric: reading.terms.map((term) => term.numeric),
      bound: reading.terms.map((term) => term.bound),
      asked: weights.reduce((sum, weight) => sum + weight, 0),
      places: found.filter((place) => place.listings > 0),
      trust: 1 - reading.cost,
      literal: reading.terms.every((term) => term.origin === TermOrigin.TYPED),
    };
  });
  return { terms, readings: prepared, slips };
}

function weightOf(
  index: SearchIndex,
  matches: TermMatches | undefined,
  before: TermMatches | undefined,
  inPlace: boolean,
): number {
  const text = matches?.term.key ?? '';
  const key = matches?.ownKey ?? -1;
  const count = key < 0 ? 0 : index.nameFrequency(key);
  if (count === 0) return limitedWeight(text, inPlace ? PLACE_WORD : UNKNOWN_WORD);
  const previous = before?.ownKey ?? -1;
  const pair = previous < 0 ? 0 : index.pairFrequency(previous, key);
  const weight = wordWeight(index.size, count, previous < 0 ? 0 : index.nameFrequency(previous), pair);
  return limitedWeight(text, inPlace ? Math.min(weight, PLACE_WORD) : weight);
}

function placeMatch(index: SearchIndex, span: PlaceSpan, places: PlaceNames): PlaceMatch {
  const cover = index.placeCovers.get(span.units) ?? coverOf(index, span, places);
  index.placeCovers.set(span.units, cover);
  return { from: span.from, to: span.to, ...cover };
}

function coverOf(index: SearchIndex, span: PlaceSpan, places: PlaceNames): Omit<PlaceMatch, 'from' | 'to'> {
  const covers = new Uint8Array(index.unitCount + 1);
  const unitNumbers: number[] = [];
  let listings = 0;
  for (const unit of span.units) {
    for (const key of places.coverage(unit)) {
      const number = index.unitNumberOf(key);
      if (number === 0 || covers[number] === 1) continue;
      covers[number] = 1;
      unitNumbers.push(number);
      listings += index.packed.unitPostings.starts[number + 1]! - index.packed.unitPostings.starts[number]!;
    }
  }
  return { covers, unitNumbers, listings };
}

/** How a key of the index answers a term. */
export enum MatchKind {
  SAME,
  PREFIX,
  SLIP,
}

/** The keys of one index that answer one term. */
export interface TermMatches {
  readonly term: QueryTerm;
  readonly keys: readonly number[];
  readonly likeness: readonly number[];
  readonly kinds: readonly MatchKind[];
  /** The term's own key, and how well the marks of each of its forms agree; null where no marks were typed. */
  readonly ownKey: number;
  readonly marks: readonly number[] | null;
  /** The keys that the word begins, when it may be unfinished: first, and one past the last. */
  readonly firstPrefixed: number;
  readonly endPrefixed: number;
}

const SHORTEST_MENDED = 2;

/** Finds the keys that answer a term: its own, equal numbers, words it begins, and with `slips` words it may be misspelt for. Marks count
 * only where the text has any (`marked`). */
function matchTerm(index: SearchIndex, term: QueryTerm, slips: boolean, marked: boolean): TermMatches {
  const keys: number[] = [];
  const likeness: number[] = [];
  const kinds: MatchKind[] = [];
  const known = new Set<number>();
  const add = (key: number, like: number, as: MatchKind): void => {
    if (key < 0 || known.has(key)) return;
    known.add(key);
    keys.push(key);
    likeness.push(like);
    kinds.push(as);
  };
  const ownKey = index.keyOf(term.key);
  add(ownKey, 1, MatchKind.SAME);
  for (const other of term.sameAs) add(index.keyOf(other), SAME_NUMBER, MatchKind.SAME);
  const trust = ownKey >= 0 ? KNOWN_WORD_MISTYPED : 1;
  if (slips && term.key.length >= SHORTEST_MENDED && !/\d/.test(term.key)) {
    for (const { key, likeness: like } of index.similarKeys(term.key)) add(key, like * trust, MatchKind.SLIP);
  }
  const [firstPrefixed, endPrefixed] = term.open ? index.prefixRange(term.key) : [0, 0];
  return {
    term,
    keys,
    likeness,
    kinds,
    ownKey,
    marks: marked && ownKey >= 0 ? marksOf(index, term, ownKey) : null,
    firstPrefixed,
    endPrefixed,
  };
}

/** How well a word answers an unfinished one that it begins with: the more of it was typed, the better. */
export function prefixLikeness(typed: string, meant: string): number {
  // A whole number is another than one that begins with its figures.
  if (/^\d/.test(typed)) return NUMBER_BEGUN;
  return PREFIX_LEAST + PREFIX_MORE * (typed.length / meant.length);
}

function marksOf(index: SearchIndex, term: QueryTerm, key: number): number[] {
  const first = index.packed.keyForms[key]!;
  const count = index.packed.keyForms[key + 1]! - first;
  return Array.from({ length: count }, (_, at) => marksAgreement(term.form, index.formText(first + at)));
}

/** A part of posting lists: `items[start … end)`. */
interface PostingRange {
  readonly items: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** The listings that may answer one word, by name or by address. */
export interface TermPostings {
  /** All lists, and entries in them. */
  readonly ranges: readonly PostingRange[];
  readonly length: number;
  /** Where the bitsets of those keys begin that have one; the lists of the other keys, and entries in these. */
  readonly bitsets: readonly number[];
  readonly rest: readonly PostingRange[];
  readonly restLength: number;
  /** How well the best of these listings can answer the word. */
  readonly likeness: number;
}

/** Collects the posting lists of the keys that answer a word. */
export function termPostings(index: SearchIndex, matches: TermMatches): TermPostings {
  const { namePostings, addressPostings } = index.packed;
  const { firstPrefixed, endPrefixed, keys, likeness } = matches;
  const ranges: PostingRange[] = [];
  const rest: PostingRange[] = [];
  const bitsets: number[] = [];
  let best = endPrefixed > firstPrefixed ? 1 : 0;
  const add = (firstKey: number, endKey: number, bitset: number): void => {
    if (bitset >= 0) bitsets.push(bitset);
    for (const lists of [namePostings, addressPostings]) {
      const range = rangeOf(lists, firstKey, endKey);
      if (range.start === range.end) continue;
      ranges.push(range);
      if (bitset < 0) rest.push(range);
    }
  };
  for (const at of likelyKeys(index, matches)) {
    best = Math.max(best, likeness[at]!);
    add(keys[at]!, keys[at]! + 1, index.commonBitsetOf(keys[at]!));
  }
  if (endPrefixed > firstPrefixed) add(firstPrefixed, endPrefixed, -1);
  return { ranges, length: lengthOf(ranges), bitsets, rest, restLength: lengthOf(rest), likeness: best };
}

/** Places of the keys that are looked for: the word itself, and the most alike of those that it may be misspelt for. */
function likelyKeys(index: SearchIndex, { ownKey, keys, kinds }: TermMatches): number[] {
  const own = ownKey < 0 ? 0 : index.frequency(ownKey);
  let room = own > 0 ? MOST_MENDED_KNOWN : MOST_MENDED_UNKNOWN;
  const likely: number[] = [];
  for (const [at, key] of keys.entries()) {
    if (kinds[at] === MatchKind.SLIP && index.size > FEW_LISTINGS) {
      room -= index.frequency(key);
      if (room < 0) continue;
    }
    likely.push(at);
  }
  return likely;
}

function rangeOf({ items, starts }: PackedLists, firstKey: number, endKey: number): PostingRange {
  return { items, start: starts[firstKey]!, end: starts[endKey]! };
}

function lengthOf(ranges: readonly PostingRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
