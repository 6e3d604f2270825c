import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { callerNetwork } from './caller-network';
import { matchesEtag, VARY } from './cache-policy';
import { negotiateEncoding } from './encodings';
import { type GraphqlAnswer, refusalAnswer } from './graphql-answer';
import { type GraphqlCall, type GraphqlHandler } from './graphql-handler';
import { type GraphqlRequest, readBody, readSearch } from './graphql-request';
import { type AnswerType, checkContentType, negotiateAnswerType } from './media-types';
import { Refusal } from './refusal';
import { noteAnswer, type OperationNames } from './request-log';
import { sessionKeeping } from './session-cookie';
import { whenGone } from './when-gone';

const PATH = '/graphql';
const ALLOW = 'GET, HEAD, POST, OPTIONS';

/** Lets Fastify speak for the GraphQL handler: headers, status, encoding, and nothing of GraphQL itself. */
export function graphqlRoute(app: FastifyInstance, handle: GraphqlHandler, names: OperationNames): void {
  app.removeAllContentTypeParsers();
  // Bytes, because the text must be proven to be UTF-8 first; other types never get here (see `refuseEarly`).
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.route({
    method: ['GET', 'POST'],
    url: PATH,
    onRequest: refuseEarly,
    handler: async (request, reply) => {
      const type = negotiateAnswerType(request.headers.accept);
      if (type === null) throw new Refusal('NOT_ACCEPTABLE');
      const readOnly = request.method !== 'POST';
      const read = tryRead(request, readOnly);
      const answer =
        read instanceof Refusal
          ? refusalAnswer(read, type)
          : await handle(callOf(request, reply, read, type, readOnly));
      const { outcome, cache } = answer;
      noteAnswer(request, { operation: names.shown(answer.operationName), outcome, cache });
      return send(request, reply, answer);
    },
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: PATH,
    onRequest: (_request, _reply, done) => done(new Refusal('METHOD_NOT_ALLOWED', undefined, { allow: ALLOW })),
    handler: () => undefined,
  });
}

/** What is refused before the body is read. */
function refuseEarly(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  try {
    if (request.method === 'POST')
      checkContentType(request.headers['content-type'], request.headers['content-encoding']);
    if (negotiateAnswerType(request.headers.accept) === null) throw new Refusal('NOT_ACCEPTABLE');
    done();
  } catch (fault) {
    done(fault instanceof Error ? fault : new Error(String(fault)));
  }
}

function tryRead(request: FastifyRequest, readOnly: boolean): GraphqlRequest | Refusal {
  try {
    if (!readOnly) return readBody(request.body instanceof Uint8Array ? request.body : undefined);
    const { url } = request;
    const start = url.indexOf('?');
    return readSearch(start < 0 ? '' : url.slice(start + 1));
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}

function callOf(
  request: FastifyRequest,
  reply: FastifyReply,
  read: GraphqlRequest,
  type: AnswerType,
  readOnly: boolean,
): GraphqlCall {
  const { authorization } = request.headers;
  const apiKey = request.headers['x-api-key'];
  return {
    request: read,
    type,
    readOnly,
    caller: {
      requestId: request.id,
      remoteAddress: request.ip,
      network: callerNetwork(request.ip),
      session: sessionKeeping(request, reply),
      authorization,
      apiKey: Array.isArray(apiKey) ? apiKey[0] : apiKey,
    },
    onGone: whenGone(reply),
  };
}

async function send(request: FastifyRequest, reply: FastifyReply, answer: GraphqlAnswer): Promise<FastifyReply> {
  reply
    .header('content-type', `${answer.type}; charset=utf-8`)
    .header('cache-control', answer.cacheControl)
    .header('vary', varyWith(reply));
  if (answer.revisions !== undefined) reply.header('x-directory-revision', answer.revisions.join(', '));
  if (answer.cost !== undefined) reply.header('x-query-cost', answer.cost);
  if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', answer.retryAfterSeconds);
  if (answer.status === 405) reply.header('allow', request.method === 'POST' ? ALLOW : 'POST');
  if (answer.etag !== undefined) {
    reply.header('etag', answer.etag);
    if (matchesEtag(request.headers['if-none-match'], answer.etag))
      return reply.code(304).removeHeader('content-type').send();
  }
  const { bytes, encoding } = await answer.body.as(negotiateEncoding(request.headers['accept-encoding']));
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.code(answer.status).send(bytes);
}

/** CORS may have said `Vary: Origin` before. */
function varyWith(reply: FastifyReply): string {
  const before = reply.getHeader('vary');
  return typeof before === 'string' ? `${before}, ${VARY}` : VARY;
}
