import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '../../src/database/database';
import { openDatabase } from '../setup/test-database';

/** migrating.process.ts LOCATION START: opens and migrates the database at the instant START. */
async function main(location: string, startAt: string): Promise<void> {
  await sleep(Number(startAt) - Date.now());
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  await database.close();
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
