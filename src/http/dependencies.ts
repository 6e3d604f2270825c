import { type FastifyInstance } from 'fastify';
import { type GraphQLSchema } from 'graphql';
import { type Logger } from 'pino';
import { type CachePolicy } from './cache-policy';
import { type HttpOptions } from './options';
import { type PageRenderer } from './page-renderer';

/** How a browser is told to keep or forget the session of its user. */
export interface SessionKeeping {
  /** The token that came with the request: as a bearer token, or as a cookie beside the header against forgery. */
  readonly token: string | undefined;
  keep(token: string, expiresAt: string): void;
  forget(): void;
}

/** Addresses that another part of the service answers: uploads, files, keys. They come with the rules for other sites' pages. */
export interface RouteModule {
  register(scope: FastifyInstance): void | Promise<void>;
}

/** What the transport tells of a request to those who make its context. */
export interface ContextRequest {
  /** Aborted when the operation takes too long or nobody waits for its answer any more. */
  readonly signal: AbortSignal;
  /** Resolvers narrow it; see `CachePolicy`. Put it on the context under the same name. */
  readonly cachePolicy: CachePolicy;
  readonly requestId: string;
  readonly remoteAddress: string;
  /** Names those who are counted together (see `callerNetwork`). */
  readonly network: string;
  readonly session: SessionKeeping;
  readonly authorization?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** What every context must carry. It is copied shallowly per request, so a class with `#private` members does not fit. */
export interface RequestContext {
  readonly signal: AbortSignal;
  /** Numbers of the revisions of the directory that the answer was read from, ascending. Ask once it is complete. */
  readonly revisionsRead?: () => readonly number[];
  /**
   * What the answer was read from, by name, with the revision in which each last changed; asked once it is complete.
   * Without it an answer counts as read from everything.
   */
  readonly kindsRead?: () => ReadonlyMap<string, number>;
  /** Called once, after the last resolver has ended, also when the answer was given up before. */
  close?(): void | Promise<void>;
}

/** What the HTTP server is built from: the composition root hands it in. */
export interface HttpDependencies<C extends RequestContext = RequestContext> {
  readonly options: HttpOptions;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  createContext(request: ContextRequest): C | Promise<C>;
  /** Number of the revision that is published now. */
  revision(): number;
  /** The revision in which each kind of what is published last changed, by the names that `kindsRead` uses. */
  readonly kindRevisions?: (() => Readonly<Record<string, number>>) | undefined;
  /** Why the process cannot serve yet, in English for operators, or null. */
  notReady(): string | null;
  /** Addresses beside those of the API and the page. */
  readonly modules?: readonly RouteModule[] | undefined;
  /** Folder of the built map page: `index.html` and `assets/` with hashed names. */
  readonly pageRoot: string;
  /** Draws the page on the server; without it, the page is a file and places have no page of their own. */
  readonly pageRenderer?: PageRenderer | undefined;
  /** Folder of the built GraphiQL. */
  readonly graphiqlRoot: string;
  /** Names of operations that the log and the metrics tell; the others are made up by callers, and share one. */
  readonly knownOperations?: Iterable<string> | undefined;
  /** The time now, in milliseconds since 1970; tests set it. */
  readonly now?: () => number;
}
