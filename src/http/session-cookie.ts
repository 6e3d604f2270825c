import { type CookieSerializeOptions } from '@fastify/cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SessionKeeping } from './dependencies';

/** The prefix makes browsers refuse such a cookie from anywhere but this very host over TLS. */
const SECURE_NAME = '__Host-bhxh_session';
/** Where TLS is missing, that is on the machine of a developer. */
const PLAIN_NAME = 'bhxh_session';
/** A page of another site cannot set this header: CORS does not allow it here. */
const CSRF_HEADER = 'x-csrf-protection';
const BEARER = /^Bearer +([\w.~-]{16,512})$/i;
const COOKIE_VALUE = /^[\w.~-]{16,512}$/;

/** The session that a request brings along, and how its browser is told to keep or forget one. */
export function sessionKeeping(request: FastifyRequest, reply: FastifyReply): SessionKeeping {
  const isSecure = cameOverTls(request);
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  // Scripts cannot read it, and requests that other sites cause do not carry it.
  const scope: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure };
  return {
    // Where nothing tells how the page was asked for, the cookie of this host alone comes first.
    token: tokenOf(request, isSecure ? [SECURE_NAME] : [SECURE_NAME, PLAIN_NAME]),
    keep: (token, expiresAt) => void reply.setCookie(name, token, { ...scope, expires: new Date(expiresAt) }),
    forget: () => void reply.clearCookie(name, scope),
  };
}

/**
 * The token of the session that a request belongs to: a bearer token, else the cookie. The cookie counts only beside
 * the header `x-csrf-protection`, which nobody but a script of our own page can send along; without it, and with any
 * other cookie, the request is one of nobody.
 */
function tokenOf({ headers, cookies }: FastifyRequest, names: readonly string[]): string | undefined {
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1];
  if (!headers[CSRF_HEADER]) return undefined;
  const value = names.map((name) => cookies[name]).find((cookie) => cookie !== undefined);
  return value !== undefined && COOKIE_VALUE.test(value) ? value : undefined;
}

/**
 * Whether the browser asked over TLS. What a proxy or a browser says of it counts here though nobody vouches for them:
 * it can only make the cookie of whoever says so stricter.
 */
function cameOverTls({ protocol, headers, host }: FastifyRequest): boolean {
  const forwarded = String(headers['x-forwarded-proto'] ?? '')
    .split(',')[0]
    ?.trim();
  return protocol === 'https' || forwarded === 'https' || headers.origin === `https://${host}`;
}
