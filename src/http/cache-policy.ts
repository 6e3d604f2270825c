import { type CacheOptions } from './options';

/**
 * Who may keep the answer of one request, and for how long. It starts as public, because the directory is; a resolver
 * can only narrow it.
 */
export class CachePolicy {
  scope: 'public' | 'private' = 'public';
  /** Seconds from the end of the operation until the answer may have changed without a new revision. */
  expiresInSeconds = Infinity;

  /** The answer is for this caller alone: nobody keeps it. */
  private(): void {
    this.scope = 'private';
  }

  /** The answer holds for at most so many seconds; the shortest wish counts. */
  expiresWithin(seconds: number): void {
    this.expiresInSeconds = Math.min(this.expiresInSeconds, Math.max(0, Math.floor(seconds)));
  }
}

/** Nobody may keep it: personal answers, mutations, errors. */
export const NO_STORE = 'private, no-store';

/**
 * The request headers that choose between answers at one address. Not `Cookie`: a cookie counts only beside
 * `X-CSRF-Protection`, so whatever other cookies a browser holds, it gets the answer for everyone.
 */
export const VARY = 'Accept, Accept-Encoding, Authorization, X-Api-Key, X-CSRF-Protection';

/**
 * The `Cache-Control` of a public answer that holds for `secondsLeft` more seconds. Neither fresh nor stale use reaches
 * past that, so an answer about "today" is never shown tomorrow.
 */
export function publicCacheControl(options: CacheOptions, secondsLeft: number): string {
  const maxAge = Math.max(0, Math.min(options.maxAgeSeconds, secondsLeft));
  const stale = Math.max(0, Math.min(options.staleWhileRevalidateSeconds, secondsLeft - maxAge));
  return `public, max-age=${maxAge}, stale-while-revalidate=${stale}`;
}

/** Whether `If-None-Match` names this entity tag; weak comparison, as RFC 9110 section 13.1.2 wants. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}
