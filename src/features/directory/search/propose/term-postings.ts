import { bitsetLength, setBits } from '../index/bitset';
import type { SearchIndex } from '../index/search-index';
import type { MatchScratch } from './scratch';
import type { PackedLists } from '../index/packed-index.types';
import { MatchKind, type TermMatches } from './index-query';

/** A part of a list of listings: `items[start … end)`. */
interface ListRange {
  readonly items: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** Listings of words that one word may be misspelt for, at most: where it is unknown, and where it is a known one too. */
const MOST_MENDED_UNKNOWN = 25_000;
const MOST_MENDED_KNOWN = 10_000;
/** A word in more listings than this, and in this share of all, is meant as typed. */
const COMMON_SHARE = 0.02;
const FEW = 50_000;
/** Words in more listings than this are taken to be in all of them: looking is not worth it. */
const MOST_LOOKED_UP = 250_000;

/** The listings that may answer one word, by name or by address: lists to go through, and bits to look up. */
export class TermPostings {
  readonly ranges: ListRange[] = [];
  /** Listings in all ranges, each as often as it is in one. */
  length = 0;
  /** Listings of those ranges that come first: by name. */
  nameLength = 0;
  /** How well the best of these listings can answer the word. */
  likeness = 0;
  /** A bit for each listing from `bitsAt` on; null when it is not worth looking up. */
  readonly bits: Uint32Array | null;
  readonly bitsAt: number = 0;

  constructor(index: SearchIndex, matches: TermMatches, scratch: MatchScratch) {
    const { namePostings, addressPostings } = index.packed;
    const keys = this.keysOf(index, matches);
    const { firstPrefixed, endPrefixed } = matches;
    if (endPrefixed > firstPrefixed) this.likeness = 1;
    for (const lists of [namePostings, addressPostings]) {
      for (const key of keys) this.addRange(lists, key, key + 1);
      this.addRange(lists, firstPrefixed, endPrefixed);
      if (lists === namePostings) this.nameLength = this.length;
    }
    const common = keys.length === 1 && endPrefixed <= firstPrefixed ? index.commonBitsetOf(keys[0]!) : -1;
    if (common >= 0) {
      this.bits = index.packed.commonBits;
      this.bitsAt = common;
    } else this.bits = this.length > MOST_LOOKED_UP ? null : this.collectBits(index, keys, matches, scratch);
  }

  /** The word itself, and the most alike of those that it may be misspelt for. */
  private keysOf(index: SearchIndex, { ownKey, keys, likeness, how }: TermMatches): number[] {
    const own = ownKey < 0 ? 0 : index.frequency(ownKey);
    const meant = own > FEW * COMMON_SHARE && own > index.size * COMMON_SHARE && index.size > FEW;
    let room = own > 0 ? MOST_MENDED_KNOWN : MOST_MENDED_UNKNOWN;
    return keys.filter((key, at) => {
      if (how[at] === MatchKind.SLIP && index.size > FEW) {
        room -= index.frequency(key);
        if (meant || room < 0) return false;
      }
      this.likeness = Math.max(this.likeness, likeness[at]!);
      return true;
    });
  }

  private addRange({ items, starts }: PackedLists, firstKey: number, endKey: number): void {
    const [start, end] = [starts[firstKey]!, starts[endKey]!];
    if (start === end) return;
    this.ranges.push({ items, start, end });
    this.length += end - start;
  }

  private collectBits(
    index: SearchIndex,
    keys: readonly number[],
    matches: TermMatches,
    scratch: MatchScratch,
  ): Uint32Array {
    const bits = scratch.takeBits(bitsetLength(index.size));
    for (const key of keys) addBits(bits, index, key);
    for (let key = matches.firstPrefixed; key < matches.endPrefixed; key++) addBits(bits, index, key);
    return bits;
  }
}

/** Sets the bits of the listings of a key; a common one has them ready. */
function addBits(bits: Uint32Array, index: SearchIndex, key: number): void {
  const { namePostings, addressPostings, commonBits } = index.packed;
  const common = index.commonBitsetOf(key);
  if (common >= 0) {
    const length = bitsetLength(index.size);
    for (let word = 0; word < length; word++) bits[word]! |= commonBits[common + word]!;
    return;
  }
  for (const { items, starts } of [namePostings, addressPostings]) setBits(bits, items, starts[key]!, starts[key + 1]!);
}
