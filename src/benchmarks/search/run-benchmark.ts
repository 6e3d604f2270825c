import { SearchEngine } from '../../features/directory/search/search-engine';
import { SearchIndex } from '../../features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../features/directory/search/index/search-index-builder';
import { ListingKind } from '../../features/directory/kinds/listing-kind.types';
import { type BenchmarkData, type BenchmarkListing, readBenchmarkData } from './benchmark-data';
import { ALL_KINDS, searchOverAllKinds } from './all-kinds';
import { ASKING_FAMILIES } from './asking-families';
import { makeQueries } from './benchmark-queries';
import { HOLDOUT_FAMILIES } from './holdout-families';
import { measure, type Contestant, type Figures, type Loss } from './measurement';
import { OUTSIDER_FAMILIES } from './outsider-families';
import { QUERY_FAMILIES } from './query-families';
import { ftsTrigram, miniSearch, postgresTrigram, type NamedListing } from './rivals';

/** What the benchmark runs over and how much it prints. */
export interface BenchmarkOptions {
  readonly manifest: string;
  /** Queries of each family. */
  readonly queries: number;
  readonly seed: number;
  /** Lost queries to print of each set. */
  readonly losses: number;
  readonly rivals: boolean;
}

type Print = (line: string) => void;

const SETS = { benchmark: QUERY_FAMILIES, 'hold-out': HOLDOUT_FAMILIES, outsider: OUTSIDER_FAMILIES } as const;

/** Compares this search with general ones on noisy queries made from the names of current clinics. */
export async function runSearchBenchmark(options: BenchmarkOptions, print: Print): Promise<void> {
  const data = readBenchmarkData(options.manifest);
  const clinics = data.listings.get('clinics') ?? [];
  const named = clinics.flatMap((clinic, place): NamedListing[] =>
    clinic.current ? [{ place, name: clinic.name }] : [],
  );
  print(`${named.length} current clinics, seed ${options.seed}, ${options.queries} queries a family`);
  const ours = ourSearch(data, clinics, print);
  const rivals = options.rivals ? [ftsTrigram(named), await postgresTrigram(named), await miniSearch(named)] : [];
  try {
    for (const [set, families] of Object.entries(SETS)) {
      const queries = makeQueries(data, 'clinics', families, options.queries, options.seed);
      for (const contestant of [ours, ...rivals]) {
        const { figures, losses } = await measure(contestant, queries);
        printFigures(`${set}: ${contestant.name}`, figures, print);
        if (contestant === ours) printLosses(losses.slice(0), options.losses, clinics, print);
      }
    }
    await measureAskers(data, options, print);
  } finally {
    for (const rival of rivals) await rival.close();
  }
}

/** What people ask, over all kinds at once. */
async function measureAskers(data: BenchmarkData, options: BenchmarkOptions, print: Print): Promise<void> {
  const all = searchOverAllKinds(data);
  const queries = makeQueries(all.data, ALL_KINDS, ASKING_FAMILIES, options.queries, options.seed);
  const { figures, losses } = await measure(all.contestant, queries);
  printFigures(`all kinds: ${all.contestant.name}`, figures, print);
  printLosses(losses, options.losses, all.data.listings.get(ALL_KINDS) ?? [], print);
}

function ourSearch(data: BenchmarkData, clinics: readonly BenchmarkListing[], print: Print): Contestant {
  const start = performance.now();
  const builder = new SearchIndexBuilder();
  for (const clinic of clinics) builder.add(clinic);
  const index = new SearchIndex(builder.finish());
  const engine = new SearchEngine(new Map([[ListingKind.CLINIC, index]]), data.units);
  print(
    `index of ${index.size} clinics: ${(index.bytes / 1e6).toFixed(1)} MB, built in ${Math.round(performance.now() - start)} ms`,
  );
  const accepts = (_kind: ListingKind, ordinal: number): boolean => clinics[ordinal]?.current ?? false;
  return {
    name: 'this search',
    find: (text) =>
      engine
        .search({ text, kinds: [ListingKind.CLINIC], accepts, limit: 10, offset: 0 })
        .hits.map((hit) => hit.ordinal),
  };
}

function printFigures(title: string, figures: readonly Figures[], print: Print): void {
  print(`\n${title}`);
  print(`${'family'.padEnd(22)} queries  recall@1  recall@10     MRR   p50 ms   p99 ms   max ms`);
  for (const each of figures) {
    const shares = [each.recallAt1, each.recallAt10, each.meanReciprocalRank].map((share, at) =>
      share.toFixed(4).padStart([9, 10, 7][at] ?? 8),
    );
    const times = [each.p50Milliseconds, each.p99Milliseconds, each.slowestMilliseconds].map((time) =>
      time.toFixed(2).padStart(8),
    );
    print(`${each.family.padEnd(22)} ${String(each.queries).padStart(7)} ${shares.join(' ')} ${times.join(' ')}`);
  }
}

/** Shows lost queries spread over the families, for each family the first ones. */
function printLosses(losses: readonly Loss[], most: number, listings: readonly BenchmarkListing[], print: Print): void {
  if (losses.length === 0 || most === 0) return;
  print(`\n${losses.length} queries are not answered at the first place, for example:`);
  const families = [...new Set(losses.map((loss) => loss.query.family))];
  const each = Math.max(1, Math.floor(most / families.length));
  for (const family of families) {
    for (const { query, rank, first } of losses.filter((loss) => loss.query.family === family).slice(0, each)) {
      print(
        `  ${family}: "${query.text}" meant "${listings[query.target]?.name ?? ''}", at place ${rank ?? '> 10'}; first came "${first === null ? '' : (listings[first]?.name ?? '')}"`,
      );
    }
  }
}
