import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSourceOptions } from 'typeorm';
import type { DatabaseParts } from './database-location';
import { isBusy } from './database-errors';
import { Sqlite } from './sqlite-driver';

/** Connections that one process opens for reading, and as many for writing. */
export const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const READ_TIMEOUT_MS = 15_000;
/** A write is short: a batch of an import takes some 100 ms. What takes longer stands in the way of everyone. */
const WRITE_LIMITS = {
  lock_timeout: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
};
const READER_PATIENCE_MS = 1_000;
const OPEN_PATIENCE_MS = 10_000;
const OPEN_PAUSE_MS = 10;

interface PragmaTarget {
  pragma(source: string): unknown;
}

/**
 * SQLite through better-sqlite3: write-ahead log, foreign keys. The write connection never waits inside the driver (see
 * `WriteQueue`); a reader meets a lock only while another process opens or recovers the log, and waits that moment.
 */
export function sqliteOptions(file: string, access: 'read' | 'write', parts: DatabaseParts): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    driver: Sqlite,
    database: file,
    timeout: 0,
    prepareDatabase: async (database: PragmaTarget) => {
      await turnOnWriteAheadLog(database);
      database.pragma(`busy_timeout = ${access === 'read' ? READER_PATIENCE_MS : 0}`);
      database.pragma('synchronous = NORMAL');
      database.pragma('cache_size = -16000');
      database.pragma('temp_store = FILE');
      // 32 MB of log before it is moved into the file: an import then writes each page once, not many times.
      database.pragma('wal_autocheckpoint = 8000');
    },
    ...parts,
  };
}

/** The mode stays with the file; processes that open a new file at once take turns to set it. */
async function turnOnWriteAheadLog(database: PragmaTarget): Promise<void> {
  const deadline = Date.now() + OPEN_PATIENCE_MS;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await sleep(OPEN_PAUSE_MS);
    }
  }
}

/**
 * PostgreSQL at one address. Reads and writes end when they take too long, and so does a transaction that nobody goes on
 * with; migrations may take what they need.
 */
export function postgresOptions(
  url: string,
  access: 'read' | 'write' | 'migrate',
  parts: DatabaseParts,
): DataSourceOptions {
  const limits = { read: { statement_timeout: READ_TIMEOUT_MS }, write: WRITE_LIMITS, migrate: {} };
  return {
    type: 'postgres',
    url,
    poolSize: access === 'migrate' ? 2 : POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: limits[access],
    ...parts,
  };
}
