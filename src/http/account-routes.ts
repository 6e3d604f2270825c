import { type FastifyInstance } from 'fastify';
import { NO_STORE } from './cache-policy';
import { type TakeOut } from './parts';
import { sessionKeeping } from './session-cookie';

const FORMS = ['json', 'pdf'] as const;

/**
 * `/account/export.json` and `/account/export.pdf`: all data of the person who is signed in, as GraphQL takes sessions.
 * There is no HEAD, since asking counts.
 */
export function accountRoutes(app: FastifyInstance, takeOut: TakeOut): void {
  for (const form of FORMS) {
    app.get(`/account/export.${form}`, { exposeHeadRoute: false }, async (request, reply) => {
      const file = await takeOut(form, sessionKeeping(request, reply));
      return reply
        .header('cache-control', NO_STORE)
        .header('content-type', file.contentType)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.bytes);
    });
  }
}
