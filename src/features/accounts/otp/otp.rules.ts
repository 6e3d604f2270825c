/** A code counts for ten minutes from the moment a carrier took it (DOMAIN.md 2.4: codes that arrive too late). */
export const CODE_LIFE_MS = 10 * 60_000;
/** A code that no carrier takes for an hour is of no use any more. */
export const LONGEST_WAY_MS = 60 * 60_000;
export const CODE_TRIES_EACH = 5;
const MOST_RESENDS = 5;
const RESEND_PAUSE_MS = 30_000;

const DIGITS = 6;

/** Six digits from a keyed digest: the same code can be sent again without being kept anywhere. */
export function codeOf(digest: string): string {
  const number = Buffer.from(digest, 'base64url').readBigUInt64BE() % BigInt(10 ** DIGITS);
  return String(number).padStart(DIGITS, '0');
}

/** What a person typed as a code, without the blanks and dashes that phones and people add. */
export function typedCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}

/** Whether a code still counts. One that is on its way has no end yet but the longest. */
export function isCurrent(
  { expiresAt, endsAt }: { readonly expiresAt: string | null; readonly endsAt: string },
  now: Date,
): boolean {
  const at = now.toISOString();
  return endsAt > at && (expiresAt === null || expiresAt > at);
}

/** Seconds to wait before the code may be sent again, or null when it may be now. */
export function resendWaitSeconds(
  otp: { readonly lastSentAt: string; readonly resentCount: number; readonly endsAt: string },
  now: Date,
): number | null {
  const allowedAt =
    otp.resentCount < MOST_RESENDS ? Date.parse(otp.lastSentAt) + RESEND_PAUSE_MS : Date.parse(otp.endsAt);
  const waitMs = allowedAt - now.getTime();
  return waitMs > 0 ? Math.ceil(waitMs / 1000) : null;
}
