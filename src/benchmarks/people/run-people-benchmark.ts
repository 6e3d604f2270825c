import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES, MIGRATIONS } from '../../app/tables';
import { Database, type DatabaseLocation } from '../../database/database';
import { PersonStore } from '../../features/people/person.store';
import { PersonalDataStore } from '../../features/records/personal-data.store';
import { seedPeople } from '../../seeding/people/seed-people';
import { readSeedProvinces } from '../../seeding/seed-provinces';
import { fixedKeys } from '../../shared/sealing/key-file';
import { KeyRing } from '../../shared/sealing/key-ring';
import { startPostgres } from '../benchmark-postgres';
import { signedInViewers, type Viewers } from './viewers';

/** What the benchmark of personal answers makes and asks. */
export interface PeopleOptions {
  /** People of the larger database. */
  readonly people: number;
  /** Questions to each database. */
  readonly rounds: number;
  readonly seed: number;
  readonly postgres: boolean;
  /** Where the SQLite files are kept for the next time; without it they are deleted. */
  readonly folder?: string | undefined;
}

interface Filled {
  readonly people: number;
  readonly database: Database;
  readonly viewers: Viewers;
}

const SMALL = 10_000;
const SIGNED_IN = 2_000;
const WARM_UP = 1_000;
const BATCH = 1_000;
const MOST_RATIO = 1.5;
/** Fixed, so that files that were kept can be read; it seals made-up people alone. */
const KEY_RING = new KeyRing(fixedKeys(`bench:${Buffer.alloc(32, 7).toString('base64url')}`));
const PARTS = { entities: ENTITIES, migrations: MIGRATIONS };

/**
 * Asks for `viewer` with profile, card and 20 contributions at 10,000 people and at many, on SQLite and on PostgreSQL,
 * and prints how long it takes and how much longer among many. Both databases are asked in turns, so that what else
 * the machine does meets them alike.
 */
export async function runPeopleBenchmark(options: PeopleOptions, print: (line: string) => void): Promise<void> {
  const kept = options.folder ?? mkdtempSync(join(tmpdir(), 'bhxh-people-'));
  try {
    await compare(
      'SQLite',
      (people) => ({ dialect: 'sqlite', file: join(kept, `people-${people}.sqlite`) }),
      options,
      print,
    );
  } finally {
    if (options.folder === undefined) rmSync(kept, { recursive: true });
  }
  if (!options.postgres) return;
  const server = await startPostgres();
  try {
    const client = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    for (const people of [SMALL, options.people]) await client.query(`CREATE DATABASE people_${people}`);
    await client.destroy();
    const place = (people: number): DatabaseLocation => {
      const url = Object.assign(new URL(server.url), { pathname: `/people_${people}` });
      return { dialect: 'postgres', primaryUrl: url.href, replicaUrls: [] };
    };
    await compare('PostgreSQL', place, options, print);
  } finally {
    server.stop();
  }
}

async function compare(
  name: string,
  place: (people: number) => DatabaseLocation,
  options: PeopleOptions,
  print: (line: string) => void,
): Promise<void> {
  const few = await filled(place(SMALL), SMALL, options, print);
  const many = await filled(place(options.people), options.people, options, print);
  const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let round = -WARM_UP; round < options.rounds; round++) {
    for (const size of round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
      const began = performance.now();
      await (size === 'few' ? few : many).viewers.ask(round + WARM_UP);
      if (round >= 0) times[size].push(performance.now() - began);
    }
  }
  print(`${name.padEnd(12)}${'people'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}`);
  for (const [size, { people }] of [
    ['few', few],
    ['many', many],
  ] as const) {
    const share = (part: number): string => at(times[size], part).toFixed(2).padStart(10);
    print(`${''.padEnd(12)}${String(people).padStart(10)}${share(0.5)}${share(0.99)}`);
  }
  const ratio = at(times.many, 0.99) / at(times.few, 0.99);
  print(
    `${''.padEnd(12)}p99 ratio ${ratio.toFixed(2)} (at most ${MOST_RATIO}: ${ratio <= MOST_RATIO ? 'kept' : 'BROKEN'})\n`,
  );
  for (const { viewers, database } of [few, many]) {
    await viewers.stop();
    await database.close();
  }
}

async function filled(
  location: DatabaseLocation,
  people: number,
  { seed }: PeopleOptions,
  print: (line: string) => void,
): Promise<Filled> {
  const database = await Database.open(location, PARTS);
  await database.migrate();
  const began = Date.now();
  const keeper = new PersonalDataStore(database, new PersonStore(database, KEY_RING));
  const population = { count: people, seed, places: readSeedProvinces() };
  const written = await seedPeople({ ...population, batchSize: BATCH, skipKnown: true }, keeper);
  if (written > 0) print(`${written} people written in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  if (location.dialect === 'postgres') await database.write((manager) => manager.query('ANALYZE'));
  return { people, database, viewers: await signedInViewers(database, KEY_RING, people, SIGNED_IN) };
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}
