import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSourceOptions } from 'typeorm';
import type { DatabaseLocation, DatabaseParts } from './database-location';
import { isBusy } from './write-queue';

const STATEMENT_TIMEOUT_MS = 15_000;
const POOL_SIZE = 10;
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

/** PostgreSQL; reads go to the replicas when there are any. */
export function postgresOptions(
  location: Extract<DatabaseLocation, { dialect: 'postgres' }>,
  access: 'read' | 'write',
  parts: DatabaseParts,
): DataSourceOptions {
  const common = {
    type: 'postgres',
    poolSize: POOL_SIZE,
    extra: { statement_timeout: access === 'read' ? STATEMENT_TIMEOUT_MS : undefined },
    ...parts,
  } as const;
  if (access === 'write' || location.replicaUrls.length === 0) return { ...common, url: location.primaryUrl };
  return {
    ...common,
    replication: {
      master: { url: location.primaryUrl },
      slaves: location.replicaUrls.map((url) => ({ url })),
    },
  };
}
