import { Refusal } from './refusal';

/** The headers of a request that this guard looks at, in lower case as Node gives them. */
export interface OriginHeaders {
  readonly [name: string]: string | string[] | undefined;
}

/** A page of another site can set none of these without the browser asking this server first. Apollo's own names. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Refuses a GET that a page of another site could have made the browser send without asking ("simple" requests).
 * POST needs none of this: only `application/json` is taken there, which always makes the browser ask.
 *
 * The rule is Apollo's (a preflight header, or a content type that forces the question), opened for one case more: a
 * request that shows no sign of coming from another site's page and carries no credentials the browser adds by itself.
 * A plain GET by curl, a server, or someone typing the address gets an answer, as GraphQL over HTTP recommends. What is
 * read that way is public, and GET never runs a mutation. Signs are `Sec-Fetch-Site`, which every current browser sends,
 * and for older ones `Origin` and `Referer`.
 */
export function guardCrossSite(headers: OriginHeaders): void {
  if (PREFLIGHT_HEADERS.some((name) => typeof headers[name] === 'string' && headers[name] !== '')) return;
  if (
    typeof headers['content-type'] === 'string' &&
    headers['content-type'].toLowerCase().startsWith('application/json')
  )
    return;
  if (headers.cookie === undefined && !isBasic(headers.authorization) && !comesFromElsewhere(headers)) return;
  if (headers['sec-fetch-site'] === 'same-origin') return;
  throw new Refusal('CSRF_BLOCKED');
}

/** Browsers repeat a Basic sign-in by themselves; other schemes are set by a script and make the browser ask. */
function isBasic(authorization: string | string[] | undefined): boolean {
  return typeof authorization === 'string' && /^basic\b/i.test(authorization);
}

function comesFromElsewhere(headers: OriginHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return typeof site !== 'string' || !OWN_SITES.has(site);
  return [headers.origin, headers.referer].some((from) => from !== undefined && !isOwnHost(from, headers.host));
}

function isOwnHost(from: string | string[], host: string | string[] | undefined): boolean {
  return typeof from === 'string' && URL.canParse(from) && new URL(from).host === host;
}
