/**
 * How much a word tells, 0..1: rare words tell more (inverse document frequency), and a word that its neighbour already
 * foretells (`tế` after `y`, `hạn` after `hữu`) half as much.
 * `count` of `total` listings have the word, `neighbourCount` the word before it, `pairCount` both in this order.
 */
export function wordWeight(total: number, count: number, neighbourCount: number, pairCount: number): number {
  const most = Math.log(1 + total);
  const alone = Math.log(1 + total / Math.max(1, count)) / most;
  if (pairCount === 0) return alone;
  const foretold = Math.log(1 + neighbourCount / pairCount) / most;
  return (alone + Math.min(alone, foretold)) / 2;
}

const ONE_LETTER = 0.22;
const TWO_LETTERS = 0.5;
const FIGURES = 0.45;

/** The weight of a word with regard to its length: short words and numbers are soon mistyped or met by chance. */
export function limitedWeight(word: string, weight: number): number {
  if (/^\d/.test(word)) return Math.min(weight, FIGURES);
  if (word.length === 1) return Math.min(weight, ONE_LETTER);
  return word.length === 2 ? Math.min(weight, TWO_LETTERS) : weight;
}
