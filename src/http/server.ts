import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { allowOrigins } from './cross-origin';
import { createExecutor } from './executor';
import { answerBadUrl, answerBrokenRequest, answerFaults } from './fault-answers';
import { createGraphqlHandler } from './graphql-handler';
import { graphqlRoute } from './graphql-route';
import { stopGracefully } from './graceful-stop';
import { healthRoutes } from './health-routes';
import { referenceRoutes } from './reference-routes';
import { measureRequests } from './metrics';
import { type HttpOptions } from './options';
import { pageRoutes } from './page-routes';
import { type HttpDependencies, type RequestContext } from './dependencies';
import { LoopDelay } from './loop-delay';
import { logRequests, OperationNames, requestIdOf } from './request-log';
import { warnOfUntoldProxy } from './untold-proxy';
import { ResponseCache } from './response-cache';
import { dataSecurity } from './security-headers';

/** Longer than the idle time of usual load balancers (60 s), so that the balancer is the one who hangs up. */
const KEEP_ALIVE_MS = 65_000;
/** Without a byte either way: a client that does not take its answer. Well above any time-out of operations. */
const DEAD_CONNECTION_MS = 120_000;
/** How often Node looks for requests that take too long to arrive. */
const SLOW_CHECK_MS = 1_000;

/**
 * Builds the HTTP side of the service: the GraphQL API, the page, GraphiQL, health and metrics. It does not listen yet:
 * call `listen({ host, port })` on it. `close()` stops taking requests, lets those in flight finish within
 * `shutdownTimeoutMs`, and cuts off the rest.
 */
export async function createHttpServer<C extends RequestContext>(parts: HttpDependencies<C>): Promise<FastifyInstance> {
  const { options, logger } = parts;
  const cache = new ResponseCache(options.cache.maxBytes, parts.now ?? Date.now);
  const executor = await createExecutor(parts);
  const loopDelay = new LoopDelay();
  const app = createFastify(parts);

  await app.register(cookie);
  const security = dataSecurity();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(security);
    done();
  });
  logRequests(app);
  warnOfUntoldProxy(app, options);
  answerFaults(app, options.bodyLimitBytes, logger);
  measureRequests(app, { cache, revision: () => parts.revision() });
  healthRoutes(app, () => parts.notReady());
  referenceRoutes(app, parts.schema, options);
  const handle = createGraphqlHandler(parts, { executor, cache, loopDelay });
  await app.register(async (scope) => {
    await allowOrigins(scope, options.corsOrigins);
    for (const module of parts.modules ?? []) await module.register(scope);
    const names = new OperationNames(parts.knownOperations ?? []);
    graphqlRoute(scope, handle, names);
  });
  await pageRoutes(app, parts, handle);
  app.addHook('onClose', async () => {
    loopDelay.stop();
    await executor.stop();
  });
  return app;
}

function createFastify<C extends RequestContext>({ options, logger }: HttpDependencies<C>): FastifyInstance {
  const app = fastify({
    loggerInstance: asFastifyLogger(logger),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => requestIdOf(request.headers),
    trustProxy: trustOf(options),
    bodyLimit: options.bodyLimitBytes,
    requestTimeout: options.requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionTimeout: DEAD_CONNECTION_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    http: { connectionsCheckingInterval: SLOW_CHECK_MS, headersTimeout: options.requestTimeoutMs },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBadUrl,
    routerOptions: { querystringParser: () => ({}) },
  });
  stopGracefully(app, options.shutdownTimeoutMs);
  return app;
}

/** The wider type that Fastify's plugins are written for. */
function asFastifyLogger(logger: FastifyBaseLogger): FastifyBaseLogger {
  return logger;
}

/** `true` trusts the nearest proxy alone: what stands before its own entry is the caller's to make up. */
function trustOf({ trustProxy }: HttpOptions): ((address: string, hop: number) => boolean) | string | string[] | false {
  if (trustProxy === true) return (_address, hop) => hop === 0;
  return typeof trustProxy === 'object' ? [...trustProxy] : trustProxy;
}
