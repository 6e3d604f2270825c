import { type FastifyInstance } from 'fastify';

/** `/healthz`: the process answers. `/readyz`: it can also serve; 503 and the reason until then. */
export function healthRoutes(app: FastifyInstance, notReady: () => string | null): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', (_request, reply) => {
    const reason = notReady();
    reply.header('cache-control', 'no-store');
    if (reason === null) return reply.send({ status: 'ready' });
    return reply.code(503).header('retry-after', '1').send({ status: 'not ready', reason });
  });
}
