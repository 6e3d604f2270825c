import { mannWhitneyP } from './mann-whitney';

/** Times of answers in milliseconds, by what was asked for. */
export type Times<Sort extends string> = Record<Sort, number[]>;

/** Samples that must all say the same before a difference is believed: a busy machine makes one now and then, a leak always. */
export const SAMPLES = 3;

interface Comparison {
  readonly pair: string;
  /** The chance of ranks at least as uneven if both take the same time. */
  readonly p: number;
  /** Whether the first of the pair took longer. */
  readonly isLonger: boolean;
}

/**
 * The pairs of sorts that are told apart by their times: in each of three samples, by chance less often than `least`, and
 * in the same direction. `sample` takes one; later ones are taken only while a difference stands. What was found is printed.
 */
export async function toldApart<Sort extends string>(
  pairs: readonly (readonly [Sort, Sort])[],
  least: number,
  sample: (round: number) => Promise<Times<Sort>>,
): Promise<string[]> {
  const seen = new Map<string, number>();
  for (let round = 0; round < SAMPLES; round++) {
    const times = await sample(round);
    for (const { pair, p, isLonger } of pairs.map(([one, other]) => compare(one, other, times))) {
      if (p > least) continue;
      process.stdout.write(`sample ${round + 1}: ${pair} differ, p = ${p.toExponential(2)}\n`);
      const way = `${pair}, the first ${isLonger ? 'longer' : 'shorter'}`;
      seen.set(way, (seen.get(way) ?? 0) + 1);
    }
    if (![...seen.values()].includes(round + 1)) return [];
  }
  return [...seen].filter(([, rounds]) => rounds === SAMPLES).map(([way]) => way);
}

function compare<Sort extends string>(one: Sort, other: Sort, times: Times<Sort>): Comparison {
  const p = mannWhitneyP(times[one], times[other]);
  return { pair: `${one} / ${other}`, p, isLonger: median(times[one]) > median(times[other]) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
