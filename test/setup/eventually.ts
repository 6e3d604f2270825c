import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `facts` hold: tries again and again, and fails with what failed last once `limitMs` have passed. */
export async function eventually<T>(facts: () => T | Promise<T>, limitMs = 20_000): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    try {
      return await facts();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(20);
    }
  }
}
