import type { SessionCarrier } from './accounts/session/session-carrier';
import type { DirectoryRequest } from './directory/directory-request';
import type { AskingPrincipal } from './protection/principal';

/** How an answer may be kept by caches; resolvers only ever make it stricter. */
interface CachePolicy {
  /** Marks the answer as personal: no cache keeps it. */
  private(): void;
  /** Limits how long the answer may be kept, in seconds. */
  expiresWithin(seconds: number): void;
}

/** What every resolver of one request shares. */
export interface GatewayContext {
  /** Aborted when the request times out or its caller leaves. */
  readonly signal: AbortSignal;
  /** Names the caller for budgets of attempts; tells nothing about who it is. */
  readonly caller: string;
  readonly cachePolicy: CachePolicy;
  /** Who asks. Rules are declared with `@Requires`, never asked for here. */
  readonly principal: AskingPrincipal;
  /** Where the browser of whoever asks keeps a session. */
  readonly session: SessionCarrier;
  /** The directory in the revision in which this request began. */
  readonly directory: DirectoryRequest;
  /** Numbers of the revisions of the directory that were read so far, ascending. */
  readonly revisionsRead?: () => readonly number[];
  /** The published kinds that were read so far, with the revision in which each last changed. */
  readonly kindsRead?: () => ReadonlyMap<string, number>;
}
