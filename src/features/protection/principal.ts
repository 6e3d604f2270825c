/** Nobody that the service knows. */
interface Anonymous {
  readonly kind: 'anonymous';
}

/** A person on a device that is signed in. */
export interface SignedInPerson {
  readonly kind: 'person';
  readonly personId: number;
  /** Key of the session that asks, among those of the person. */
  readonly sessionId: string;
  readonly deviceName: string;
  /** When access was given, and when the password was set: ISO 8601 instants, UTC. */
  readonly accountCreatedAt: string;
  readonly passwordSetAt: string;
  /** Whether a new password must be chosen before anything else. */
  readonly mustChangePassword: boolean;
}

/** What an integrator may do with its key. */
export const SCOPES = ['codes', 'cards'] as const;
/** `codes`: compare facts of persons with the record. `cards`: check cards that are shown. */
export type Scope = (typeof SCOPES)[number];

/** A third party whose key came with the request. */
export interface Integrator {
  readonly kind: 'integrator';
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Who asks. Officers join when there is a way for them to sign in. */
export type Principal = Anonymous | SignedInPerson | Integrator;

/** Who asks, for one request: found out when first asked for, and once. */
export interface AskingPrincipal {
  current(): Promise<Principal>;
  /** Forgets what was found out, after a session was begun, changed or ended. */
  reset(): void;
}

export const ANONYMOUS: Anonymous = { kind: 'anonymous' };
