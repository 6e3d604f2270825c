import type { Config } from '../config';
import { Database } from '../database/database';
import { ENTITIES, MIGRATIONS } from './tables';

/** Opens the migrated database for the time of one command of an operator. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open(config.database, { entities: ENTITIES, migrations: MIGRATIONS });
  try {
    await database.migrate();
    return await work(database);
  } finally {
    await database.close();
  }
}
