import { ListingKind } from '../../features/directory/kinds/listing-kind.types';
import { readBenchmarkData } from './benchmark-data';
import { hostileTexts } from './hostile-texts';
import { loadDirectory } from './loaded-directory';

/** What the measurement of hostile texts loads and asks. */
export interface HostileOptions {
  readonly manifest: string;
  /** Texts to ask. */
  readonly hostile: number;
  /** Generated employers beside the listings of the manifest; 0 for those of the manifest. */
  readonly employers: number;
  readonly seed: number;
}

/** No search may hold the event loop for longer, in milliseconds of the processor. */
const LIMIT_MS = 50;
/** Texts asked before measuring, so that the code is compiled. */
const WARM_UP = 200;
const SLOWEST_SHOWN = 5;

/** Puts random and hostile texts to a search over all kinds, one after the other, and prints what they cost. */
export function runHostileBenchmark(options: HostileOptions, print: (line: string) => void): void {
  const { engine, samples } = loadDirectory(readBenchmarkData(options.manifest), options.employers, options.seed);
  const words = [...samples.values()].flatMap((listings) => listings.flatMap(({ name }) => name.split(' ')));
  const ask = (text: string): void =>
    void engine.search({ text, kinds: Object.values(ListingKind), limit: 10, offset: 0 });
  for (const text of hostileTexts(WARM_UP, words, options.seed + 1)) ask(text);
  const timings = [...hostileTexts(options.hostile, words, options.seed)].map((text) => {
    const before = process.cpuUsage();
    ask(text);
    const { user, system } = process.cpuUsage(before);
    return { text, milliseconds: (user + system) / 1e3 };
  });
  timings.sort((left, right) => right.milliseconds - left.milliseconds);
  const at = (part: number): string => (timings[Math.floor(timings.length * part)]?.milliseconds ?? NaN).toFixed(1);
  const over = timings.filter(({ milliseconds }) => milliseconds > LIMIT_MS).length;
  print(
    `${timings.length} hostile texts: p50 ${at(0.5)} ms, p99 ${at(0.01)} ms, slowest ${at(0)} ms; over ${LIMIT_MS} ms: ${over}`,
  );
  for (const { text, milliseconds } of timings.slice(0, SLOWEST_SHOWN))
    print(`  ${milliseconds.toFixed(1)} ms  ${JSON.stringify(text.slice(0, 100))}`);
}
