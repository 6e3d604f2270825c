import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ENTITIES, MIGRATIONS } from '../../src/app/tables';
import { Database, type DatabaseLocation } from '../../src/database/database';

export type Dialect = DatabaseLocation['dialect'];

/** A fresh database that goes away by itself when the test file ends, or earlier with `close`. */
export interface TestDatabase {
  readonly database: Database;
  readonly location: DatabaseLocation;
  close(): Promise<void>;
}

const PARTS = { entities: ENTITIES, migrations: MIGRATIONS };
const open = new Set<TestDatabase>();
const places = new Set<DatabaseLocation>();

/** The databases that the tests run on: both, or the one that TEST_DIALECT names. */
export function testDialects(): readonly Dialect[] {
  const only = process.env['TEST_DIALECT'];
  if (only === undefined || only === '') return ['sqlite', 'postgres'];
  if (only === 'sqlite' || only === 'postgres') return [only];
  throw new Error(`TEST_DIALECT is "${only}"; it can be sqlite or postgres.`);
}

/** Describes the same facts once for each database. */
export function eachDialect(name: string, facts: (dialect: Dialect) => void): void {
  describe.each(testDialects())(`${name} (%s)`, facts);
}

/** An empty place for a database: a SQLite file that is not there yet, or a new PostgreSQL database. */
export async function testLocation(dialect: Dialect): Promise<DatabaseLocation> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const location: DatabaseLocation =
    dialect === 'sqlite'
      ? { dialect, file: join(required('TEST_FOLDER'), 'sqlite', name, 'bhxh.sqlite') }
      : { dialect, primaryUrl: await createPostgresDatabase(name), replicaUrls: [] };
  places.add(location);
  return location;
}

/** Opens the database at `location`, migrated unless told otherwise. */
export async function openDatabase(location: DatabaseLocation, options = { migrate: true }): Promise<Database> {
  const database = await Database.open(location, PARTS);
  if (options.migrate) await database.migrate();
  return database;
}

/** A fresh, migrated database. */
export async function testDatabase(dialect: Dialect): Promise<TestDatabase> {
  const location = await testLocation(dialect);
  const database = await openDatabase(location);
  const opened: TestDatabase = {
    database,
    location,
    close: async () => {
      if (!open.delete(opened)) return;
      await database.close();
      await removePlace(location);
    },
  };
  open.add(opened);
  return opened;
}

/** Closes and deletes what the tests of this file left; called by jest after each file. */
export async function closeTestDatabases(): Promise<void> {
  for (const opened of open) await opened.close();
  for (const location of places) await removePlace(location);
}

/** The environment in which a process started by a test finds this database. */
export function databaseEnvironment(location: DatabaseLocation): Record<string, string> {
  return location.dialect === 'postgres'
    ? { DATABASE_URL: location.primaryUrl }
    : { DATABASE_URL: '', DATA_DIR: join(location.file, '..') };
}

async function removePlace(location: DatabaseLocation): Promise<void> {
  if (!places.delete(location)) return;
  if (location.dialect === 'sqlite') return rmSync(join(location.file, '..'), { recursive: true, force: true });
  const name = new URL(location.primaryUrl).pathname.slice(1);
  await asAdministrator((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function createPostgresDatabase(name: string): Promise<string> {
  return asAdministrator(async (server, url) => {
    await server.query(`CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    return url.href;
  });
}

async function asAdministrator<T>(work: (server: DataSource, url: URL) => Promise<T>): Promise<T> {
  const url = await postgresUrl();
  const server = await new DataSource({ type: 'postgres', url: url.href, poolSize: 1 }).initialize();
  try {
    return await work(server, url);
  } finally {
    await server.destroy();
  }
}

/** The first question starts the server, so that a run without PostgreSQL tests does not pay for one. */
async function postgresUrl(): Promise<URL> {
  const answer = await fetch(required('TEST_POSTGRES_ASK'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`No PostgreSQL for the tests: ${text}`);
  return new URL(text);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through jest, whose set-up sets it.`);
  return value;
}
