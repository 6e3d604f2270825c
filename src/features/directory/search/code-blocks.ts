import { type PackedStrings } from './search-index.types';

/** Codes are looked through in blocks of so many. */
const BLOCK = 64;
/** Letters that are hashed together, and bits for what a block holds of them. */
const GRAM = 4;
const BITS = 4096;
const WORDS = BITS / 32;

function bitOf(text: Uint8Array, at: number): number {
  const gram = (text[at]! << 24) | (text[at + 1]! << 16) | (text[at + 2]! << 8) | text[at + 3]!;
  return Math.imul(gram, 0x9e3779b1) >>> 20;
}

/** For each block of codes which groups of four letters are in it: what finds a part of a code without reading all. */
export function buildCodeBlocks({ bytes, starts }: PackedStrings): Uint32Array {
  const count = starts.length - 1;
  const blocks = new Uint32Array(Math.ceil(count / BLOCK) * WORDS);
  for (let code = 0; code < count; code++) {
    const block = Math.floor(code / BLOCK) * WORDS;
    for (let at = starts[code]!; at + GRAM <= starts[code + 1]!; at++) {
      const bit = bitOf(bytes, at);
      blocks[block + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  }
  return blocks;
}

/** The ranges of codes, first and one past the last, among which a part of a code may be found. */
export function blocksWith(part: string, blocks: Uint32Array, count: number): (readonly [number, number])[] {
  const text = Buffer.from(part);
  const bits = Array.from({ length: Math.max(0, text.length - GRAM + 1) }, (_, at) => bitOf(text, at));
  const found: (readonly [number, number])[] = [];
  for (let first = 0, block = 0; first < count; first += BLOCK, block += WORDS) {
    if (bits.every((bit) => (blocks[block + (bit >>> 5)]! & (1 << (bit & 31))) !== 0))
      found.push([first, Math.min(count, first + BLOCK)]);
  }
  return found;
}
