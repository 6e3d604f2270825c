import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import { type HttpDependencies } from './dependencies';
import { type GraphqlHandler } from './graphql-handler';
import { graphiqlSecurity, pageSecurity, type SecurityHeaders } from './security-headers';
import { servedPages } from './served-pages';

/** Names of built files hold a hash of their content, so they never change. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Asked again each time, answered with 304 while unchanged. */
const REVALIDATE = 'no-cache';
const BROTLI_QUALITY = 5;

/**
 * The other addresses of the page; web/src/account/paths.ts tells what stands there. A list, and no rule for whatever
 * begins with /account: a mistyped address is told as what it is.
 */
const PAGE_PATHS = [
  '/account',
  '/account/sign-in',
  '/account/password',
  '/account/forgot',
  '/account/card',
  '/account/contributions',
  '/account/benefits',
  '/account/visits',
  '/account/notices',
  '/account/devices',
  '/account/access',
  '/find-code',
];

type PageParts = Pick<HttpDependencies, 'options' | 'pageRoot' | 'graphiqlRoot' | 'pageRenderer'>;

/** One folder of built files under one path of the address, with its own security policy. */
interface Site {
  readonly root: string;
  readonly prefix: string;
  readonly security: SecurityHeaders;
  /** Addresses at which the site's first file is served too. */
  readonly paths?: readonly string[];
}

/** Serves the page at `/` and its other addresses, its settings at `/page-config.json`, and GraphiQL at `/graphiql/`. */
export async function pageRoutes(
  app: FastifyInstance,
  { options, pageRoot, graphiqlRoot, pageRenderer }: PageParts,
  handle: GraphqlHandler,
): Promise<void> {
  await app.register(async (scope) => {
    await serve(scope, { root: pageRoot, prefix: '/', security: pageSecurity(options.tileUrl), paths: PAGE_PATHS });
    if (pageRenderer) servedPages(scope, pageRenderer, handle, pageRoot);
  });
  await app.register((scope) =>
    serve(scope, { root: graphiqlRoot, prefix: '/graphiql/', security: graphiqlSecurity() }),
  );
  app.get('/graphiql', (request, reply) => reply.redirect(request.url.replace('/graphiql', '/graphiql/'), 308));
  const { tileUrl = null, tileAttribution = null } = options;
  app.get('/page-config.json', (_request, reply) =>
    reply.header('cache-control', REVALIDATE).send({ tileUrl, tileAttribution }),
  );
}

async function serve(scope: FastifyInstance, { root, prefix, security, paths = [] }: Site): Promise<void> {
  const assets = join(root, 'assets');
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.headers(security);
    done();
  });
  await scope.register(compress, {
    global: true,
    threshold: 1_000,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  await scope.register(fastifyStatic, {
    root,
    prefix,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', path.startsWith(assets) ? IMMUTABLE : REVALIDATE);
    },
  });
  for (const path of paths) scope.get(path, (_request, reply) => reply.sendFile('index.html'));
}
