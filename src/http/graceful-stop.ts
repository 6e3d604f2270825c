import { type Socket } from 'node:net';
import { type FastifyInstance } from 'fastify';

/** How often connections are looked through whose last answer has been sent. */
const SWEEP_MS = 50;

/**
 * Makes `close()` wait for requests in flight, but no longer than `timeoutMs`, and not for connections that clients only
 * hold open for later: Node would wait for those until they time out, and longest for those that never sent anything.
 */
export function stopGracefully(app: FastifyInstance, timeoutMs: number): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }: { socket: Socket }) => unused.delete(socket));

  app.addHook('preClose', (done) => {
    if (!app.server.listening) return done();
    const sweep = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    }, SWEEP_MS);
    const cut = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
    app.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
    done();
  });
}
