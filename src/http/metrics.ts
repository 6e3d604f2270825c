import { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { answerNote } from './request-log';
import { type ResponseCache } from './response-cache';

/** Buckets from a cached answer to the longest operation, in seconds. */
const DURATION_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const UNNAMED = 'other';

/** What the gauges read. */
export interface Measured {
  readonly cache: ResponseCache;
  readonly revision: () => number;
}

/**
 * Measures requests and serves `/metrics` for Prometheus. Only known names of
 * operations get a label of their own: anyone could fill the memory with made-up ones otherwise.
 */
export function measureRequests(app: FastifyInstance, { cache, revision }: Measured): void {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'bhxh_graphql_request_duration_seconds',
    help: 'Time from the arrival of a GraphQL request to the end of its answer.',
    labelNames: ['operation', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const cacheUses = new Counter({
    name: 'bhxh_response_cache_requests_total',
    help: 'GraphQL answers by their use of the response cache.',
    labelNames: ['result'],
    registers,
  });
  const responses = new Counter({
    name: 'bhxh_http_responses_total',
    help: 'Answers by status class.',
    labelNames: ['status'],
    registers,
  });
  gauge(registers, 'bhxh_response_cache_bytes', 'Memory that kept answers take.', () => cache.bytes);
  gauge(registers, 'bhxh_response_cache_answers', 'Answers kept.', () => cache.count);
  gauge(registers, 'bhxh_directory_revision', 'Number of the published revision.', revision);

  app.addHook('onResponse', (request, reply, done) => {
    responses.inc({ status: `${Math.floor(reply.statusCode / 100)}xx` });
    const note = answerNote(request);
    if (note) {
      durations.observe({ operation: note.operation ?? UNNAMED, outcome: note.outcome }, reply.elapsedTime / 1000);
      cacheUses.inc({ result: note.cache });
    }
    done();
  });
  app.get('/metrics', async (_request, reply) => {
    reply.header('content-type', registry.contentType).header('cache-control', 'no-store');
    return registry.metrics();
  });
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
