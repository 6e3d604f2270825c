import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
/** `npm run test:node` runs the gateway as installed elsewhere, under another Node. */
const GATEWAY_ROOT = process.env['GATEWAY_ROOT'] ?? ROOT;
const GATEWAY_NODE = process.env['GATEWAY_NODE'] ?? process.execPath;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
/** Letters of the log kept to be shown with a failure. */
const LOG_TAIL = 8_000;

/** What a program of the project printed, how it ended, and how long it took. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly seconds: number;
}

/** A gateway that listens on 127.0.0.1, as built in dist. */
export interface GatewayProcess {
  readonly url: string;
  /** Sends an operation and gives its data; fails with the errors of the answer. */
  query<T>(document: string, variables?: object): Promise<T>;
  /** Resolves when the gateway has logged this message, or had before. */
  logged(message: string): Promise<void>;
  stop(): Promise<void>;
}

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  HOST: '127.0.0.1',
  PORT: '0',
  ...more,
});

/** Runs an npm script of the project to its end, as an operator does, without building first. */
export async function runCommand(
  words: readonly string[],
  more: Record<string, string>,
  limitMs: number,
): Promise<Run> {
  const began = Date.now();
  const [script = '', ...parameters] = words;
  const child = spawn('npm', ['run', '--silent', '--ignore-scripts', script, '--', ...parameters], {
    cwd: ROOT,
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  return { code, output, seconds: (Date.now() - began) / 1000 };
}

/** Starts the built gateway on a free port and waits until it is ready. */
export async function startGateway(more: Record<string, string>): Promise<GatewayProcess> {
  const child = spawn(GATEWAY_NODE, [join(GATEWAY_ROOT, 'dist/server/main.js')], {
    cwd: GATEWAY_ROOT,
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails before it stops the gateway leaves nothing running.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
  const log = new GatewayLog(child);
  try {
    const { url } = await log.entry('listening');
    if (url === undefined) throw new Error('The gateway listens and does not say where.');
    await ready(url);
    return {
      url,
      query: (document, variables) => query(url, document, variables),
      logged: async (message) => void (await log.entry(message)),
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

interface LogEntry {
  readonly msg?: string;
  readonly url?: string;
}

/** What a gateway logs, message by message. */
class GatewayLog {
  private readonly entries = new Map<string, LogEntry>();
  private readonly news = new EventEmitter().setMaxListeners(0);
  private tail = '';
  private isOver = false;

  constructor(child: ChildProcess) {
    child.stderr?.on('data', (chunk: Buffer) => (this.tail = `${this.tail}${chunk.toString()}`.slice(-LOG_TAIL)));
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.note(line));
    child.once('close', () => {
      this.isOver = true;
      this.news.emit('news');
    });
  }

  /** The first entry with this message. Fails when the gateway ends without it, or takes too long. */
  async entry(message: string): Promise<LogEntry> {
    const limit = AbortSignal.timeout(START_LIMIT_MS);
    for (;;) {
      const entry = this.entries.get(message);
      if (entry) return entry;
      if (this.isOver) throw new Error(`The gateway ended before it logged "${message}":\n${this.tail}`);
      try {
        await once(this.news, 'news', { signal: limit });
      } catch {
        throw new Error(`The gateway did not log "${message}" in time:\n${this.tail}`);
      }
    }
  }

  private note(line: string): void {
    this.tail = `${this.tail}${line}\n`.slice(-LOG_TAIL);
    if (!line.startsWith('{')) return;
    const entry = JSON.parse(line) as LogEntry;
    if (entry.msg !== undefined && !this.entries.has(entry.msg)) this.entries.set(entry.msg, entry);
    this.news.emit('news');
  }
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`);
    const text = await answer.text();
    if (answer.ok) return;
    if (Date.now() > deadline) throw new Error(`The gateway was not ready in time: ${text}`);
    await sleep(50);
  }
}

async function query<T>(url: string, document: string, variables: object = {}): Promise<T> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(`${answer.status}: ${JSON.stringify(errors)}`);
  return data;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(limit);
}
