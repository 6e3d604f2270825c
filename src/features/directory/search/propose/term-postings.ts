import type { PackedLists } from '../index/packed-index.types';
import type { SearchIndex } from '../index/search-index';
import { MatchKind, type TermMatches } from './index-query';
import { COMMON_SHARE, FEW_LISTINGS, MOST_MENDED_KNOWN, MOST_MENDED_UNKNOWN } from '../tuning';

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
  const meant = own > FEW_LISTINGS * COMMON_SHARE && own > index.size * COMMON_SHARE && index.size > FEW_LISTINGS;
  let room = own > 0 ? MOST_MENDED_KNOWN : MOST_MENDED_UNKNOWN;
  const likely: number[] = [];
  for (const [at, key] of keys.entries()) {
    if (kinds[at] === MatchKind.SLIP && index.size > FEW_LISTINGS) {
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
