import { type CookieSerializeOptions } from '@fastify/cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type SessionKeeping } from './parts';

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
  const isSecure = request.protocol === 'https';
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  // Scripts cannot read it, and requests that other sites cause do not carry it.
  const scope: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure };
  return {
    token: tokenOf(request, name),
    keep: (token, expiresAt) => void reply.setCookie(name, token, { ...scope, expires: new Date(expiresAt) }),
    forget: () => void reply.clearCookie(name, scope),
  };
}

/**
 * The token of the session that a request belongs to: a bearer token, else the cookie. The cookie counts only beside
 * the header `x-csrf-protection`, which nobody but a script of our own page can send along; without it, and with any
 * other cookie, the request is one of nobody.
 */
function tokenOf({ headers, cookies }: FastifyRequest, name: string): string | undefined {
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1];
  if (!headers[CSRF_HEADER]) return undefined;
  const value = cookies[name];
  return value !== undefined && COOKIE_VALUE.test(value) ? value : undefined;
}
