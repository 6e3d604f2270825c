import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import type { DatabaseLocation, DatabaseParts } from './database-location';
import { postgresOptions, sqliteOptions } from './dialects';
import { keepToOwner } from '../shared/owner-only';
import { Replicas } from './replicas';
import { runMigrations } from './run-migrations';
import { WriteQueue } from './write-queue';

export type { DatabaseLocation, DatabaseParts } from './database-location';

/**
 * The open database. Reads and writes go through separate connections: on SQLite a reader is never held up by the
 * single writer (WAL). Every read sees every write that has ended, on whichever process: on PostgreSQL it goes to the
 * primary, unless it is one of a revision (`readAt`), which a replica can prove that it has.
 */
export class Database {
  private readonly queue: WriteQueue;

  private constructor(
    private readonly location: DatabaseLocation,
    private readonly parts: DatabaseParts,
    private readonly readSource: DataSource,
    private readonly writeSource: DataSource,
    private readonly replicas: Replicas,
  ) {
    this.queue = new WriteQueue(writeSource, location.dialect);
  }

  /** Opens the database, creating the SQLite file with its folder when it is missing. Runs no migration: see `migrate`. */
  static async open(location: DatabaseLocation, parts: DatabaseParts): Promise<Database> {
    if (location.dialect === 'sqlite') createForOwner(location.file);
    const optionsFor = (access: 'read' | 'write'): DataSourceOptions =>
      location.dialect === 'sqlite'
        ? sqliteOptions(location.file, access, parts)
        : postgresOptions(location.primaryUrl, access, parts);
    const replicaUrls = location.dialect === 'sqlite' ? [] : location.replicaUrls;
    const replicas = new Replicas(replicaUrls.map((url) => postgresOptions(url, 'read', parts)));
    const writeSource = await new DataSource(optionsFor('write')).initialize();
    try {
      const readSource = await new DataSource(optionsFor('read')).initialize();
      return new Database(location, parts, readSource, writeSource, replicas);
    } catch (error) {
      await writeSource.destroy();
      throw error;
    }
  }

  get dialect(): DatabaseLocation['dialect'] {
    return this.location.dialect;
  }

  /** Brings the tables up to the newest migration. Safe when several processes start at once. */
  async migrate(): Promise<void> {
    const { location, parts } = this;
    if (location.dialect === 'sqlite') {
      return this.queue.exclusively(() => runMigrations(this.writeSource, location.dialect));
    }
    const source = await new DataSource(postgresOptions(location.primaryUrl, 'migrate', parts)).initialize();
    try {
      await runMigrations(source, location.dialect);
    } finally {
      await source.destroy();
    }
  }

  /** The manager of the read connection. */
  get reader(): EntityManager {
    return this.readSource.manager;
  }

  /** The same as `reader`. */
  get freshReader(): EntityManager {
    return this.reader;
  }

  /**
   * Reads rows of a published revision, from a replica if one proves that it shows the revision. `work` may run twice, and
   * must ask for nothing but rows that the revision shows: a replica may be behind in everything else.
   */
  readAt<T>(revision: number, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.replicas.read(revision, this.reader, work);
  }

  /** A repository on the read connection. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.readSource.getRepository(entity);
  }

  /**
   * Runs `work` in one transaction on the write connection. On SQLite transactions of this process queue up, and a lock
   * held by another process is waited for without blocking the event loop; keep `work` short, and let it change nothing
   * but through its manager, since PostgreSQL may have it run again (see `WriteQueue`). Throws DatabaseBusyError.
   */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.queue.run(work);
  }

  /** The data source whose tables migrations change; for the tools that compare entities and migrations. */
  get schemaSource(): DataSource {
    return this.writeSource;
  }

  /** Waits for the writes that were asked for and closes both connections. */
  async close(): Promise<void> {
    await this.queue.settled();
    await Promise.all([this.readSource.destroy(), this.writeSource.destroy(), this.replicas.close()]);
  }
}

/** Names, addresses and diagnoses stand in the file as they are: only its owner reads it and its log, new or old. */
function createForOwner(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
  for (const part of [file, `${file}-wal`, `${file}-shm`]) keepToOwner(part);
}
