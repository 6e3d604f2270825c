import { type FastifyInstance } from 'fastify';
import { type HttpOptions } from './options';

const FORWARDED = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded'] as const;

/**
 * Warns, once, when requests come through a proxy that the options do not name: all callers then share the address of
 * the proxy, and with it one budget of tries.
 */
export function warnOfUntoldProxy(app: FastifyInstance, { trustProxy }: Pick<HttpOptions, 'trustProxy'>): void {
  if (trustProxy !== false) return;
  let isTold = false;
  app.addHook('onRequest', (request, _reply, done) => {
    const header = isTold ? undefined : FORWARDED.find((name) => request.headers[name] !== undefined);
    if (header !== undefined) {
      isTold = true;
      request.log.warn(
        { variable: 'TRUST_PROXY', header },
        'TRUST_PROXY is not set, but requests come through a proxy: all callers count as one; name the proxy',
      );
    }
    done();
  });
}
