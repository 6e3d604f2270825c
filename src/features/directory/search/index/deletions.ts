import type { PackedLists } from './packed-index.types';

const HASH_ROOM = 2 ** 21;
/** Letters of the longest words that are indexed here: slips in longer ones are not looked for. */
const LONGEST_INDEXED = 16;
const DEEPEST = 2;

/** Letters that may be left out of a word of this length when slips are looked for. */
export function deletionDepth(length: number): number {
  return length <= 3 ? 1 : DEEPEST;
}

function hashSkipping(text: string, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    if (at !== first && at !== second) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/**
 * Visits hashes of the word and of the word with up to `depth` letters left out (some may come twice). A word that is
 * longer than any indexed one can be after slips has no neighbour: nothing is visited.
 */
export function forEachDeletion(text: string, depth: number, visit: (hash: number) => void): void {
  if (text.length > LONGEST_INDEXED + DEEPEST) return;
  visit(hashSkipping(text, -1, -1));
  for (let first = 0; first < text.length; first++) {
    visit(hashSkipping(text, first, -1));
    if (depth < 2) continue;
    for (let second = first + 1; second < text.length; second++) visit(hashSkipping(text, first, second));
  }
}

/** The table that finds the neighbours of a misspelt word (symmetric deletion). Words with figures have none. */
export function buildDeletions(keyTexts: readonly string[]): { hashes: Uint32Array; keys: PackedLists } {
  if (keyTexts.length > HASH_ROOM) throw new RangeError(`An index holds at most ${HASH_ROOM} different words.`);
  const entries: number[] = [];
  for (const [key, text] of keyTexts.entries()) {
    if (text.length < 2 || text.length > LONGEST_INDEXED || /\d/.test(text)) continue;
    forEachDeletion(text, deletionDepth(text.length), (hash) => entries.push(hash * HASH_ROOM + key));
  }
  const sorted = Float64Array.from(entries).sort();
  const hashes: number[] = [];
  const starts: number[] = [];
  const items: number[] = [];
  let previous = -1;
  for (const entry of sorted) {
    if (entry === previous) continue;
    previous = entry;
    const hash = Math.floor(entry / HASH_ROOM);
    if (hashes.at(-1) !== hash) {
      hashes.push(hash);
      starts.push(items.length);
    }
    items.push(entry % HASH_ROOM);
  }
  starts.push(items.length);
  return {
    hashes: Uint32Array.from(hashes),
    keys: { starts: Uint32Array.from(starts), items: Uint32Array.from(items) },
  };
}
