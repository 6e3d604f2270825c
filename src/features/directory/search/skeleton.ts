/** Letters and figures as small numbers: 1-26, 27-36, and 37 for everything else. */
const OTHER = 37;

/** Number of different symbols of a skeleton, 0 included. */
const SKELETON_SYMBOLS = OTHER + 1;

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : OTHER;
}

/** Keys written one after the other without blanks, as symbols: what whole names are compared by. */
export function skeletonOf(keys: readonly string[]): number[] {
  const symbols: number[] = [];
  for (const key of keys) for (let at = 0; at < key.length; at++) symbols.push(symbolOf(key.charCodeAt(at)));
  return symbols;
}

const WORD = 32;
const MOST_BLOCKS = 8;

/** The longest pattern that is compared. */
const LONGEST_SKELETON = WORD * MOST_BLOCKS;

/**
 * Counts the slips between one pattern and many texts: symbols put in, left out, exchanged, or swapped with the next.
 * Myers' bit-parallel algorithm in blocks of 32 symbols, with Hyyrö's swaps (2003).
 */
export class SlipCounter {
  private readonly length: number;
  private readonly blocks: number;
  private readonly masks: Int32Array;
  private readonly up: Int32Array;
  private readonly down: Int32Array;
  private readonly same: Int32Array;

  constructor(pattern: readonly number[]) {
    this.length = Math.min(pattern.length, LONGEST_SKELETON);
    this.blocks = Math.max(1, Math.ceil(this.length / WORD));
    this.masks = new Int32Array(SKELETON_SYMBOLS * this.blocks);
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
