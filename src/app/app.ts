import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { Database } from '../database/database';
import type { GatewayContext } from '../features/context';
import { DirectoryRequest, RequestScope } from '../features/directory/directory-request';
import { ListingStore } from '../features/directory/listing/listing.store';
import { PUBLISHED_TABLES } from '../features/directory/kinds/published-kinds';
import { LISTING_KINDS } from '../features/directory/kinds/listing-kinds';
import { PublicationService } from '../features/directory/publication/publication.service';
import { SnapshotService } from '../features/directory/snapshot/snapshot.service';
import { openCarriers } from '../features/notifications/carriers/carriers';
import { StatutoryStore } from '../features/statutory/statutory.store';
import type { ContextRequest } from '../http/dependencies';
import { createHttpServer } from '../http/server';
import { KeyedCursorSigner } from '../shared/sealing/cursor-signer';
import type { KeyRing } from '../shared/sealing/key-ring';
import { buildGatewaySchema } from '../schema/build-schema';
import { type Composition, compose } from './composition';
import { publishFirstDirectory, recordFirstStatutory } from './first-directory';
import { seedFirstPeople } from './first-people';
import { exportRoutes } from './routes/export.routes';
import { keyRoutes } from './routes/key.routes';
import { sitemapRoutes } from './routes/sitemap.routes';
import { openKeyRing } from './key-source';
import { misconfigurations } from './misconfiguration.rules';
import { loadPageRenderer } from './page-renderer-file';
import { PdfPrinter } from './pdf-printer';
import { KNOWN_OPERATIONS } from './known-operations';
import { SnapshotWorkerBuilder } from './snapshot-worker-builder';
import { ENTITIES, MIGRATIONS } from './tables';

/** The running service. */
export interface App {
  /** Where it listens. */
  readonly url: string;
  /** Stops taking requests, lets those in flight finish, and closes the database. */
  stop(): Promise<void>;
}

const WEB_ROOT = join(__dirname, '..', '..', 'web');

/** Starts the service: it listens at once and is ready (`/readyz`) when the directory can be asked. */
export async function startApp(config: Config, logger: Logger): Promise<App> {
  for (const { variable, warning } of misconfigurations(config)) logger.warn({ variable }, `${variable}: ${warning}`);
  const database = await Database.open(config.database, { entities: ENTITIES, migrations: MIGRATIONS });
  try {
    await database.migrate();
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    const builder = new SnapshotWorkerBuilder(config.database);
    const snapshots = new SnapshotService(publication, builder, LISTING_KINDS, {
      built: ({ number }, elapsedMs) =>
        logger.info({ revision: number, elapsedMs: Math.round(elapsedMs) }, 'directory ready'),
      failed: (error) => logger.error({ err: error }, 'building the directory failed; it is tried again'),
    });
    await recordFirstStatutory({ publication, statutory: new StatutoryStore(database) }, logger);
    const keyRing = openKeyRing(config);
    const carriers = openCarriers(config.notifications);
    const printer = new PdfPrinter();
    const print = printer.print.bind(printer);
    const { integrators } = config;
    const composition = compose({ database, keyRing, carriers, integrators, logger, print });
    const server = await createServer({ config, logger, database, snapshots, keyRing, composition });
    const url = await server.listen({ port: config.port, host: config.host });
    composition.start();
    const stopping = new AbortController();
    const prepared = prepare(publication, snapshots, logger).then(() =>
      seedFirstPeople(config.demonstrationPeople, { database, keyRing, logger }, stopping.signal),
    );
    return {
      url,
      stop: async () => {
        stopping.abort();
        await server.close();
        await printer.stop();
        await composition.stop();
        await prepared;
        await builder.stop();
        await snapshots.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Publishes the seeds when nothing was ever published, then follows the publication. */
async function prepare(publication: PublicationService, snapshots: SnapshotService, logger: Logger): Promise<void> {
  try {
    await publishFirstDirectory(publication, logger);
  } catch (error) {
    logger.error({ err: error }, 'the first directory could not be published; import one with `npm run import`');
  }
  snapshots.follow();
}

interface ServerParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: Database;
  readonly snapshots: SnapshotService;
  readonly keyRing: KeyRing;
  readonly composition: Composition;
}

function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, logger, database, snapshots, keyRing, composition } = parts;
  const listings = new ListingStore(database);
  const services = { database, snapshots, listings, cursors: new KeyedCursorSigner(keyRing) };
  return createHttpServer<GatewayContext>({
    options: config.http,
    schema: buildGatewaySchema(composition.resolvers),
    logger,
    createContext: ({ signal, cachePolicy, network, apiKey, session }: ContextRequest) => {
      const directory = new DirectoryRequest(services, new RequestScope(signal));
      return {
        signal,
        cachePolicy,
        // Keyed, so that budgets name callers without keeping their addresses, on all gateways alike.
        caller: keyRing.steadyIndex(network, 'caller'),
        principal: composition.principalOf({ token: session.token, apiKey }),
        session,
        directory,
        revisionsRead: () => directory.revisionsRead,
        kindsRead: () => directory.kindsRead,
      };
    },
    revision: () => snapshots.number,
    kindRevisions: () => snapshots.current().revision.kindRevisions,
    notReady: () => (snapshots.ready ? null : 'The indexes of the directory are being built.'),
    modules: [
      keyRoutes(() => composition.jwks()),
      sitemapRoutes(() => snapshots.current()),
      exportRoutes(async (form, token) =>
        composition.exports.file(form, await composition.principalOf({ token }).current()),
      ),
    ],
    pageRoot: WEB_ROOT,
    pageRenderer: loadPageRenderer(join(WEB_ROOT, '..')),
    graphiqlRoot: join(WEB_ROOT, '..', 'graphiql'),
    knownOperations: KNOWN_OPERATIONS,
  });
}
