import { type Socket } from 'node:net';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type GraphQLFormattedError } from 'graphql';
import { type Logger } from 'pino';
import { DomainError } from '../shared/errors';
import { NO_STORE } from './cache-policy';
import { errorCodes, featureStatusOf, statusOf, type TransportCode } from './error-codes';
import { internalError } from './error-format';
import { malformed, overLimit, Refusal } from './refusal';

/** Fastify's names for faults of the request, and ours. */
const FASTIFY_CODES: Readonly<Record<string, TransportCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_NOT_FOUND: 'NOT_FOUND',
};

const PARSER_CODES: Readonly<Record<string, TransportCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** Answers everything that is no GraphQL result, in one shape: `errors` as in GraphQL, in both languages. */
export function answerFaults(app: FastifyInstance, bodyLimitBytes: number, logger: Logger): void {
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, new Refusal('NOT_FOUND')));
  app.setErrorHandler<FastifyError>((fault, request, reply) => {
    if (fault instanceof DomainError) return sendFeatureRefusal(request, reply, fault);
    const refusal = refusalOf(fault, request, bodyLimitBytes);
    return refusal
      ? sendRefusal(request, reply, refusal)
      : sendErrors(request, reply, 500, internalError(fault, logger));
  });
}

/** For addresses that cannot be decoded: they match no route, and no hook runs for them. */
export function answerBadUrl(_fault: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id);
  void sendRefusal(request, reply, malformed('The address is malformed.', 'Địa chỉ không đúng định dạng.'));
}

/** For what is no HTTP, or comes too slowly: there is a socket only, so the answer is written by hand. */
export function answerBrokenRequest(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = new Refusal(PARSER_CODES[fault.code ?? ''] ?? 'BAD_REQUEST');
  const body = JSON.stringify({ errors: [refusal.toJSON()] });
  const head = [
    `HTTP/1.1 ${errorCodes[refusal.code].status} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `cache-control: ${NO_STORE}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Sends a refusal outside of GraphQL. */
function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.code === 'METHOD_NOT_ALLOWED') reply.header('allow', refusal.extensions.allow);
  return sendErrors(request, reply, statusOf(refusal.code, false), refusal.toJSON());
}

/** Outside of GraphQL the status tells what within it only the code does. */
function sendFeatureRefusal(request: FastifyRequest, reply: FastifyReply, fault: DomainError): FastifyReply {
  const { code, retryAfterSeconds } = fault.extensions;
  const status = featureStatusOf(String(code));
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
  return sendErrors(request, reply, status, fault.toJSON());
}

function sendErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: GraphQLFormattedError,
): FastifyReply {
  // Fastify closes the connection itself where a body was left unread.
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', NO_STORE)
    .send(JSON.stringify({ errors: [error] }));
}

function refusalOf(fault: FastifyError, request: FastifyRequest, bodyLimitBytes: number): Refusal | undefined {
  if (fault instanceof Refusal) return fault;
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const announced = Number(request.headers['content-length']);
    return overLimit('BODY_TOO_LARGE', bodyLimitBytes, Number.isFinite(announced) ? announced : undefined);
  }
  const code = FASTIFY_CODES[fault.code];
  if (code) return new Refusal(code);
  return fault.statusCode !== undefined && fault.statusCode < 500 ? new Refusal('BAD_REQUEST') : undefined;
}
