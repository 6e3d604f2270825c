import { type QueueLimits } from './fair-queue';

/** How much one GraphQL request may ask for. Every refusal names the limit and the number that broke it. */
export interface QueryLimits {
  /** Fields inside fields; the introspection fields count by a rule of their own (see `document-limits.ts`). */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  readonly rootFields: number;
  /** Sum over all fields, where a page of `first` entries counts `first` times. */
  readonly complexity: number;
  /** Pairs of fields that validation may compare (see `fieldComparisons`). */
  readonly comparisons: number;
  /** Bytes that an answer may have, about. */
  readonly answerBytes: number;
}

/** How long and how much the server keeps of what it has answered. */
export interface CacheOptions {
  /** Bytes that finished answers may take in this process. */
  readonly maxBytes: number;
  /** How long a browser or proxy may use an answer without asking again. */
  readonly maxAgeSeconds: number;
  /** How long after that it may still use it while it asks again. */
  readonly staleWhileRevalidateSeconds: number;
  /** Bytes that documents of the persisted-query protocol may take. */
  readonly persistedQueriesMaxBytes: number;
  /** Bytes that parsed documents may take. */
  readonly documentsMaxBytes: number;
}

/** The edge of the service. Frozen values from `config.ts`. */
export interface HttpOptions {
  /** Origins of other sites' pages that may call the API from a browser; missing: any. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Whose `X-Forwarded-*` to believe: addresses or networks, or true for anyone's. */
  readonly trustProxy: boolean | string | readonly string[];
  /** Raster tiles of the map page, with `{z}/{x}/{y}`. */
  readonly tileUrl?: string | undefined;
  readonly tileAttribution?: string | undefined;
  /** Where to report a weakness: an address that begins with `mailto:` or `https:`. */
  readonly securityContact?: string | undefined;
  readonly bodyLimitBytes: number;
  readonly operationTimeoutMs: number;
  /** How long a client may take to send its request, head and body. */
  readonly requestTimeoutMs: number;
  /** How long requests in flight may go on after the server was told to stop. */
  readonly shutdownTimeoutMs: number;
  /** Mean delay of the event loop from which operations are turned away with 503; kept answers never are. */
  readonly maxEventLoopDelayMs: number;
  readonly queue: QueueLimits;
  readonly limits: QueryLimits;
  readonly cache: CacheOptions;
}

/** Values that suit a public directory on one small machine. */
export const defaultHttpOptions: HttpOptions = Object.freeze({
  trustProxy: false,
  bodyLimitBytes: 102_400,
  operationTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  shutdownTimeoutMs: 10_000,
  maxEventLoopDelayMs: 2_000,
  queue: Object.freeze({ running: 32, runningPerCaller: 8, waiting: 1_000, waitingPerCaller: 100, waitMs: 10_000 }),
  limits: Object.freeze({
    depth: 12,
    aliases: 30,
    directives: 30,
    tokens: 2_000,
    rootFields: 20,
    complexity: 20_000,
    comparisons: 10_000,
    answerBytes: 4_000_000,
  }),
  cache: Object.freeze({
    maxBytes: 67_108_864,
    maxAgeSeconds: 60,
    staleWhileRevalidateSeconds: 600,
    persistedQueriesMaxBytes: 16_777_216,
    documentsMaxBytes: 33_554_432,
  }),
});
