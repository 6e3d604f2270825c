import type { PackedLists, PackedStrings } from './packed-index.types';
import { symbolsOf } from './similar-words';
import { pairCount, type PairCounter } from './packing';
import { FIGURES, ONE_LETTER, TWO_LETTERS } from '../tuning';

/** How much each word of each name tells where it stands, 1..255. */
export function weighWords(
  names: PackedLists,
  formKeys: Uint32Array,
  frequencies: Uint32Array,
  pairs: PairCounter,
  keyTexts: readonly string[],
  total: number,
): Uint8Array {
  const weights = new Uint8Array(names.items.length);
  const limits = Float64Array.from(keyTexts, (text) => limitedWeight(text, 1));
  for (let name = 0; name + 1 < names.starts.length; name++) {
    const start = names.starts[name]!;
    for (let at = start; at < names.starts[name + 1]!; at++) {
      const key = formKeys[names.items[at]!]!;
      const before = at > start ? formKeys[names.items[at - 1]!]! : -1;
      const pair = before < 0 ? 0 : pairCount(pairs.keys, pairs.counts, before, key);
      const own = wordWeight(total, frequencies[key]!, before < 0 ? 0 : frequencies[before]!, pair);
      const weight = Math.min(own, limits[key]!);
      weights[at] = Math.max(1, Math.min(255, Math.round(weight * 255)));
    }
  }
  return weights;
}

/** The keys of each name written without blanks. */
export function packFoldedNames(names: PackedLists, formKeys: Uint32Array, keyTexts: readonly string[]): PackedStrings {
  const ofKeys = keyTexts.map((text) => Uint8Array.from(symbolsOf([text])));
  const starts = new Uint32Array(names.starts.length);
  let length = 0;
  for (const form of names.items) length += ofKeys[formKeys[form]!]!.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let name = 0; name + 1 < names.starts.length; name++) {
    for (let i = names.starts[name]!; i < names.starts[name + 1]!; i++) {
      const symbols = ofKeys[formKeys[names.items[i]!]!]!;
      bytes.set(symbols, at);
      at += symbols.length;
    }
    starts[name + 1] = at;
  }
  return { bytes, starts };
}

/** The bigrams of all names. */
export function bigramsOfNames({ bytes, starts }: PackedStrings): Uint32Array {
  const bigrams = new Uint32Array((starts.length - 1) * BIGRAM_WORDS);
  for (let name = 0; name + 1 < starts.length; name++)
    addBigrams(bytes, starts[name]!, starts[name + 1]!, bigrams, name);
  return bigrams;
}

/** Names of indexes up to this size have bigrams: going through all of them takes a fraction of a millisecond. */
export const MOST_WITH_BIGRAMS = 50_000;
/** Numbers of 32 bits in a bigrams. */
export const BIGRAM_WORDS = 2;

/** Sets a bit of 64 for each pair of neighbouring symbols of `text[start … end)`: like names have like bigrams. */
export function addBigrams(
  text: ArrayLike<number>,
  start: number,
  end: number,
  bigrams: Uint32Array,
  place: number,
): void {
  for (let at = start + 1; at < end; at++) {
    const bit = Math.imul(text[at - 1]! * 64 + text[at]!, 0x9e3779b1) >>> 26;
    bigrams[place * BIGRAM_WORDS + (bit >>> 5)]! |= 1 << (bit & 31);
  }
}

/** How many bits are set. */
export function bitCount(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits of each bigrams are set. */
export function bitCounts(bigrams: Uint32Array): Uint8Array {
  const bits = new Uint8Array(bigrams.length / BIGRAM_WORDS);
  for (let place = 0; place < bits.length; place++)
    bits[place] = bitCount(bigrams[2 * place]!) + bitCount(bigrams[2 * place + 1]!);
  return bits;
}

/**
 * How much a word tells, 0..1: rare words tell more (inverse document frequency), and a word that its neighbour already
 * foretells (`tế` after `y`, `hạn` after `hữu`) half as much.
 * `count` of `total` listings have the word, `neighbourCount` the word before it, `pairCount` both in this order.
 */
export function wordWeight(total: number, count: number, neighbourCount: number, pairCount: number): number {
  const most = Math.log(1 + total);
  const alone = Math.log(1 + total / Math.max(1, count)) / most;
  if (pairCount === 0) return alone;
  const foretold = Math.log(1 + neighbourCount / pairCount) / most;
  return (alone + Math.min(alone, foretold)) / 2;
}

/** The weight of a word with regard to its length: short words and numbers are soon mistyped or met by chance. */
export function limitedWeight(word: string, weight: number): number {
  if (/^\d/.test(word)) return Math.min(weight, FIGURES);
  if (word.length === 1) return Math.min(weight, ONE_LETTER);
  return word.length === 2 ? Math.min(weight, TWO_LETTERS) : weight;
}
