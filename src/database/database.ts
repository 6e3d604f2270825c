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
import { runMigrations } from './run-migrations';
import { WriteQueue } from './write-queue';

export type { DatabaseLocation, DatabaseParts } from './database-location';

/**
 * The open database. Reads and writes go through separate connections: on SQLite a reader is never held up by the
 * single writer (WAL), on PostgreSQL reads may go to replicas.
 */
export class Database {
  private readonly queue: WriteQueue;

  private constructor(
    readonly dialect: DatabaseLocation['dialect'],
    private readonly readSource: DataSource,
    private readonly writeSource: DataSource,
  ) {
    this.queue = new WriteQueue(writeSource, dialect);
  }

  /** Opens the database, creating the SQLite file with its folder when it is missing. Runs no migration: see `migrate`. */
  static async open(location: DatabaseLocation, parts: DatabaseParts): Promise<Database> {
    if (location.dialect === 'sqlite') createForOwner(location.file);
    const optionsFor = (access: 'read' | 'write'): DataSourceOptions =>
      location.dialect === 'sqlite'
        ? sqliteOptions(location.file, access, parts)
        : postgresOptions(location, access, parts);
    const writeSource = await new DataSource(optionsFor('write')).initialize();
    try {
      const readSource = await new DataSource(optionsFor('read')).initialize();
      return new Database(location.dialect, readSource, writeSource);
    } catch (error) {
      await writeSource.destroy();
      throw error;
    }
  }

  /** Brings the tables up to the newest migration. Safe when several processes start at once. */
  async migrate(): Promise<void> {
    await this.queue.exclusively(() => runMigrations(this.writeSource, this.dialect));
  }

  /** The manager of the read connection. */
  get reader(): EntityManager {
    return this.readSource.manager;
  }

  /**
   * Reads that must see every write that has ended, on whichever process: what decides about access. On PostgreSQL they
   * go to the primary; on SQLite the read connection sees it anyway.
   */
  get freshReader(): EntityManager {
    return this.dialect === 'sqlite' ? this.readSource.manager : this.writeSource.manager;
  }

  /** A repository on the read connection. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.readSource.getRepository(entity);
  }

  /**
   * Runs `work` in one transaction on the write connection. On SQLite transactions of this process queue up, and a lock
   * held by another process is waited for without blocking the event loop; keep `work` short.
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
    await Promise.all([this.readSource.destroy(), this.writeSource.destroy()]);
  }
}

/** Names, addresses and diagnoses stand in the file as they are: only its owner reads a new one, and its log after it. */
function createForOwner(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
}
