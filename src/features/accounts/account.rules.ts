/** A password is replaced at least every six months (DOMAIN.md 1.2). */
const PASSWORD_MONTHS = 6;
/** A device that is not used for a week is signed out; none stays signed in for longer than a month. */
const SESSION_IDLE_DAYS = 7;
const SESSION_DAYS = 30;

const DAY_MS = 86_400_000;

/** The instant at which a password set at `setAt` must be replaced: the same day six months later, or that month's last. */
export function passwordExpiresAt(setAt: string): string {
  const end = new Date(setAt);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + PASSWORD_MONTHS);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end.toISOString();
}

/** Whether the person has to choose a new password before anything else. */
export function mustChangePassword(
  account: { readonly mustChangePassword: boolean; readonly passwordSetAt: string },
  now: Date,
): boolean {
  return account.mustChangePassword || passwordExpiresAt(account.passwordSetAt) <= now.toISOString();
}

/** Whether a session still counts. */
export function isAlive(session: { readonly lastUsedAt: string; readonly expiresAt: string }, now: Date): boolean {
  return session.expiresAt > now.toISOString() && session.lastUsedAt > sessionIdleSince(now);
}

/** A session that was not used since then counts no more. */
export function sessionIdleSince(now: Date): string {
  return new Date(now.getTime() - SESSION_IDLE_DAYS * DAY_MS).toISOString();
}

/** The instant at which a session that begins now ends at the latest. */
export function sessionEnd(now: Date): string {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MS).toISOString();
}
