import { setImmediate as breathe } from 'node:timers/promises';
import type { OpenPerson } from '../../features/people/person.store';
import type { RecordsByKind } from '../../features/records/personal-data.store';
import { generatePeople, type Population } from './generate-people';
import type { PersonBundle } from './records';

/** Takes made-up persons into the database. */
export interface PeopleKeeper {
  takeWhole(persons: readonly OpenPerson[], records: RecordsByKind): Promise<void>;
  knownIds(personIds: readonly number[]): Promise<ReadonlySet<number>>;
}

export interface SeedPeopleOptions extends Population {
  /** Persons written together: fewer leave others more room between two transactions. */
  readonly batchSize: number;
  /** Leaves out batches that are there already, so that a start that was cut off goes on where it was. */
  readonly skipKnown: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told how many persons are done. */
  readonly onProgress?: (persons: number) => void;
}

/**
 * Generates a made-up population straight into the database, batch by batch; running it again gives the same rows.
 * Returns how many persons were written. Throws when the signal aborts; what was written stands.
 */
export async function seedPeople(options: SeedPeopleOptions, keeper: PeopleKeeper): Promise<number> {
  let written = 0;
  let done = 0;
  for (const batch of batches(generatePeople(options), options.batchSize)) {
    options.signal?.throwIfAborted();
    const last = batch.at(-1)?.person.personId ?? 0;
    if (!options.skipKnown || !(await keeper.knownIds([last])).has(last)) {
      await keeper.takeWhole(
        batch.map(({ person }) => person),
        {
          identityDocuments: batch.flatMap(({ documents }) => documents),
          contributions: batch.flatMap(({ contributions }) => contributions),
          benefits: batch.flatMap(({ benefits }) => benefits),
          visits: batch.flatMap(({ visits }) => visits),
          cards: batch.flatMap(({ cards }) => cards),
        },
      );
      written += batch.length;
    }
    done += batch.length;
    options.onProgress?.(done);
    await breathe();
  }
  return written;
}

function* batches(bundles: Iterable<PersonBundle>, size: number): Generator<PersonBundle[], void, undefined> {
  let batch: PersonBundle[] = [];
  for (const bundle of bundles) {
    batch.push(bundle);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
