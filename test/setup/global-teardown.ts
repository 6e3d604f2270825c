import { runState } from './run-state';

const STOP_LIMIT_MS = 15_000;

/** Closes the guard's input, which makes it stop PostgreSQL and delete the run's folder, and waits until it has. */
async function globalTeardown(): Promise<void> {
  const { guard } = runState;
  if (!guard || guard.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  guard.stdin.end();
  const limit = setTimeout(() => guard.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(limit);
}

module.exports = globalTeardown;
