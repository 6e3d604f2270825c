import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

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
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const url = await listeningUrl(child);
    await ready(url);
    return { url, query: (document, variables) => query(url, document, variables), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** The address that the gateway logs when it listens. */
function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (what: string): void => reject(new Error(`The gateway ${what}:\n${log.slice(-4000)}`));
    const limit = setTimeout(() => fail('did not listen in time'), START_LIMIT_MS);
    child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        log = `${log}${line}\n`.slice(-8000);
        const entry = /^\{.*"msg":"listening"/.test(line) ? (JSON.parse(line) as { url?: string }) : {};
        if (entry.url !== undefined) resolve(entry.url);
      });
    }
    child.once('close', () => fail('ended while it started'));
    child.once('close', () => clearTimeout(limit));
  });
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
