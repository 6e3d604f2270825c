import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { Database } from '../database/database';
import { LISTING_KINDS } from '../features/directory/kinds/listing-kinds';
import { DatabaseSnapshotBuilder } from '../features/directory/snapshot/snapshot-builder.store';
import type { SnapshotWorkerData } from './snapshot-worker-builder';
import { ENTITIES, MIGRATIONS } from './tables';
import { transferablesIn } from './transferables';

async function build({ location, request }: SnapshotWorkerData): Promise<void> {
  const database = await Database.open(location, { entities: ENTITIES, migrations: MIGRATIONS });
  try {
    const parts = await new DatabaseSnapshotBuilder(database, LISTING_KINDS).build(request);
    parentPort?.postMessage(parts, transferablesIn(parts));
  } finally {
    await database.close();
  }
}

void build(workerData as SnapshotWorkerData);
