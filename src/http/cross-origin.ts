import cors from '@fastify/cors';
import { type FastifyInstance } from 'fastify';

const METHODS = ['GET', 'HEAD', 'POST'];
/**
 * What clients of the usual libraries, caches and traces send along. Not `x-csrf-protection`: that a page elsewhere
 * cannot set it is what keeps it from acting as the person signed in here.
 */
const ALLOWED_HEADERS = [
  'accept',
  'authorization',
  'cache-control',
  'content-type',
  'if-none-match',
  'x-api-key',
  'x-request-id',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'graphql-client-name',
  'graphql-client-version',
  'graphql-require-preflight',
  'x-apollo-operation-id',
  'x-apollo-operation-name',
  'x-apollo-operation-type',
  'baggage',
  'sentry-trace',
  'traceparent',
  'tracestate',
];
const EXPOSED_HEADERS = ['etag', 'retry-after', 'x-request-id', 'x-directory-revision', 'x-query-cost'];
/** Browsers remember the permission for two hours at most. */
const MAX_AGE_SECONDS = 7_200;

/**
 * Lets pages of other sites call the API: of any site, since it is public, or of the configured ones. Never with
 * cookies: a page elsewhere cannot act as the person signed in here.
 */
export async function allowOrigins(scope: FastifyInstance, origins: readonly string[] | undefined): Promise<void> {
  scope.addHook('onRequest', (request, reply, done) => {
    if (request.method === 'OPTIONS') reply.header('allow', 'GET, HEAD, POST, OPTIONS');
    done();
  });
  await scope.register(cors, {
    origin: origins === undefined || origins.includes('*') ? '*' : [...origins],
    methods: METHODS,
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: MAX_AGE_SECONDS,
    credentials: false,
    strictPreflight: false,
  });
}
