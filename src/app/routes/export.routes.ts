import { type Readable } from 'node:stream';
import { NO_STORE } from '../../http/cache-policy';
import { type RouteModule } from '../../http/dependencies';
import { sessionKeeping } from '../../http/session-cookie';

const FORMS = ['json', 'pdf'] as const;

/** A file of personal data for the person whose it is. */
interface PersonalFile {
  /** Tells nothing about the person. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Readable;
}

/** Makes the file for whoever a session token belongs to; rejects with a `DomainError` for everyone else. */
type TakeOut = (form: (typeof FORMS)[number], token: string | undefined) => Promise<PersonalFile>;

/**
 * `/account/export.json` and `/account/export.pdf`: all data of the person who is signed in, as GraphQL takes sessions.
 * There is no HEAD, since asking counts.
 */
export function exportRoutes(takeOut: TakeOut): RouteModule {
  return {
    register(scope) {
      for (const form of FORMS) {
        scope.get(`/account/export.${form}`, { exposeHeadRoute: false }, async (request, reply) => {
          const file = await takeOut(form, sessionKeeping(request, reply).token);
          return reply
            .header('cache-control', NO_STORE)
            .header('content-type', file.contentType)
            .header('content-disposition', `attachment; filename="${file.name}"`)
            .send(file.bytes);
        });
      }
    },
  };
}
