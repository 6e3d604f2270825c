import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<AbortSignal>();

/** Runs `work` as part of an operation that `signal` ends: what waits for its turn inside of it waits no longer than that. */
export function duringOperation<T>(signal: AbortSignal, work: () => T): T {
  return current.run(signal, work);
}

/** The signal that ends the operation under way here, or undefined outside of any. */
export function operationSignal(): AbortSignal | undefined {
  return current.getStore();
}
