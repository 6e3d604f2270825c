import type { Database } from '../../src/database/database';
import { StatutoryStore } from '../../src/features/statutory/statutory.store';
import { StatutoryTable } from '../../src/features/statutory/statutory-table';
import { readSeedStatutory } from '../../src/seeding/seed-statutory';

/** What laws and decrees set, by the shipped facts. */
export const STATUTORY = new StatutoryTable(readSeedStatutory());

/** Puts the shipped values of laws and decrees on record, as the first start does. */
export function keepStatutory(database: Database): Promise<void> {
  return new StatutoryStore(database).write(readSeedStatutory(), []);
}
