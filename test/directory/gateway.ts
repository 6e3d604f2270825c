import { type ExecutionResult, graphql, type GraphQLSchema } from 'graphql';
import { type Logger } from 'typeorm';
import { type Database } from '../../src/database/database';
import { type GatewayContext } from '../../src/features/context';
import { DirectoryRequest, type DirectoryServices, RequestScope } from '../../src/features/directory/directory-request';
import { ListingStore } from '../../src/features/directory/listing/listing.store';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { LISTING_KINDS } from '../../src/features/directory/kinds/listing-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../src/features/directory/snapshot/snapshot-builder.store';
import { SnapshotService } from '../../src/features/directory/snapshot/snapshot.service';
import { ANONYMOUS } from '../../src/features/protection/principal';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { testKeyRing } from '../people/synthetic-keys';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { testComposition } from '../setup/composition';

/** Counts the statements that reach the database. */
class StatementCounter implements Logger {
  count = 0;

  logQuery(): void {
    this.count++;
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** The schema over a database, without the transport. */
export class TestGateway {
  readonly snapshots: SnapshotService;
  /** What the clock of every request and of the snapshots says. */
  now = new Date('2026-02-01T05:00:00Z');
  /** What requests of the directory are made from. */
  services: DirectoryServices;
  private latest: DirectoryRequest | null = null;
  readonly schema: GraphQLSchema;

  constructor(private readonly database: Database) {
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    this.snapshots = new SnapshotService(
      publication,
      new DatabaseSnapshotBuilder(database, LISTING_KINDS),
      LISTING_KINDS,
      {},
      () => this.now,
    );
    const listings = new ListingStore(database);
    this.services = { database, snapshots: this.snapshots, listings, cursors: new KeyedCursorSigner(testKeyRing()) };
    this.schema = buildGatewaySchema(testComposition(database).resolvers);
  }

  /** The data of an answer without errors. */
  async ask<T>(source: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.execute(source, variables);
    if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`).join('\n'));
    return data as T;
  }

  /** The code and both messages of the first error of an answer. */
  async refusal(
    source: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ code: unknown; en: string; vi: unknown }> {
    const [error] = (await this.execute(source, variables)).errors ?? [];
    if (!error) throw new Error('The operation was not refused.');
    return { code: error.extensions['code'], en: error.message, vi: error.extensions['messageVi'] };
  }

  /** The revisions that the latest operation has read. */
  get revisionsRead(): number[] {
    return this.latest?.revisionsRead ?? [];
  }

  /** How many statements an operation sends to the database when nothing it reads is kept. */
  async statements(source: string): Promise<number> {
    this.services = { ...this.services, listings: new ListingStore(this.database) };
    return this.furtherStatements(source);
  }

  /** How many statements an operation sends to the database after those before it. */
  async furtherStatements(source: string): Promise<number> {
    const { dataSource } = this.database.reader;
    const before = dataSource.logger;
    const counter = new StatementCounter();
    dataSource.logger = counter;
    try {
      await this.ask(source);
      return counter.count;
    } finally {
      dataSource.logger = before;
    }
  }

  /** The directory as a request of this moment sees it. */
  request(signal = new AbortController().signal): DirectoryRequest {
    return new DirectoryRequest(this.services, new RequestScope(signal, this.now));
  }

  private execute(source: string, variableValues: Record<string, unknown>): Promise<ExecutionResult> {
    const { signal } = new AbortController();
    const contextValue: GatewayContext = {
      signal,
      caller: 'test',
      principal: { current: () => Promise.resolve(ANONYMOUS), reset: () => undefined },
      session: { keep: () => undefined, forget: () => undefined },
      cachePolicy: { private: () => undefined, expiresWithin: () => undefined },
      directory: (this.latest = this.request(signal)),
    };
    return Promise.resolve(graphql({ schema: this.schema, source, variableValues, contextValue }));
  }
}
