import { chmodSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { eachDialect, openDatabase, testDatabase, testDialects, testLocation } from '../setup/test-database';
import { KeyFile } from '../../src/shared/sealing/key-file';
import { Source } from '../../src/features/directory/listing/source.entity';

const ofSqlite = testDialects().includes('sqlite') ? describe : describe.skip;

ofSqlite('both connections of SQLite', () => {
  it('use the write-ahead log and hold foreign keys', async () => {
    const { database } = await testDatabase('sqlite');
    for (const source of [database.reader.dataSource, database.schemaSource]) {
      expect(await source.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      expect(await source.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    }
  });

  it('hold foreign keys again after a migration that failed', async () => {
    const { database } = await testDatabase('sqlite');
    const source = database.schemaSource;
    await source.query('DELETE FROM "migrations"');
    const silenced = jest.spyOn(console, 'log').mockImplementation();
    await expect(database.migrate()).rejects.toThrow('already exists');
    silenced.mockRestore();
    expect(await source.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await database.write((manager) => manager.insert(Source, { sourceId: 1, name: 'a', url: '' }));
  });

  it('keep a new file and its log to the owner, for personal data stands in them', async () => {
    const location = await testLocation('sqlite');
    if (location.dialect !== 'sqlite') throw new Error('no file');
    const database = await openDatabase(location);
    await database.write((manager) => manager.insert(Source, { sourceId: 1, name: 'a', url: '' }));
    const folder = dirname(location.file);
    const files = readdirSync(folder).filter((name) => join(folder, name).startsWith(location.file));
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    await database.close();
  });

  it('take an old file, its log and the keys beside it back from others', async () => {
    const location = await testLocation('sqlite');
    if (location.dialect !== 'sqlite') throw new Error('no file');
    const before = await openDatabase(location);
    await before.write((manager) => manager.insert(Source, { sourceId: 1, name: 'a', url: '' }));
    const keys = join(dirname(location.file), 'keys.json');
    new KeyFile(keys);
    const files = readdirSync(dirname(location.file)).map((name) => join(dirname(location.file), name));
    for (const file of files) chmodSync(file, 0o644);
    const again = await openDatabase(location);
    new KeyFile(keys);
    expect(files.map((file) => basename(file)).sort()).toEqual([
      'bhxh.sqlite',
      'bhxh.sqlite-shm',
      'bhxh.sqlite-wal',
      'keys.json',
    ]);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
    await before.close();
    await again.close();
  });

  it('let a reader go on while a transaction is open, and show it nothing of that transaction', async () => {
    const { database } = await testDatabase('sqlite');
    await database.write(async (manager) => {
      await manager.insert(Source, { sourceId: 1, name: 'a', url: '' });
      expect(await database.read(Source).count()).toBe(0);
    });
    expect(await database.read(Source).count()).toBe(1);
  });
});

eachDialect('closing', (dialect) => {
  it('lets the writes end that were asked for before', async () => {
    const location = await testLocation(dialect);
    const database = await openDatabase(location);
    const writing = database.write((manager) => manager.insert(Source, { sourceId: 7, name: 'late', url: '' }));
    await database.close();
    await writing;
    const again = await openDatabase(location);
    expect((await again.read(Source).findOneBy({ sourceId: 7 }))?.name).toBe('late');
    await again.close();
  });
});
