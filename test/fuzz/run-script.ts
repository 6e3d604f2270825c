import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What `fuzz.process.ts --json` prints, as far as a test reads it. */
interface Printed {
  readonly operations: number;
  readonly ok: number;
  readonly causes: readonly object[];
}

const ROOT = join(__dirname, '../..');

/** Runs the fuzzer as `npm run fuzz` does, over the built server, and gives what it printed. */
export async function runScript(parameters: readonly string[], limitMs: number): Promise<Printed> {
  const child = spawn(
    process.execPath,
    ['--require', join(ROOT, 'test/setup/register-typescript.cjs'), join(__dirname, 'fuzz.process.ts'), ...parameters],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' },
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    return JSON.parse(output) as Printed;
  } catch {
    throw new Error(`The fuzzer printed no report: ${errors}`);
  }
}
