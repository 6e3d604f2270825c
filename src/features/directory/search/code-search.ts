import { blocksWith } from './code-blocks';
import { type SearchIndex } from './search-index';

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
const CODE = /^[A-Z]{0,4}-?[0-9][0-9A-Z-]*$|^[A-Z]{2,4}[0-9A-Z]*[0-9][0-9A-Z]*$/;

/** The text as a code, or null when it cannot be one or a part of one: words with figures among their letters are none. */
export function codeIn(text: string): string | null {
  const code = text.replace(/[\s.[\]()#]+/g, '').toUpperCase();
  if (code.length > LONGEST || !CODE.test(code)) return null;
  const letters = code.match(/[A-Z]+/g) ?? [];
  return letters.length <= MOST_LETTER_GROUPS && letters.every((each) => each.length <= LONGEST_GROUP) ? code : null;
}

/** Listings by their code in whole (score 1), by its beginning, or by a part of it. */
export function findByCode(index: SearchIndex, code: string): CodeHit[] {
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
