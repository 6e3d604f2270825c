import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A PostgreSQL of its own for the time of a benchmark: the one that the tests use. */
export interface BenchmarkPostgres {
  readonly url: string;
  /** Ends the server and deletes its files. */
  readonly stop: () => void;
}

/** Starts a PostgreSQL server. It ends with this process at the latest. */
export async function startPostgres(): Promise<BenchmarkPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-bench-'));
  const guard = spawn(process.execPath, [join('test', 'setup', 'postgres-guard.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: guard.stdout }).once('line', resolve);
    guard.once('exit', (code) => reject(new Error(`PostgreSQL could not be started (code ${code}).`)));
  });
  const answer = await fetch(address);
  return { url: (await answer.text()).trim(), stop: () => void guard.stdin.end() };
}
