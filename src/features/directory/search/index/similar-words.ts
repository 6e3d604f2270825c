import { foldMarks, toneOf, withoutTones } from '../../../../shared/vietnamese/marks';
import { EDIT_COSTS, LEAST_MARK_AGREEMENT, MARK_COSTS, OTHER_FIRST_LETTER, UNMARKED } from '../tuning';
import type { PackedLists } from './packed-index.types';

const LETTERS = 26;
const FIRST_LETTER = 97;

/** Neighbours on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that sound alike somewhere in Vietnam: s/x, d/gi/r, l/n, v/d, c/t and n/m at the end, i/y, c/k. */
const SOUND_ALIKES = ['sx', 'dr', 'ln', 'vd', 'ct', 'iy', 'ck', 'ou', 'gd'];

const TOO_FAR = 9;

const exchanges = new Float64Array(LETTERS * LETTERS).fill(EDIT_COSTS.other);

function setExchange(pair: string, cost: number): void {
  const [left, right] = [pair.charCodeAt(0) - FIRST_LETTER, pair.charCodeAt(1) - FIRST_LETTER];
  exchanges[left * LETTERS + right] = cost;
  exchanges[right * LETTERS + left] = cost;
}

for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const near of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (near) setExchange(keys.charAt(at) + near, EDIT_COSTS.neighbour);
    }
  }
}
for (const pair of SOUND_ALIKES) setExchange(pair, EDIT_COSTS.alike);

function exchange(typed: number, meant: number): number {
  if (typed === meant) return 0;
  const [left, right] = [typed - FIRST_LETTER, meant - FIRST_LETTER];
  const letters = left >= 0 && left < LETTERS && right >= 0 && right < LETTERS;
  return letters ? exchanges[left * LETTERS + right]! : EDIT_COSTS.other;
}

const H = 104;
const G = 103;

/** A letter too many or too few costs less when it doubles its neighbour or is the `h` or `g` of a digraph (nh, th, ng). */
function omission(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1)) return EDIT_COSTS.doubled;
  return at > 0 && (letter === H || letter === G) ? EDIT_COSTS.silent : EDIT_COSTS.other;
}

const WIDTH = 32;
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * What it costs to take one folded word for another: letters left out, put in, exchanged or swapped with their
 * neighbours, about 1 each. Words of more than 31 letters are simply far apart.
 */
function weightedEditDistance(typed: string, meant: string): number {
  if (typed.length >= WIDTH || meant.length >= WIDTH) return TOO_FAR;
  costs[0] = 0;
  for (let i = 1; i <= typed.length; i++) costs[i * WIDTH] = costs[(i - 1) * WIDTH]! + omission(typed, i - 1);
  for (let j = 1; j <= meant.length; j++) costs[j] = costs[j - 1]! + omission(meant, j - 1);
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    const left = omission(typed, i - 1);
    for (let j = 1; j <= meant.length; j++) {
      const at = i * WIDTH + j;
      const other = meant.charCodeAt(j - 1);
      let least = costs[at - WIDTH - 1]! + exchange(letter, other);
      least = Math.min(least, costs[at - WIDTH]! + left, costs[at - 1]! + omission(meant, j - 1));
      if (
        i > 1 &&
        j > 1 &&
        letter !== other &&
        letter === meant.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === other
      ) {
        least = Math.min(least, costs[at - 2 * WIDTH - 2]! + EDIT_COSTS.swap);
      }
      costs[at] = least;
    }
  }
  return costs[typed.length * WIDTH + meant.length]!;
}

const SHORT = 3;
const MOST_SLIPS_SHORT = 1;
const MOST_SLIPS = 2;

/** How alike two folded words are after slips, 0..1; 0 when they are too far apart for their length to be one word. */
export function wordSimilarity(typed: string, meant: string): number {
  const length = Math.max(typed.length, meant.length);
  const most = length <= SHORT ? MOST_SLIPS_SHORT : MOST_SLIPS;
  if (Math.abs(typed.length - meant.length) > most) return 0;
  const cost = weightedEditDistance(typed, meant);
  if (cost === 0) return 1;
  if (cost > most + 0.001 || cost >= length - 0.5) return 0;
  const first = typed.charCodeAt(0) === meant.charCodeAt(0) ? 0 : OTHER_FIRST_LETTER;
  return Math.max(0, 1 - first - (cost * 1.1) / (length + 0.8));
}

/** Letters and figures as small numbers: 1-26, 27-36, and 37 for everything else. */
const OTHER = 37;

/** Number of different symbols of a symbols, 0 included. */
const SYMBOLS = OTHER + 1;

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : OTHER;
}

/** Keys written one after the other without blanks, as symbols: what whole names are compared by. */
export function symbolsOf(keys: readonly string[]): number[] {
  const symbols: number[] = [];
  for (const key of keys) for (let at = 0; at < key.length; at++) symbols.push(symbolOf(key.charCodeAt(at)));
  return symbols;
}

const WORD = 32;
const MOST_BLOCKS = 8;

/** The longest pattern that is compared. */
const LONGEST_PATTERN = WORD * MOST_BLOCKS;

/**
 * Counts the slips between one pattern and many texts: symbols put in, left out, exchanged, or swapped with the next.
 * Myers' bit-parallel algorithm in blocks of 32 symbols, with Hyyrö's swaps (2003).
 */
export class EditDistance {
  private readonly length: number;
  private readonly blocks: number;
  private readonly masks: Int32Array;
  private readonly up: Int32Array;
  private readonly down: Int32Array;
  private readonly same: Int32Array;

  constructor(pattern: readonly number[]) {
    this.length = Math.min(pattern.length, LONGEST_PATTERN);
    this.blocks = Math.max(1, Math.ceil(this.length / WORD));
    this.masks = new Int32Array(SYMBOLS * this.blocks);
    for (let at = 0; at < this.length; at++) this.masks[pattern[at]! * this.blocks + (at >>> 5)]! |= 1 << (at & 31);
    this.up = new Int32Array(this.blocks);
    this.down = new Int32Array(this.blocks);
    this.same = new Int32Array(this.blocks);
  }

  /** Slips between the pattern and `text[start … end)`; some greater number when there are more than `most`. */
  count(text: Uint8Array, start: number, end: number, most = Infinity): number {
    const { blocks, masks, up, down, same } = this;
    if (this.length === 0) return end - start;
    up.fill(-1);
    down.fill(0);
    same.fill(0);
    const lastBit = 1 << ((this.length - 1) & 31);
    let distance = this.length;
    let before = 0;
    for (let at = start; at < end; at++) {
      const symbol = text[at]! * blocks;
      let [upIn, downIn, swapIn] = [1, 0, 0];
      for (let block = 0; block < blocks; block++) {
        const mask = masks[symbol + block]!;
        const [vp, vn] = [up[block]!, down[block]!];
        const swappable = ~same[block]! & mask;
        const swap = ((swappable << 1) | swapIn) & (before > 0 ? masks[before + block]! : 0);
        swapIn = swappable >>> 31;
        const met = mask | downIn;
        const zero = (((met & vp) + vp) ^ vp) | met | vn | swap | 0;
        let hp = vn | ~(zero | vp);
        let hn = zero & vp;
        if (block === blocks - 1) {
          if (hp & lastBit) distance++;
          else if (hn & lastBit) distance--;
        }
        const [upOut, downOut] = [hp >>> 31, hn >>> 31];
        hp = (hp << 1) | upIn;
        hn = (hn << 1) | downIn;
        up[block] = hn | ~(zero | hp);
        down[block] = zero & hp;
        same[block] = zero;
        [upIn, downIn] = [upOut, downOut];
      }
      // Each symbol to come can take back one slip at most.
      if (distance - (end - at - 1) > most) return distance;
      before = symbol;
    }
    return distance;
  }
}

/**
 * How well the marks of a typed word agree with those of a word with the same letters: 1 for the same, a little less
 * when no marks were typed at all (then every word with these letters is as good), less for each mark that differs.
 */
export function marksAgreement(typed: string, meant: string): number {
  if (typed === meant) return 1;
  const folded = foldMarks(typed);
  if (folded === typed) return folded === meant ? 1 : UNMARKED;
  if (typed.length !== meant.length) return UNMARKED;
  let cost = 0;
  const [typedShapes, meantShapes] = [withoutTones(typed), withoutTones(meant)];
  let [typedTone, meantTone] = [0, 0];
  for (let at = 0; at < typed.length; at++) {
    typedTone ||= toneOf(typed.charAt(at));
    meantTone ||= toneOf(meant.charAt(at));
    const [shape, other] = [typedShapes.charAt(at), meantShapes.charAt(at)];
    if (shape === other || folded.charAt(at) === 'y' || folded.charAt(at) === 'i') continue;
    if (shape === folded.charAt(at)) cost += MARK_COSTS.shapeLeftOut;
    else cost += other === folded.charAt(at) ? MARK_COSTS.markAdded : MARK_COSTS.shapeDiffers;
  }
  if (typedTone !== meantTone) {
    if (typedTone === 0) cost += MARK_COSTS.toneLeftOut;
    else cost += meantTone === 0 ? MARK_COSTS.markAdded : MARK_COSTS.toneDiffers;
  }
  return Math.max(LEAST_MARK_AGREEMENT, 1 - cost);
}

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
