/** A stream of random numbers in [0, 1) that depends on its seed alone. */
export type RandomSource = () => number;

/** FNV-1a with 32 bits: turns the name of a stream into a number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The generator sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand): 128 bits of state, a counter in it that
 * rules out short cycles. `Math.random` cannot be seeded, and demonstration data must be the same on every machine.
 * Streams of different `name` are independent: more clinics do not change the employers.
 */
export function randomSource(seed: number, name: string): RandomSource {
  let a = hashOf(name);
  let b = seed >>> 0;
  let c = Math.floor(seed / 0x1_0000_0000) >>> 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The author's advice: the first outputs still show the seed.
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** A whole number from 0 to `limit` - 1. */
export function below(random: RandomSource, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of `items`, each as likely as the others. */
export function oneOf<T>(random: RandomSource, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from: the list is empty.');
  return item;
}

/** Whether an event of this probability happens. */
export function chance(random: RandomSource, probability: number): boolean {
  return random() < probability;
}

/** A choice among `items` by weight, prepared once: each draw takes a binary search. */
export function weightedChoice<T extends { readonly weight: number }>(
  items: readonly T[],
): (random: RandomSource) => T {
  const bounds: number[] = [];
  let total = 0;
  for (const item of items) bounds.push((total += item.weight));
  if (!(total > 0)) throw new RangeError('Nothing to choose from: no item has a weight above 0.');
  return (random) => {
    const target = random() * total;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bounds[middle] ?? total) > target) high = middle;
      else low = middle + 1;
    }
    return items[low] as T;
  };
}
