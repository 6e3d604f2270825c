import type { QueryText } from '../read/query-text';
import type { PackedStrings } from './packed-index.types';
import type { SearchIndex } from './search-index';

/** A listing whose code is, begins with or holds the text. */
export interface CodeHit {
  readonly ordinal: number;
  readonly score: number;
}

const SHORTEST_PREFIX = 3;
const SHORTEST_PART = 5;
const MOST_HITS = 200;
const LONGEST = 40;
const MOST_LETTER_GROUPS = 3;
const LONGEST_GROUP = 4;
const FEWEST_DIGITS = 3;
const MOST_CODES = 3;
const SURE_NUMBER = /^\d{8,}$/;
const SIMILAR_SCORE = 0.5;
const MOST_SIMILAR = 20;
const CODE = /^[A-Z]{0,4}-?[0-9][0-9A-Z-]*$|^[A-Z]{2,4}[0-9A-Z]*[0-9][0-9A-Z]*$/;

/** Codes that a text holds, and whether it says nothing else. */
export interface CodesOfText {
  readonly codes: readonly string[];
  readonly alone: boolean;
}

/** The text without what asks as one code (`0101 234 567`), or else the words in it that can only be codes. */
export function codesIn({ considered, words }: QueryText): CodesOfText {
  const [first, last] = [words[0], words.at(-1)];
  const named = words.length > 1 && words.some(({ text }) => /^\p{L}{2,}$/u.test(text));
  const whole = first && last && !named ? codeOf(considered.slice(first.start, last.end)) : null;
  if (whole !== null) return { codes: [whole], alone: true };
  const tokens = considered
    .split(/[\s,;:?!()"']+/)
    .filter((token) => (token.match(/\d/g) ?? []).length >= FEWEST_DIGITS);
  const codes = tokens.flatMap((token) => (token.length < SHORTEST_PART ? [] : (codeOf(token) ?? [])));
  return { codes: codes.slice(0, MOST_CODES), alone: false };
}

/** A text as a code, or null when it cannot be one or a part of one: words with figures among their letters are none. */
function codeOf(text: string): string | null {
  const code = text.replace(/[\s.[\]()#]+/g, '').toUpperCase();
  if (code.length > LONGEST || !CODE.test(code)) return null;
  const letters = code.match(/[A-Z]+/g) ?? [];
  return letters.length <= MOST_LETTER_GROUPS && letters.every((each) => each.length <= LONGEST_GROUP) ? code : null;
}

/** Listings with one of the codes: in a text that says more, the whole code only. */
export function findByCodes(index: SearchIndex, { codes, alone }: CodesOfText): CodeHit[] {
  return codes.flatMap((code) => findByCode(index, code).filter(({ score }) => alone || score === 1));
}

/** Whether a text is nothing but a long number: then it is a code, even one that nobody has. */
export function isNumberAlone({ codes: [code = ''], alone }: CodesOfText): boolean {
  return alone && SURE_NUMBER.test(code);
}

/** Listings whose code is, or begins with, a code that is one digit away: exchanged, left out, put in, or two swapped. */
export function findSimilarCodes(index: SearchIndex, code: string): CodeHit[] {
  const found = new Map<number, CodeHit>();
  for (const other of oneDigitAway(code)) {
    for (let ordinal = lowerBound(index, other); ordinal < index.size && found.size < MOST_SIMILAR; ordinal++) {
      if (!index.codeOf(ordinal).startsWith(other)) break;
      found.set(ordinal, { ordinal, score: SIMILAR_SCORE });
    }
  }
  return [...found.values()];
}

function oneDigitAway(code: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at <= code.length; at++) {
    const [before, after] = [code.slice(0, at), code.slice(at)];
    for (const digit of '0123456789') {
      found.add(before + digit + after);
      if (after !== '') found.add(before + digit + after.slice(1));
    }
    if (after !== '') found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  found.delete(code);
  return found;
}

/** Listings by their code in whole (score 1), by its beginning, or by a part of it. */
function findByCode(index: SearchIndex, code: string): CodeHit[] {
  const first = lowerBound(index, code);
  const hits: CodeHit[] = [];
  for (let ordinal = first; ordinal < index.size && hits.length < MOST_HITS; ordinal++) {
    const found = index.codeOf(ordinal).toUpperCase();
    if (!found.startsWith(code)) break;
    if (found === code) hits.push({ ordinal, score: 1 });
    else if (code.length >= SHORTEST_PREFIX) hits.push({ ordinal, score: 0.7 + (0.25 * code.length) / found.length });
  }
  if (hits.length > 0 || code.length < SHORTEST_PART) return hits;
  return findPart(index, code);
}

/** The first ordinal whose code is not before `code`. Codes are sorted. */
function lowerBound(index: SearchIndex, code: string): number {
  let [low, high] = [0, index.size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.codeOf(middle) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findPart(index: SearchIndex, code: string): CodeHit[] {
  const { codes, codeBlocks } = index.packed;
  const block = Buffer.from(codes.bytes.buffer, codes.bytes.byteOffset, codes.bytes.byteLength);
  const hits: CodeHit[] = [];
  for (const [first, end] of blocksWith(code, codeBlocks, index.size)) {
    // Reading a block as one text tells whether its codes are worth reading one by one.
    if (!block.subarray(codes.starts[first], codes.starts[end]).includes(code)) continue;
    for (let ordinal = first; ordinal < end && hits.length < MOST_HITS; ordinal++) {
      const found = index.codeOf(ordinal);
      if (found.includes(code)) hits.push({ ordinal, score: 0.6 + (0.25 * code.length) / found.length });
    }
  }
  return hits;
}

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
