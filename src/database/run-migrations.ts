import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isBusy } from './database-errors';

/** Names the lock among PostgreSQL's advisory locks: only processes of this project take it. */
const ADVISORY_LOCK = 4_207_249_068;
const BUSY_PAUSE_MS = 50;
const BUSY_ATTEMPTS = 600;

/** Runs what is pending of the migration history; processes that start at once take turns. */
export async function runMigrations(source: DataSource, dialect: 'sqlite' | 'postgres'): Promise<void> {
  await (dialect === 'postgres' ? runUnderAdvisoryLock(source) : runUnderWriteLock(source));
}

/**
 * Takes SQLite's write lock before it looks what is pending: two processes that both looked first would both begin the
 * same migration. Foreign keys are off meanwhile, as SQLite wants it for tables that are built anew.
 */
async function runUnderWriteLock(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.beforeMigration();
  try {
    await beginImmediately((statement) => runner.query(statement));
    try {
      await source.runMigrations({ transaction: 'none' });
      await runner.query('COMMIT');
    } catch (error) {
      await runner.query('ROLLBACK');
      throw error;
    }
  } finally {
    await runner.afterMigration();
  }
}

async function beginImmediately(run: (statement: string) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt >= BUSY_ATTEMPTS) throw error;
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

async function runUnderAdvisoryLock(source: DataSource): Promise<void> {
  const lockHolder = source.createQueryRunner('master');
  try {
    await lockHolder.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await lockHolder.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]);
    }
  } finally {
    await lockHolder.release();
  }
}
