import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { defaultHttpOptions, type HttpOptions } from '../../src/http/options';
import { createHttpServer } from '../../src/http/server';
import { type SmallContext, type SmallDirectory, smallDirectory, smallSchema } from './small-directory';

/** A listening server over the small directory. */
export interface RunningServer {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly directory: SmallDirectory;
  readonly log: Record<string, unknown>[];
  /** Where the operations came from, as the server sees it. */
  readonly addresses: string[];
  /** Moves the server's clock on. */
  advance(seconds: number): void;
  /** POSTs JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** GETs with these parameters; objects are sent as JSON. */
  get(parameters: Record<string, unknown>, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** Noon in Hà Nội. */
const NOON = Date.parse('2026-03-10T05:00:00Z');

/** Starts a server on a free port of this machine; without `graphiqlRoot`, an empty page stands for GraphiQL. */
export async function startServer(changes: Partial<HttpOptions> = {}, graphiqlRoot?: string): Promise<RunningServer> {
  const directory = smallDirectory();
  const log: Record<string, unknown>[] = [];
  const addresses: string[] = [];
  const files = builtFiles();
  let time = NOON;
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const app = await createHttpServer<SmallContext>({
    // Where tests share a machine, the loop lags for reasons of theirs.
    options: { ...defaultHttpOptions, maxEventLoopDelayMs: 60_000, ...changes },
    schema: smallSchema(),
    logger: pino({ level: 'debug' }, sink),
    createContext: ({ signal, cachePolicy, session, apiKey, remoteAddress }) => {
      addresses.push(remoteAddress);
      if (apiKey === 'breaks') throw new Error('no context');
      const close = (): void => void (directory.closed += 1);
      const reads = new Set<string>();
      const { kinds } = directory;
      return {
        signal,
        cachePolicy,
        directory,
        caller: session.token ?? 'nobody',
        revisionsRead: () => directory.read,
        reads,
        close,
        ...(kinds && { kindsRead: () => new Map([...reads].map((name) => [name, kinds[name] ?? 0])) }),
      };
    },
    revision: () => directory.revision,
    kindRevisions: () => directory.kinds ?? {},
    notReady: () => directory.notReady,
    pageRoot: join(files, 'web'),
    graphiqlRoot: graphiqlRoot ?? join(files, 'graphiql'),
    knownOperations: ['Known'],
    now: () => time,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    app,
    url,
    directory,
    log,
    addresses,
    advance: (seconds) => {
      time += seconds * 1000;
    },
    post: (body, headers = {}) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    get: (parameters, headers = {}) => fetch(`${url}/graphql?${searchOf(parameters)}`, { headers }),
    close: async () => {
      await app.close();
      rmSync(files, { recursive: true });
    },
  };
}

/** Parameters of a GET as the specification writes them. */
export function searchOf(parameters: Record<string, unknown>): string {
  const entries = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(entries).toString();
}

/** A GraphQL answer as a test reads it. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: {
    message: string;
    path?: string[];
    locations?: { line: number; column: number }[];
    extensions: Record<string, unknown> & { code: string };
  }[];
}

/** The body of an answer. */
export async function answerOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

/** The code of the first error. */
export async function codeOf(response: Response): Promise<string | undefined> {
  return (await answerOf(response)).errors?.[0]?.extensions.code;
}

function builtFiles(): string {
  const root = mkdtempSync(join(tmpdir(), 'bhxh-http-'));
  for (const site of ['web', 'graphiql']) {
    mkdirSync(join(root, site, 'assets'), { recursive: true });
    writeFileSync(join(root, site, 'index.html'), `<!doctype html><title>${site}</title>`);
    writeFileSync(join(root, site, 'assets', 'main-abc123.js'), `globalThis.${site} = '${'x'.repeat(4000)}';`);
  }
  return root;
}

/** Waits until a condition holds; the time-out of the test bounds it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}
