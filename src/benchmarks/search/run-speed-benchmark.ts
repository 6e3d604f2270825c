import { ListingKind } from '../../features/directory/kinds/listing-kind.types';
import { type SearchEngine } from '../../features/directory/search/search-engine';
import { readBenchmarkData } from './benchmark-data';
import { makeQueries } from './benchmark-queries';
import { HOLDOUT_FAMILIES } from './holdout-families';
import { loadDirectory, type IndexCost } from './loaded-directory';
import { QUERY_FAMILIES } from './query-families';

/** What the measurement of speed loads and asks. */
export interface SpeedOptions {
  readonly manifest: string;
  /** Generated employers. */
  readonly employers: number;
  /** Queries of each family and kind. */
  readonly queries: number;
  readonly seed: number;
}

/** One query, how long its first answer took by the clock, and the shortest processor time of all its answers. */
interface Timing {
  readonly family: string;
  readonly kind: ListingKind;
  readonly text: string;
  readonly first: number;
  readonly shortest: number;
}

type Print = (line: string) => void;

const MEGABYTE = 1e6;
/** The first round meets each text for the first time; the shortest of all shows least of the machine's other work. */
const ROUNDS = 3;
const WARM_UP = 300;
const SLOWEST_SHOWN = 8;

/**
 * Measures searches over all kinds at once, in this process: the noisy queries of all families over names of every
 * kind, with `employers` generated employers beside the clinics, offices and agents of a manifest.
 */
export function runSpeedBenchmark(options: SpeedOptions, print: Print): void {
  const data = readBenchmarkData(options.manifest);
  const { engine, costs, samples } = loadDirectory(data, options.employers, options.seed);
  for (const cost of costs) printCost(cost, print);
  const queries = [...samples].flatMap(([kind, listings]) => {
    const families = { ...QUERY_FAMILIES, ...HOLDOUT_FAMILIES };
    const sampled = { ...data, listings: new Map([[kind, listings]]) };
    return makeQueries(sampled, kind, families, options.queries, options.seed).map((query) => ({ ...query, kind }));
  });
  for (const query of queries.filter((_, at) => at % Math.ceil(queries.length / WARM_UP) === 1))
    ask(engine, query.text);
  for (const [title, put] of [
    ['searches', ask],
    ['suggestions', suggest],
  ] as const) {
    const timings = measure(engine, queries, put);
    print(
      `\n${title} over all kinds: the first answer by the clock, and the shortest processor time of ${ROUNDS}, in ms`,
    );
    print(`${''.padEnd(22)} queries      p50      p99      max |     p50      p99      max`);
    for (const group of ['family', 'kind'] as const) {
      for (const name of new Set(timings.map((timing) => timing[group]))) {
        const own = timings.filter((timing) => timing[group] === name);
        printTimes(name, own, print);
      }
    }
    printTimes('all', timings, print);
    const slowest = [...timings].sort((left, right) => right.first - left.first).slice(0, SLOWEST_SHOWN);
    for (const { family, kind, text, first } of slowest)
      print(`  ${first.toFixed(1)} ms  ${kind.toLowerCase()}, ${family}: ${text}`);
  }
  printMemory(print);
}

function ask(engine: SearchEngine, text: string): void {
  engine.search({ text, kinds: Object.values(ListingKind), limit: 10, offset: 0 });
}

function suggest(engine: SearchEngine, text: string): void {
  engine.suggest({ text, kinds: Object.values(ListingKind), limit: 8 });
}

function measure(
  engine: SearchEngine,
  queries: readonly { readonly family: string; readonly text: string; readonly kind: ListingKind }[],
  put: (engine: SearchEngine, text: string) => void,
): Timing[] {
  const first: number[] = [];
  const shortest = queries.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { text }] of queries.entries()) {
      const [start, processor] = [performance.now(), process.cpuUsage()];
      put(engine, text);
      const { user, system } = process.cpuUsage(processor);
      first[at] ??= performance.now() - start;
      shortest[at] = Math.min(shortest[at] ?? Infinity, (user + system) / 1e3);
    }
  }
  return queries.map(({ family, text, kind }, at) => ({
    family,
    kind,
    text,
    first: first[at] ?? NaN,
    shortest: shortest[at] ?? NaN,
  }));
}

function printCost({ kind, listings, bytes, buildMilliseconds }: IndexCost, print: Print): void {
  const size = `${(bytes / MEGABYTE).toFixed(1)} MB`.padStart(10);
  print(
    `${kind.padEnd(9)} ${String(listings).padStart(8)} listings ${size}, built in ${Math.round(buildMilliseconds)} ms`,
  );
}

function printTimes(family: string, timings: readonly Timing[], print: Print): void {
  const figures = (times: readonly number[]): string => {
    const sorted = [...times].sort((left, right) => left - right);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
    return [at(0.5), at(0.99), at(1)].map((time) => time.toFixed(2).padStart(8)).join(' ');
  };
  const [first, shortest] = [timings.map((each) => each.first), timings.map((each) => each.shortest)];
  print(`${family.padEnd(22)} ${String(timings.length).padStart(7)} ${figures(first)} |${figures(shortest)}`);
}

function printMemory(print: Print): void {
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const highest = process.resourceUsage().maxRSS * 1024;
  const [now, objects, arrays, most] = [rss, heapUsed, arrayBuffers, highest].map((bytes) =>
    Math.round(bytes / MEGABYTE),
  );
  print(`\nmemory of the process: ${now} MB (objects ${objects}, arrays ${arrays}), at most ${most} MB while building`);
}
