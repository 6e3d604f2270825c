import type { PackedLists, PackedSearchIndex, PackedStrings } from './packed-index.types';

const LONGEST_UTF8 = 3;

/** Collects strings into one block, without keeping them as strings. */
export class StringPacker {
  private readonly starts = new GrowableNumbers();
  private bytes = Buffer.alloc(4096);
  private at = 0;

  get length(): number {
    return this.starts.length;
  }

  push(text: string): void {
    this.starts.push(this.at);
    const needed = this.at + text.length * LONGEST_UTF8;
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(this.bytes.length * 2, needed));
      this.bytes.copy(larger);
      this.bytes = larger;
    }
    this.at += this.bytes.write(text, this.at, 'utf8');
  }

  finish(): PackedStrings {
    this.starts.push(this.at);
    // A copy of its own: a Buffer may share its memory with others, and then it could not change threads.
    return { bytes: new Uint8Array(this.bytes.subarray(0, this.at)), starts: this.starts.view().slice() };
  }
}

/** Packs strings into one block. */
export function packStrings(strings: Iterable<string>): PackedStrings {
  const packer = new StringPacker();
  for (const text of strings) packer.push(text);
  return packer.finish();
}

/** String `i` of a block. */
export function stringAt(strings: PackedStrings, i: number): string {
  return Buffer.from(strings.bytes.buffer, strings.bytes.byteOffset, strings.bytes.byteLength).toString(
    'utf8',
    strings.starts[i] ?? 0,
    strings.starts[i + 1] ?? 0,
  );
}

/** All strings of a block. */
export function allStrings(strings: PackedStrings): string[] {
  return Array.from({ length: strings.starts.length - 1 }, (_, i) => stringAt(strings, i));
}

/** Turns "owner → members" into "member → owners"; owners come in ascending order, each once per member. */
export function invert(lists: PackedLists, memberCount: number): PackedLists {
  const owners = lists.starts.length - 1;
  const lastOwner = new Uint32Array(memberCount);
  const starts = new Uint32Array(memberCount + 1);
  const everyMembership = (visit: (member: number, owner: number) => void): void => {
    lastOwner.fill(0);
    for (let owner = 0; owner < owners; owner++) {
      const end = lists.starts[owner + 1] as number;
      for (let at = lists.starts[owner] as number; at < end; at++) {
        const member = lists.items[at] as number;
        if (lastOwner[member] === owner + 1) continue;
        lastOwner[member] = owner + 1;
        visit(member, owner);
      }
    }
  };
  everyMembership((member) => starts[member + 1]!++);
  for (let member = 0; member < memberCount; member++) starts[member + 1]! += starts[member] as number;
  const items = new Uint32Array(starts[memberCount] as number);
  const next = starts.slice(0, memberCount);
  everyMembership((member, owner) => (items[next[member]!++] = owner));
  return { starts, items };
}

/** A list of whole numbers that grows without boxing them. */
export class GrowableNumbers {
  private items: Uint32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.items = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** The numbers so far; a view that the next push may leave behind. */
  view(): Uint32Array {
    return this.items.subarray(0, this.length);
  }
}

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

const EMPTY = 0;

function slotOf(left: number, right: number, mask: number): number {
  let hash = Math.imul(left + 1, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) & mask;
}

/** Counts of pairs of numbers in an open hash of typed arrays. */
export class PairCounter {
  keys = new Uint32Array(2 << 12);
  counts = new Uint32Array(1 << 12);
  private used = 0;

  add(left: number, right: number, count = 1): void {
    const slot = findSlot(this.keys, this.counts.length - 1, left, right);
    if (this.keys[2 * slot] === EMPTY) {
      this.keys[2 * slot] = left + 1;
      this.keys[2 * slot + 1] = right + 1;
      this.used++;
    }
    this.counts[slot]! += count;
    if (this.used * 2 > this.counts.length) this.grow();
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(counts.length * 2);
    this.used = 0;
    for (let slot = 0; slot < counts.length; slot++) {
      const left = keys[2 * slot]!;
      if (left !== EMPTY) this.add(left - 1, keys[2 * slot + 1]! - 1, counts[slot]);
    }
  }
}

function findSlot(keys: Uint32Array, mask: number, left: number, right: number): number {
  let slot = slotOf(left, right, mask);
  for (;;) {
    const at = keys[2 * slot];
    if (at === EMPTY || (at === left + 1 && keys[2 * slot + 1] === right + 1)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** How often `right` follows `left`. */
export function pairCount(keys: Uint32Array, counts: Uint32Array, left: number, right: number): number {
  const slot = findSlot(keys, counts.length - 1, left, right);
  return keys[2 * slot] === EMPTY ? 0 : (counts[slot] ?? 0);
}
