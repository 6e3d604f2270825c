import type { IncomingHttpHeaders } from 'node:http';

/** The prefix makes browsers refuse such a cookie from anywhere but this very host over TLS. */
const SECURE_NAME = '__Host-bhxh_session';
/** Where TLS is missing, that is on the machine of a developer. */
const PLAIN_NAME = 'bhxh_session';
/** A page of another site cannot set this header: CORS does not allow it here. */
const CSRF_HEADER = 'x-csrf-protection';
const BEARER = /^Bearer +([\w.~-]{16,512})$/i;
const COOKIE_VALUE = /^[\w.~-]{16,512}$/;

/** What of a request bears on its session. */
export interface SessionHeaders {
  readonly headers: IncomingHttpHeaders;
  /** Whether the browser reached this service over TLS. */
  readonly isSecure: boolean;
}

/**
 * The token of the session that a request belongs to: a bearer token, else the cookie. The cookie counts only beside
 * the header `x-csrf-protection`, which nobody but a script of our own page can send along.
 */
export function sessionTokenOf({ headers, isSecure }: SessionHeaders): string | undefined {
  if (headers.authorization !== undefined) return BEARER.exec(headers.authorization)?.[1];
  if (!headers[CSRF_HEADER]) return undefined;
  const value = cookieOf(headers.cookie, isSecure ? SECURE_NAME : PLAIN_NAME);
  return value !== undefined && COOKIE_VALUE.test(value) ? value : undefined;
}

/** `Set-Cookie` that keeps a session; scripts cannot read it, and requests that other sites cause do not carry it. */
export function sessionCookie(token: string, expiresAt: string, isSecure: boolean): string {
  return `${nameAndScope(token, isSecure)}; Expires=${new Date(expiresAt).toUTCString()}`;
}

/** `Set-Cookie` that makes the browser forget the session. */
export function forgottenCookie(isSecure: boolean): string {
  return `${nameAndScope('', isSecure)}; Max-Age=0`;
}

function nameAndScope(token: string, isSecure: boolean): string {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const separator = pair.indexOf('=');
    if (pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return undefined;
}
