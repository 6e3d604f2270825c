import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isBusy } from './write-queue';

/** Names the lock among PostgreSQL's advisory locks: only processes of this project take it. */
const ADVISORY_LOCK = 4_207_249_068;
const BUSY_PAUSE_MS = 50;
const BUSY_ATTEMPTS = 600;

/** Runs what is pending of the migration history; processes that start at once take turns. */
export async function runMigrations(source: DataSource, dialect: 'sqlite' | 'postgres'): Promise<void> {
  if (dialect === 'postgres') return runUnderAdvisoryLock(source);
  for (let attempt = 1; ; attempt++) {
    try {
      await source.runMigrations({ transaction: 'each' });
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
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await lockHolder.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]);
    await lockHolder.release();
  }
}
