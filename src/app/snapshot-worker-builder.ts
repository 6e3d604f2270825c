import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DatabaseLocation } from '../database/database';
import type {
  SnapshotBuilder,
  SnapshotParts,
  SnapshotRequest,
} from '../features/directory/snapshot/snapshot-builder.store';

/** What the worker is started with. */
export interface SnapshotWorkerData {
  readonly location: DatabaseLocation;
  readonly request: SnapshotRequest;
}

const WORKER_FILE = join(__dirname, 'snapshot.worker.js');

/** Builds snapshots in a thread of its own, so that answers go on meanwhile. The thread ends with the build. */
export class SnapshotWorkerBuilder implements SnapshotBuilder {
  private worker: Worker | null = null;

  constructor(private readonly location: DatabaseLocation) {}

  build(request: SnapshotRequest): Promise<SnapshotParts> {
    const workerData: SnapshotWorkerData = { location: this.location, request };
    const worker = new Worker(WORKER_FILE, { workerData });
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.once('message', (parts: SnapshotParts) => resolve(parts));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The thread that builds the indexes ended with code ${code}.`)));
    });
  }

  /** Ends a build that is under way. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }
}
