/** Neighbours on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = new Set<string>();
for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const near of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (near) NEIGHBOURS.add(keys.charAt(at) + near).add(near + keys.charAt(at));
    }
  }
}
/** Letters that sound alike somewhere in Vietnam: s/x, d/gi/r, l/n, v/d, c/t and n/m at the end, i/y, c/k. */
const SOUND_ALIKES = new Set([
  'sx',
  'xs',
  'dr',
  'rd',
  'ln',
  'nl',
  'vd',
  'dv',
  'ct',
  'tc',
  'iy',
  'yi',
  'ck',
  'kc',
  'ou',
  'uo',
]);

const COSTS = { other: 1, neighbour: 0.85, alike: 0.7, swap: 0.8, doubled: 0.6, silent: 0.7 } as const;
const TOO_FAR = 9;

function substitution(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (SOUND_ALIKES.has(typed + meant)) return COSTS.alike;
  return NEIGHBOURS.has(typed + meant) ? COSTS.neighbour : COSTS.other;
}

/** A letter too many or too few costs less when it doubles its neighbour or is the `h` or `g` of a digraph (nh, th, ng). */
function omission(word: string, at: number): number {
  const letter = word.charAt(at);
  if (letter === word.charAt(at - 1) || letter === word.charAt(at + 1)) return COSTS.doubled;
  if ((letter === 'h' || letter === 'g') && at > 0) return COSTS.silent;
  return COSTS.other;
}

const WIDTH = 32;
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * What it costs to take one folded word for another: letters left out, put in, exchanged or swapped with their
 * neighbours, about 1 each. Words of more than 31 letters are simply far apart.
 */
export function slipCost(typed: string, meant: string): number {
  if (typed.length >= WIDTH || meant.length >= WIDTH) return TOO_FAR;
  for (let i = 0; i <= typed.length; i++)
    costs[i * WIDTH] = i === 0 ? 0 : costs[(i - 1) * WIDTH]! + omission(typed, i - 1);
  for (let j = 1; j <= meant.length; j++) costs[j] = costs[j - 1]! + omission(meant, j - 1);
  for (let i = 1; i <= typed.length; i++) {
    for (let j = 1; j <= meant.length; j++) {
      const at = i * WIDTH + j;
      let least = costs[at - WIDTH - 1]! + substitution(typed.charAt(i - 1), meant.charAt(j - 1));
      least = Math.min(least, costs[at - WIDTH]! + omission(typed, i - 1), costs[at - 1]! + omission(meant, j - 1));
      if (
        i > 1 &&
        j > 1 &&
        typed.charAt(i - 1) === meant.charAt(j - 2) &&
        typed.charAt(i - 2) === meant.charAt(j - 1)
      ) {
        least = Math.min(
          least,
          costs[at - 2 * WIDTH - 2]! + (typed.charAt(i - 1) === typed.charAt(i - 2) ? 0 : COSTS.swap),
        );
      }
      costs[at] = least;
    }
  }
  return costs[typed.length * WIDTH + meant.length]!;
}

/** How alike two folded words are after slips, 0..1; 0 when they are too far apart for their length to be one word. */
export function slipSimilarity(typed: string, meant: string): number {
  const length = Math.max(typed.length, meant.length);
  const cost = slipCost(typed, meant);
  if (cost === 0) return 1;
  const most = length <= 3 ? 1 : 2;
  if (cost > most + 0.001 || cost >= length - 0.5) return 0;
  const first = typed.charAt(0) === meant.charAt(0) ? 0 : 0.06;
  return Math.max(0, 1 - first - (cost * 1.1) / (length + 0.8));
}
