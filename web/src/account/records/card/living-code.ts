import { useEffect, useState } from 'preact/hooks';

/** How long before its end a code is renewed: enough for a slow network and some attempts. */
const leadMs = 60_000;
/** A code is called ended a little early, so that nobody shows one that ends while it is scanned. */
const marginMs = 5_000;
const lookEveryMs = 5_000;
const attemptEveryMs = 20_000;
/** What the gateway promises, for a token that does not say it. */
const usualLifeMs = 300_000;

/**
 * How long a token lives, in milliseconds, by its own claims (RFC 7519: `iat` and `exp`). The difference counts and not
 * the times, so that a device whose clock is wrong renews in time all the same.
 */
export function lifeOf(token: string): number {
  try {
    const claims = token.split('.')[1] ?? '';
    const { iat, exp } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { iat: number; exp: number };
    return exp > iat ? (exp - iat) * 1000 : usualLifeMs;
  } catch {
    return usualLifeMs;
  }
}

/**
 * Whether the code that the page got last has ended. `renew` is called before that, while the person looks at the page,
 * and again and again while no new token comes; null leaves it to the person to ask.
 */
export function useLivingCode(token: string | null, renew: (() => void) | null): boolean {
  const [endedToken, setEndedToken] = useState<string | null>(null);
  useEffect(() => {
    if (token === null) return;
    const life = lifeOf(token);
    const endsAt = Date.now() + life - marginMs;
    const renewAt = Date.now() + life - Math.min(leadMs, life / 3);
    let attemptedAt = 0;
    const look = (): void => {
      const now = Date.now();
      if (now >= endsAt) setEndedToken(token);
      const isDue = now >= renewAt && now - attemptedAt >= attemptEveryMs;
      if (!renew || !isDue || document.visibilityState !== 'visible' || !navigator.onLine) return;
      attemptedAt = now;
      renew();
    };
    const timer = setInterval(look, lookEveryMs);
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [token, renew]);
  return token !== null && endedToken === token;
}
