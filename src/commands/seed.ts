import { Command, InvalidArgumentError } from 'commander';
import { type Demonstration, readDemonstration } from '../seeding/demonstration';
import { writeGeneratedManifest } from '../seeding/generated-manifest';

/** Makes up entries of the directory, tells the operator, and returns the exit code of the process. */
export type DirectorySeeding = (demonstration: Demonstration, allowShrink: boolean) => Promise<number>;

/** Makes up persons and their records, and tells the operator. */
export type PeopleSeeding = (count: number, seed: number) => Promise<void>;

interface SeedOptions {
  readonly people?: number;
  readonly employers?: number;
  readonly clinics?: number;
  readonly agents?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly allowShrink?: true;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Expected a whole number from 0.');
  return value;
}

/** What to generate: the numbers given, the others 0; without any, the demonstration that ships with the project. */
export function wanted(options: SeedOptions, shipped: Demonstration): Demonstration {
  const { employers, clinics, agents, seed = shipped.seed } = options;
  if (employers === undefined && clinics === undefined && agents === undefined) return { ...shipped, seed };
  return { employers: employers ?? 0, clinics: clinics ?? 0, agents: agents ?? 0, seed };
}

/**
 * `npm run seed -- --people N --employers N --clinics N --agents N [--seed N] [--allow-shrink] [--out DIRECTORY]`: generates
 * demonstration entries and imports them; each kind generated replaces what the directory holds of that kind. With `--out` the files are
 * written there and nothing is imported. Persons go into the database directly.
 */
export function seedCommand(seedDirectory: DirectorySeeding, seedPeople: PeopleSeeding): Command {
  return new Command('seed')
    .description('Generate demonstration entries and import them; every kind generated replaces that kind.')
    .option('--employers <number>', 'employers to generate', wholeNumber)
    .option('--clinics <number>', 'clinics to generate', wholeNumber)
    .option('--agents <number>', 'collection points to generate', wholeNumber)
    .option('--people <number>', 'persons with insurance records to generate', wholeNumber)
    .option('--seed <number>', 'another seed gives other entries', wholeNumber)
    .option('--allow-shrink', 'let entries vanish that are no demonstration')
    .option('--out <directory>', 'only write manifest.json and CSV files there')
    .action(async (options: SeedOptions, command: Command) => {
      const shipped = readDemonstration();
      if (options.people !== undefined) {
        await seedPeople(options.people, options.seed ?? shipped.seed);
        if ([options.employers, options.clinics, options.agents].every((count) => count === undefined)) return;
      }
      const demonstration = wanted(options, shipped);
      if (demonstration.employers + demonstration.clinics + demonstration.agents === 0) {
        command.error('Nothing to generate: give --employers, --clinics or --agents a number above 0.', {
          exitCode: 2,
        });
      }
      if (options.out !== undefined) {
        process.stdout.write(`${await writeGeneratedManifest(options.out, demonstration)}\n`);
        return;
      }
      process.exitCode = await seedDirectory(demonstration, options.allowShrink ?? false);
    });
}
