import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet, { type HelmetOptions } from 'helmet';

/** Headers by their names. They do not depend on the request, so that they are worked out once, at the start. */
export type SecurityHeaders = Readonly<Record<string, string>>;

const SAME_FOR_ALL: HelmetOptions = {
  // Only for this host: whether others under the same domain speak HTTPS is not this service's to say.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
};

/** Answers that are data: nothing in them may be run, shown in a frame, or loaded from. */
export function dataSecurity(): SecurityHeaders {
  return headersOf({
    contentSecurityPolicy: policy({ defaultSrc: ["'none'"] }),
    referrerPolicy: { policy: 'no-referrer' },
    ...SAME_FOR_ALL,
  });
}

/** The map page: own scripts, styles and data only, and pictures of the tile server where one is configured. */
export function pageSecurity(tileUrl: string | undefined): SecurityHeaders {
  const tiles = tileUrl === undefined ? [] : [tileOrigin(tileUrl)];
  return pageHeaders({
    contentSecurityPolicy: policy({
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', ...tiles],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      // The search form of those without JavaScript.
      formAction: ["'self'"],
    }),
    // Public tile servers turn away requests that don't say which site asks.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    ...SAME_FOR_ALL,
  });
}

/** GraphiQL: its editor makes style elements and workers by itself, so these are allowed here and nowhere else. */
export function graphiqlSecurity(): SecurityHeaders {
  return pageHeaders({
    contentSecurityPolicy: policy({
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
    }),
    referrerPolicy: { policy: 'no-referrer' },
    ...SAME_FOR_ALL,
  });
}

/** Browser features that pages of this server may use: only the position, for "near me". */
const PERMISSIONS_POLICY = 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()';

function pageHeaders(options: HelmetOptions): SecurityHeaders {
  return { ...headersOf(options), 'permissions-policy': PERMISSIONS_POLICY };
}

function headersOf(options: HelmetOptions): SecurityHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, () => undefined);
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}

function policy(directives: Record<string, string[]>): NonNullable<HelmetOptions['contentSecurityPolicy']> {
  return {
    useDefaults: false,
    directives: {
      ...directives,
      baseUri: ["'none'"],
      formAction: directives.formAction ?? ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  };
}

/** The origin of a tile address; `{s}` stands for any subdomain. */
function tileOrigin(tileUrl: string): string {
  const wildcard = tileUrl.replace('{s}.', 'any-subdomain.');
  return new URL(wildcard).origin.replace('any-subdomain.', '*.');
}
