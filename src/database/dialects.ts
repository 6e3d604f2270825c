import type { DataSourceOptions } from 'typeorm';
import type { DatabaseLocation, DatabaseParts } from './database';

const STATEMENT_TIMEOUT_MS = 15_000;
const POOL_SIZE = 10;

interface PragmaTarget {
  pragma(source: string): unknown;
}

/** SQLite through better-sqlite3: write-ahead log, foreign keys, never waiting inside the driver (see `WriteQueue`). */
export function sqliteOptions(file: string, parts: DatabaseParts): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: file,
    enableWAL: true,
    timeout: 0,
    prepareDatabase: (database: PragmaTarget) => {
      database.pragma('busy_timeout = 0');
      database.pragma('synchronous = NORMAL');
      database.pragma('cache_size = -32000');
      database.pragma('temp_store = FILE');
    },
    ...parts,
  };
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
