import type { PackedLists, PackedStrings } from './packed-index.types';

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
