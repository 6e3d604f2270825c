import { join } from 'node:path';
import { startTestProcess } from '../setup/test-process';
import { eachDialect, openDatabase, testDatabase, testLocation } from '../setup/test-database';
import type { Database } from '../../src/database/database';

const MIGRATING_PROCESS = join(__dirname, 'migrating.process.ts');

async function schemaDifferences(database: Database): Promise<string[]> {
  const log = await database.schemaSource.driver.createSchemaBuilder().log();
  return log.upQueries.map((query) => query.query);
}

eachDialect('the migration history', (dialect) => {
  it('makes exactly the tables, columns and indexes that the entities describe', async () => {
    const { database } = await testDatabase(dialect);
    expect(await schemaDifferences(database)).toEqual([]);
  });

  it('goes down to nothing and up again', async () => {
    const { database } = await testDatabase(dialect);
    const source = database.schemaSource;
    for (const _migration of source.migrations) await source.undoLastMigration({ transaction: 'all' });
    const tables = source.entityMetadatas.map((entity) => entity.tableName);
    for (const table of tables) await expect(source.query(`SELECT 1 FROM "${table}"`)).rejects.toThrow(table);
    await database.migrate();
    for (const table of tables) await source.query(`SELECT 1 FROM "${table}"`);
    expect(await schemaDifferences(database)).toEqual([]);
  });

  it('runs once when several processes start on an empty database at the same moment', async () => {
    const location = await testLocation(dialect);
    const startAt = String(Date.now() + 2_000);
    const processes = [1, 2, 3].map(() => startTestProcess(MIGRATING_PROCESS, [JSON.stringify(location), startAt]));
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const database = await openDatabase(location, { migrate: false });
    try {
      const recorded = await database.schemaSource.query<unknown[]>('SELECT "name" FROM "migrations"');
      expect(recorded).toHaveLength(database.schemaSource.migrations.length);
      expect(await schemaDifferences(database)).toEqual([]);
    } finally {
      await database.close();
    }
  });

  it('changes nothing when it runs again', async () => {
    const { database } = await testDatabase(dialect);
    await database.migrate();
    expect(await schemaDifferences(database)).toEqual([]);
  });
});
