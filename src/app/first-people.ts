import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { ImportRunningError } from '../features/directory/publication/publication.errors';
import { Person } from '../features/people/person.entity';
import { PersonStore } from '../features/people/person.store';
import { PersonalDataStore } from '../features/records/personal-data.store';
import { readDemonstration } from '../seeding/demonstration';
import { seedPeople } from '../seeding/people/seed-people';
import { syntheticPersonId } from '../seeding/people/synthetic-persons';
import { readSeedProvinces } from '../seeding/seed-provinces';
import type { KeyRing } from '../shared/sealing/key-ring';
import { DEMONSTRATION_ACCOUNTS, openFirstAccounts } from './first-accounts';

/** Small, so that a request that writes never waits long behind the seeding. */
const BATCH = 50;

/**
 * Makes up the first `count` persons when the database has none, or goes on where a start before was cut off. Runs in
 * the background of a service that answers already; ends early, without a fault, when the signal aborts.
 */
export async function seedFirstPeople(
  count: number,
  parts: { readonly database: Database; readonly keyRing: KeyRing; readonly logger: Logger },
  signal: AbortSignal,
): Promise<void> {
  const { database, keyRing, logger } = parts;
  const persons = new PersonStore(database, keyRing);
  if (count === 0) return;
  const writing = await new PersonalDataStore(database, persons).begin().catch((error: unknown) => {
    // Another process makes them up, or imports real ones.
    if (!(error instanceof ImportRunningError)) logger.error({ err: error }, 'no demonstration people were made up');
    return null;
  });
  if (!writing) return;
  const population = { count, seed: readDemonstration().seed, places: readSeedProvinces() };
  try {
    if (!(await isOurs(database))) return;
    const options = { ...population, batchSize: BATCH, skipKnown: true, signal };
    // The few with access come first, so that one can sign in right after the start.
    await seedPeople({ ...options, count: Math.min(count, DEMONSTRATION_ACCOUNTS) }, writing);
    await openFirstAccounts(database, persons, signal);
    logger.info('demonstration accounts open');
    if ((await persons.knownIds([syntheticPersonId(count - 1)])).size > 0) return;
    const written = await seedPeople(options, writing);
    logger.info({ persons: written }, 'demonstration people ready');
  } catch (error) {
    if (!signal.aborted) logger.error({ err: error }, 'the demonstration people could not be made up');
  } finally {
    await writing.end();
  }
}

/** Whether nobody was imported: made-up people never join real ones. */
async function isOurs(database: Database): Promise<boolean> {
  const first = await database
    .read(Person)
    .findOne({ where: {}, order: { personId: 'ASC' }, select: { personId: true } });
  return first === null || first.personId >= syntheticPersonId(0);
}
