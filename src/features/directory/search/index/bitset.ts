import type { PackedLists, PackedSearchIndex } from './packed-index.types';

type CommonBitsets = Pick<PackedSearchIndex, 'commonKeys' | 'commonBits'>;

/** Keys of more listings than this, and of this share of all, get a bitset, so that membership is one look. */
const FEWEST = 4096;
const LEAST_SHARE = 1 / 150;

/** Words of 32 bits that hold a bit for each listing. */
export function bitsetLength(listings: number): number {
  return (listings + 31) >>> 5;
}

/** Sets the bits of the listings `items[start … end)`. */
export function setBits(bits: Uint32Array, items: Uint32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) bits[items[i]! >>> 5]! |= 1 << (items[i]! & 31);
}

/** Bitmaps of the listings with a common key in a name or the address, one after the other in the order of the keys. */
export function buildCommonBitsets(
  names: PackedLists,
  addresses: PackedLists,
  keyCount: number,
  listings: number,
): CommonBitsets {
  const length = bitsetLength(listings);
  const common: number[] = [];
  for (let key = 0; key < keyCount; key++) {
    const count = names.starts[key + 1]! - names.starts[key]! + addresses.starts[key + 1]! - addresses.starts[key]!;
    if (count >= FEWEST && count >= listings * LEAST_SHARE) common.push(key);
  }
  const commonBits = new Uint32Array(common.length * length);
  for (const [place, key] of common.entries()) {
    const bits = commonBits.subarray(place * length, (place + 1) * length);
    for (const lists of [names, addresses]) setBits(bits, lists.items, lists.starts[key]!, lists.starts[key + 1]!);
  }
  return { commonKeys: Uint32Array.from(common), commonBits };
}
