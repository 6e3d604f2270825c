import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type GraphqlAnswer } from './graphql-answer';

/** What the log and the metrics may know of a GraphQL answer. */
export interface AnswerNote extends Pick<GraphqlAnswer, 'outcome' | 'cache'> {
  /** One of the known names, or `other`; undefined for an operation without a name. */
  readonly operation: string | undefined;
}

const OTHER = 'other';

/** Tells known names of operations from those that callers make up, which can hold anything and are as many as they like. */
export class OperationNames {
  private readonly known: ReadonlySet<string>;

  constructor(known: Iterable<string>) {
    this.known = new Set(known);
  }

  /** The name where it is known, `other` for any other one, undefined for none. */
  shown(name: string | undefined): string | undefined {
    return name === undefined || this.known.has(name) ? name : OTHER;
  }
}

const notes = new WeakMap<FastifyRequest, AnswerNote>();
const REQUEST_ID = /^[\w.-]{8,64}$/;
/** Asked every few seconds by machines, or many times per page. */
const QUIET_ROUTES = new Set(['/healthz', '/readyz', '/metrics', '/*', '/graphiql/*']);

/** Keeps what is to be logged of an answer. */
export function noteAnswer(request: FastifyRequest, answer: AnswerNote): void {
  notes.set(request, answer);
}

/** What was kept of the answer to `request`. */
export function answerNote(request: FastifyRequest): AnswerNote | undefined {
  return notes.get(request);
}

/** The caller's own request id where it is one, else a new one; it cannot break a log line or a header. */
export function requestIdOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * One line per request: route, status, time, operation, use of the cache. Never an address, a query string, a header or
 * a variable: those can hold personal data.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const note = notes.get(request);
    const route = request.routeOptions.url ?? 'none';
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...(note && { operation: note.operation, outcome: note.outcome, cache: note.cache }),
    };
    if (QUIET_ROUTES.has(route) && reply.statusCode < 500) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
    done();
  });
}
