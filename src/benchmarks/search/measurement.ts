import { type BenchmarkQuery } from './query-families';

/** A search engine under test: gives the places of the first ten listings. */
export interface Contestant {
  readonly name: string;
  find(text: string): number[] | Promise<number[]>;
}

/** The figures of one family, or of all. */
export interface Figures {
  readonly family: string;
  readonly queries: number;
  readonly recallAt1: number;
  readonly recallAt10: number;
  readonly meanReciprocalRank: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly slowestMilliseconds: number;
}

/** A query that was not answered at the first place. */
export interface Loss {
  readonly query: BenchmarkQuery;
  /** From 1; null when the answer is not among the first ten. */
  readonly rank: number | null;
  readonly first: number | null;
}

interface Outcome {
  readonly query: BenchmarkQuery;
  readonly rank: number | null;
  readonly first: number | null;
  readonly milliseconds: number;
}

/** Puts all queries to a contestant, one after the other. */
export async function measure(
  contestant: Contestant,
  queries: readonly BenchmarkQuery[],
): Promise<{ figures: Figures[]; losses: Loss[] }> {
  for (const query of queries.slice(0, 300)) await contestant.find(query.text);
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const start = process.hrtime.bigint();
    const found = await contestant.find(query.text);
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    const rank = found.slice(0, 10).findIndex((listing) => query.accepted.has(listing));
    outcomes.push({ query, rank: rank < 0 ? null : rank + 1, first: found[0] ?? null, milliseconds });
  }
  const families = [...new Set(queries.map((query) => query.family))];
  const figures = families.map((family) =>
    figuresOf(
      family,
      outcomes.filter((outcome) => outcome.query.family === family),
    ),
  );
  return {
    figures: [...figures, figuresOf('all', outcomes)],
    losses: outcomes.filter((outcome) => outcome.rank !== 1),
  };
}

function figuresOf(family: string, outcomes: readonly Outcome[]): Figures {
  const share = (counts: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + counts(outcome), 0) / Math.max(1, outcomes.length);
  const times = outcomes.map((outcome) => outcome.milliseconds).sort((left, right) => left - right);
  const quantile = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    family,
    queries: outcomes.length,
    recallAt1: share(({ rank }) => (rank === 1 ? 1 : 0)),
    recallAt10: share(({ rank }) => (rank === null ? 0 : 1)),
    meanReciprocalRank: share(({ rank }) => (rank === null ? 0 : 1 / rank)),
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
    slowestMilliseconds: times.at(-1) ?? 0,
  };
}
