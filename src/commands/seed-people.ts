import type { PersonalDataStore } from '../features/records/personal-data.store';
import { seedPeople } from '../seeding/people/seed-people';
import { readSeedProvinces } from '../seeding/seed-provinces';

const BATCH = 1_000;
const TELL_EVERY = 100_000;

/** Makes up persons with their records, in place of those made up before, and tells the operator how far it is. */
export async function seededPeople(
  count: number,
  seed: number,
  keeper: PersonalDataStore,
  print: (line: string) => void,
): Promise<void> {
  const startedAt = Date.now();
  const onProgress = (persons: number): void => {
    if (persons % TELL_EVERY === 0) print(`${persons} people / người`);
  };
  const population = { count, seed, places: readSeedProvinces() };
  const writing = await keeper.begin();
  const options = { ...population, batchSize: BATCH, skipKnown: false, onProgress };
  const written = await seedPeople(options, writing).finally(() => writing.end());
  print(`${written} people written in ${Math.round((Date.now() - startedAt) / 1000)} s. / Đã ghi ${written} người.`);
}
