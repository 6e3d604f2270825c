import type { PackedLists } from '../index/packed-index.types';
import type { SearchIndex } from '../index/search-index';
import { MatchKind, type TermMatches } from './index-query';

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

/** Listings of words that one word may be misspelt for, at most: where it is unknown, and where it is a known one too. */
const MOST_MENDED_UNKNOWN = 25_000;
const MOST_MENDED_KNOWN = 10_000;
/** A word in more listings than this, and in this share of all, is meant as typed. */
const COMMON_SHARE = 0.02;
const FEW = 50_000;

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
  const meant = own > FEW * COMMON_SHARE && own > index.size * COMMON_SHARE && index.size > FEW;
  let room = own > 0 ? MOST_MENDED_KNOWN : MOST_MENDED_UNKNOWN;
  const likely: number[] = [];
  for (const [at, key] of keys.entries()) {
    if (kinds[at] === MatchKind.SLIP && index.size > FEW) {
      room -= index.frequency(key);
      if (meant || room < 0) continue;
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
