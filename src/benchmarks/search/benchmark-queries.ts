import { randomSource, below } from '../../seeding/random';
import { type BenchmarkData } from './benchmark-data';
import { NormalNames, normalWords } from './normal-names';
import { type BenchmarkQuery, type QueryFamily, typedWords } from './query-families';

/**
 * `perFamily` queries of each family over the current listings of a kind, the same for the same seed. Right answers are
 * all current listings with the target's normal name (in the place, where one is given), and where noise has turned
 * the text into another listing's name, that one too: nobody could tell which was meant.
 */
export function makeQueries(
  data: BenchmarkData,
  kind: string,
  families: Readonly<Record<string, QueryFamily>>,
  perFamily: number,
  seed: number,
): BenchmarkQuery[] {
  const listings = data.listings.get(kind) ?? [];
  const current = listings.flatMap((listing, at) => (listing.current ? [at] : []));
  const names = new NormalNames(listings);
  if (current.length === 0) return [];
  return Object.entries(families).flatMap(([family, make]) => {
    const random = randomSource(seed, family);
    const queries: BenchmarkQuery[] = [];
    for (let tries = 0; queries.length < perFamily && tries < perFamily * 20; tries++) {
      const target = current[below(random, current.length)] ?? 0;
      const name = listings[target]?.name ?? '';
      const made = make({ name, words: typedWords(name), target, random, names, listings, data });
      if (!made) continue;
      const literally = names.named(normalWords(made.text).join(' '));
      const accepted = new Set([
        ...(made.accepted ?? names.named(names.nameOf(target))),
        ...(made.accepted ? [] : literally),
      ]);
      if (accepted.size > 0) queries.push({ family, text: made.text, target, accepted });
    }
    return queries;
  });
}
