/** How long a worker may take for a message before another takes it over. */
export const LEASE_MS = 60_000;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Milliseconds to wait after so many tries failed: twice as long each time, spread so that tries don't come in waves. */
export function retryPauseMs(attempts: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  return Math.round(pause * (0.75 + random / 2));
}
