import cors from '@fastify/cors';
import { type FastifyInstance } from 'fastify';

const METHODS = ['GET', 'HEAD', 'POST'];
const ALLOWED_HEADERS = [
  'accept',
  'authorization',
  'content-type',
  'x-api-key',
  'x-request-id',
  'apollo-require-preflight',
  'x-apollo-operation-name',
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
