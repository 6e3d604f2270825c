import { pino } from 'pino';
import { compose } from '../../app/composition';
import { type Database } from '../../database/database';
import { Account } from '../../features/accounts/account.entity';
import { type GatewayContext } from '../../features/context';
import { ListingStore } from '../../features/directory/listing/listing.store';
import { DirectoryRequest, RequestScope } from '../../features/directory/directory-request';
import { PUBLISHED_TABLES } from '../../features/directory/kinds/published-kinds';
import { LISTING_KINDS } from '../../features/directory/kinds/listing-kinds';
import { PublicationService } from '../../features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../features/directory/snapshot/snapshot-builder.store';
import { SnapshotService } from '../../features/directory/snapshot/snapshot.service';
import { CachePolicy } from '../../http/cache-policy';
import { Documents } from '../../http/documents';
import { createExecutor, type Executor } from '../../http/executor';
import { readBody } from '../../http/graphql-request';
import { planOperation } from '../../http/operation-plan';
import { OperationWatch } from '../../http/operation-watch';
import { defaultHttpOptions } from '../../http/options';
import { buildGatewaySchema } from '../../schema/build-schema';
import { syntheticPersonId } from '../../seeding/people/synthetic-persons';
import { KeyedCursorSigner } from '../../shared/sealing/cursor-signer';
import { type KeyRing } from '../../shared/sealing/key-ring';

const VIEWER = `query Viewer { viewer {
  profile { bhxhCode personalIdNumberMasked fullName dateOfBirth sex phone email address passwordExpiresAt }
  healthCard { number benefitLevel coveragePercent objectCode validFrom validUntil fiveYearsFrom token }
  contributionTotal(kind: SOCIAL) { months gaps { fromMonth toMonth } }
  contributions(kind: SOCIAL, first: 20) { totalCount edges { node {
    fromMonth toMonth employerName position workplace salaryVnd coefficient currency } } }
} }`;
const REQUEST = readBody(Buffer.from(JSON.stringify({ query: VIEWER })));
const SIGNED_IN_TOGETHER = 500;
/** A step that has no divisor in common with round numbers: the persons asked for lie all over the tables. */
const STEP = 7_919;

/** People who are signed in and ask for what is on record about them. */
export interface Viewers {
  /** One of them asks, through all of the executor; another one each time. */
  ask(round: number): Promise<void>;
  stop(): Promise<void>;
}

/** Signs `signedIn` of `people` made-up persons in, spread over all of them. */
export async function signedInViewers(
  database: Database,
  keyRing: KeyRing,
  people: number,
  signedIn: number,
): Promise<Viewers> {
  const logger = pino({ level: 'error' });
  const nobody = { send: () => Promise.resolve(), close: () => undefined };
  const composition = compose({
    database,
    keyRing,
    carriers: { SMS: nobody, EMAIL: nobody },
    integrators: [],
    logger,
    print: () => Promise.reject(new Error('The benchmark prints nothing.')),
  });
  const snapshots = new SnapshotService(
    new PublicationService(database, PUBLISHED_TABLES),
    new DatabaseSnapshotBuilder(database, LISTING_KINDS),
    LISTING_KINDS,
  );
  const schema = buildGatewaySchema(composition.resolvers);
  const parts = { options: defaultHttpOptions, schema, logger, notReady: () => null };
  const listings = new ListingStore(database);
  const services = { database, snapshots, listings, cursors: new KeyedCursorSigner(keyRing) };
  const context = (token: string, signal: AbortSignal): GatewayContext => ({
    signal,
    caller: 'benchmark',
    cachePolicy: new CachePolicy(),
    principal: composition.principalOf({ token }),
    session: { keep: () => undefined, forget: () => undefined },
    directory: new DirectoryRequest(services, new RequestScope(signal)),
  });
  const executor: Executor<GatewayContext> = await createExecutor({
    ...parts,
    createContext: () => Promise.reject(new Error('The benchmark makes its own contexts.')),
    revision: () => 0,
    pageRoot: '',
    graphiqlRoot: '',
  });
  const { limits, cache } = defaultHttpOptions;
  const planning = { schema: parts.schema, documents: new Documents(parts.schema, limits, cache), limits };
  const ids = Array.from({ length: signedIn }, (_, index) => syntheticPersonId((index * STEP) % people));
  const tokens: string[] = [];
  for (let start = 0; start < ids.length; start += SIGNED_IN_TOGETHER) {
    const some = [...new Set(ids.slice(start, start + SIGNED_IN_TOGETHER))];
    await database.write(async (manager) => {
      for (const personId of some) {
        const at = new Date().toISOString();
        const account = { personId, passwordHash: '-', passwordSetAt: at, mustChangePassword: false, createdAt: at };
        await manager.upsert(Account, account, ['personId']);
        const device = { deviceHash: '-', deviceName: 'benchmark' };
        tokens.push((await composition.sessions.start(personId, device, manager)).token);
      }
    });
  }
  return {
    ask: async (round) => {
      const { document } = planOperation(REQUEST, false, planning);
      const { operationTimeoutMs: timeoutMs } = defaultHttpOptions;
      const watch = new OperationWatch({ timeoutMs, answerBytes: limits.answerBytes }, 'benchmark', false);
      const open = (): GatewayContext => context(tokens[round % tokens.length] ?? '', watch.signal);
      const result = await executor.run({ request: REQUEST, document, open }, watch);
      if (result.errors) throw new Error(JSON.stringify(result.errors));
    },
    stop: () => executor.stop(),
  };
}
