import { type RouteModule } from '../../http/dependencies';

/** Well below the day for which a key is published before it signs, and after it has. */
const MAX_AGE_SECONDS = 300;

/** `/.well-known/jwks.json`: the public keys of this service (RFC 7517), for whoever checks what it signed. */
export function keyRoutes(jwks: () => Promise<object>): RouteModule {
  return {
    register(scope) {
      scope.get('/.well-known/jwks.json', async (_request, reply) => {
        const keys = await jwks();
        return reply
          .header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`)
          .header('access-control-allow-origin', '*')
          .type('application/jwk-set+json')
          .send(JSON.stringify(keys));
      });
    },
  };
}
