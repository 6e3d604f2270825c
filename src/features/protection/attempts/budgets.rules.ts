/** How many tries a subject has in a stretch of time. */
export interface Budget {
  /** Tells the tries of one subject at different things apart. */
  readonly name: string;
  readonly attempts: number;
  readonly windowMs: number;
  /** Whether the stretch begins anew with every try that is counted: then the last one locks for the whole stretch. */
  readonly restarts: boolean;
}

/** Tries that cost the caller a proof of work when too many were made: nobody is refused for what a neighbour did. */
export interface Toll {
  readonly name: string;
  /** So many within the stretch are free; as many more double the work. */
  readonly free: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Five wrong passwords lock an account for 15 minutes; a device that the person has signed in on has five of its own. */
export const PASSWORD_TRIES: Budget = { name: 'password', attempts: 5, windowMs: 15 * MINUTE_MS, restarts: true };
/** Wrong passwords from one network: many persons can share one, as at an employer that brings all its staff. */
export const NETWORK_TRIES: Toll = { name: 'address', free: 60, windowMs: 15 * MINUTE_MS };
/** Forgotten passwords from one network. */
export const NETWORK_RESETS: Toll = { name: 'resets', free: 20, windowMs: HOUR_MS };
/** Messages with codes to one account, each time one is sent again too; those for resets apart from those that a password earned: enough for a person in trouble, too few to pester one or to guess on. */
export const CODES_SENT: Budget = { name: 'codes', attempts: 6, windowMs: HOUR_MS, restarts: false };
/** Wrong codes of one purpose for one account: the chance to guess one stays below 2 in 100,000 a day. */
export const CODE_TRIES: Budget = { name: 'code', attempts: 15, windowMs: 24 * HOUR_MS, restarts: false };
/** How often a person is told that the account was locked: whoever locks it must not be able to pester as well. */
export const LOCKS_TOLD: Budget = { name: 'locks', attempts: 1, windowMs: 6 * HOUR_MS, restarts: false };

/** The most that the work grows to: some seconds on a telephone, which whoever is in a hurry still waits for. */
const MOST_WORK = 16;

/** How many times the usual proof of work a try costs after so many; 0: none. */
export function workAfter(tries: number, { free }: Pick<Toll, 'free'>): number {
  return tries < free ? 0 : Math.min(MOST_WORK, 2 ** (Math.floor(tries / free) - 1));
}
