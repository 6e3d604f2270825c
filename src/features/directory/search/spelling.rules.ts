const LETTERS = 26;
const FIRST_LETTER = 97;

/** Neighbours on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that sound alike somewhere in Vietnam: s/x, d/gi/r, l/n, v/d, c/t and n/m at the end, i/y, c/k. */
const SOUND_ALIKES = ['sx', 'dr', 'ln', 'vd', 'ct', 'iy', 'ck', 'ou', 'gd'];

const COSTS = { other: 1, neighbour: 0.85, alike: 0.7, swap: 0.8, doubled: 0.6, silent: 0.7 } as const;
const TOO_FAR = 9;

const exchanges = new Float64Array(LETTERS * LETTERS).fill(COSTS.other);

function setExchange(pair: string, cost: number): void {
  const [left, right] = [pair.charCodeAt(0) - FIRST_LETTER, pair.charCodeAt(1) - FIRST_LETTER];
  exchanges[left * LETTERS + right] = cost;
  exchanges[right * LETTERS + left] = cost;
}

for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const near of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (near) setExchange(keys.charAt(at) + near, COSTS.neighbour);
    }
  }
}
for (const pair of SOUND_ALIKES) setExchange(pair, COSTS.alike);

function exchange(typed: number, meant: number): number {
  if (typed === meant) return 0;
  const [left, right] = [typed - FIRST_LETTER, meant - FIRST_LETTER];
  const letters = left >= 0 && left < LETTERS && right >= 0 && right < LETTERS;
  return letters ? exchanges[left * LETTERS + right]! : COSTS.other;
}

const H = 104;
const G = 103;

/** A letter too many or too few costs less when it doubles its neighbour or is the `h` or `g` of a digraph (nh, th, ng). */
function omission(word: string, at: number): number {
  const letter = word.charCodeAt(at);
  if (letter === word.charCodeAt(at - 1) || letter === word.charCodeAt(at + 1)) return COSTS.doubled;
  return at > 0 && (letter === H || letter === G) ? COSTS.silent : COSTS.other;
}

const WIDTH = 32;
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * What it costs to take one folded word for another: letters left out, put in, exchanged or swapped with their
 * neighbours, about 1 each. Words of more than 31 letters are simply far apart.
 */
function slipCost(typed: string, meant: string): number {
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
        least = Math.min(least, costs[at - 2 * WIDTH - 2]! + COSTS.swap);
      }
      costs[at] = least;
    }
  }
  return costs[typed.length * WIDTH + meant.length]!;
}

const SHORT = 3;
const MOST_SLIPS_SHORT = 1;
const MOST_SLIPS = 2;
const OTHER_FIRST_LETTER = 0.06;

/** How alike two folded words are after slips, 0..1; 0 when they are too far apart for their length to be one word. */
export function slipSimilarity(typed: string, meant: string): number {
  const length = Math.max(typed.length, meant.length);
  const most = length <= SHORT ? MOST_SLIPS_SHORT : MOST_SLIPS;
  if (Math.abs(typed.length - meant.length) > most) return 0;
  const cost = slipCost(typed, meant);
  if (cost === 0) return 1;
  if (cost > most + 0.001 || cost >= length - 0.5) return 0;
  const first = typed.charCodeAt(0) === meant.charCodeAt(0) ? 0 : OTHER_FIRST_LETTER;
  return Math.max(0, 1 - first - (cost * 1.1) / (length + 0.8));
}
