import 'reflect-metadata';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { runDirectoryBenchmark } from '../benchmarks/directory/run-directory-benchmark';
import { type PeopleOptions, runPeopleBenchmark } from '../benchmarks/people/run-people-benchmark';
import { runSearchBenchmark } from '../benchmarks/search/run-benchmark';
import { runHostileBenchmark } from '../benchmarks/search/run-hostile-benchmark';
import { runSpeedBenchmark } from '../benchmarks/search/run-speed-benchmark';
import { readConfig } from '../config';

interface SearchOptions {
  readonly manifest: string;
  readonly queries: number;
  readonly seed: number;
  readonly losses: number;
  readonly rivals: boolean;
  readonly employers: number;
  readonly hostile: number;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0.');
  return Number(text);
}

/** `npm run bench -- search [--manifest FILE] [--queries N] [--seed N] [--losses N] [--no-rivals] [--employers N] [--hostile N]` */
const program = new Command('bench').description('Benchmarks.').addCommand(
  new Command('search')
    .description('Compare the search with SQLite FTS5, PostgreSQL pg_trgm and minisearch on noisy queries.')
    .option('--manifest <file>', 'whose names to search', join('seeds', 'directory', 'manifest.json'))
    .option('--queries <number>', 'queries of each family', wholeNumber, 300)
    .option('--seed <number>', 'another seed gives other queries', wholeNumber, 1)
    .option('--losses <number>', 'lost queries to print', wholeNumber, 20)
    .option('--no-rivals', 'measure this search only')
    .option('--employers <number>', 'measure speed only, with so many generated employers', wholeNumber, 0)
    .option('--hostile <number>', 'measure so many hostile texts only', wholeNumber, 0)
    .action((options: SearchOptions) => {
      if (options.hostile > 0) return runHostileBenchmark(options, print);
      return options.employers > 0 ? runSpeedBenchmark(options, print) : runSearchBenchmark(options, print);
    }),
);

program.addCommand(
  new Command('directory')
    .description('Time lists of the directory in the configured database beside the same questions in SQL.')
    .option(
      '--positions <number>',
      'list employers near so many positions and print the memory instead',
      wholeNumber,
      0,
    )
    .action((options: { positions: number }) => runDirectoryBenchmark(readConfig(), options, print)),
);

program.addCommand(
  new Command('people')
    .description('Time what people ask about themselves at 10,000 people and at many, on SQLite and PostgreSQL.')
    .option('--people <number>', 'people of the larger database', wholeNumber, 1_000_000)
    .option('--rounds <number>', 'questions to each database', wholeNumber, 5_000)
    .option('--seed <number>', 'another seed gives other people', wholeNumber, 1)
    .option('--folder <path>', 'where to keep the SQLite files for the next time')
    .option('--no-postgres', 'measure SQLite only')
    .action((options: PeopleOptions) => runPeopleBenchmark(options, print)),
);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
