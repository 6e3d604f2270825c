import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type RunState, runState } from './run-state';

/** Starts the guard of this run: it owns the folder of test data, and the PostgreSQL server once a test asks for it. */
async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-test-'));
  const guard: NonNullable<RunState['guard']> = spawn(
    process.execPath,
    [join(__dirname, 'postgres-guard.mjs'), folder],
    {
      // A group of its own, so that Ctrl-C does not take the guard away before it has cleaned up.
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: guard.stdout }).once('line', resolve);
    guard.once('exit', (code) => reject(new Error(`The guard of the test run ended at once (code ${code}).`)));
  });
  process.env['TEST_FOLDER'] = folder;
  process.env['TEST_POSTGRES_ASK'] = address;
  runState.guard = guard;
}

module.exports = globalSetup;
