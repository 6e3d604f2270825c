import { sign, SIGNATURE_LENGTH } from './name-signatures';
import { type PairCounter, pairCount } from './pair-counts';
import { type PackedLists, type PackedStrings } from './search-index.types';
import { skeletonOf } from './skeleton';
import { limitedWeight, wordWeight } from './word-weight.rules';

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
export function packSkeletons(names: PackedLists, formKeys: Uint32Array, keyTexts: readonly string[]): PackedStrings {
  const ofKeys = keyTexts.map((text) => Uint8Array.from(skeletonOf([text])));
  const starts = new Uint32Array(names.starts.length);
  let length = 0;
  for (const form of names.items) length += ofKeys[formKeys[form]!]!.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let name = 0; name + 1 < names.starts.length; name++) {
    for (let i = names.starts[name]!; i < names.starts[name + 1]!; i++) {
      const skeleton = ofKeys[formKeys[names.items[i]!]!]!;
      bytes.set(skeleton, at);
      at += skeleton.length;
    }
    starts[name + 1] = at;
  }
  return { bytes, starts };
}

/** The signatures of all names. */
export function signNames({ bytes, starts }: PackedStrings): Uint32Array {
  const signatures = new Uint32Array((starts.length - 1) * SIGNATURE_LENGTH);
  for (let name = 0; name + 1 < starts.length; name++) sign(bytes, starts[name]!, starts[name + 1]!, signatures, name);
  return signatures;
}
