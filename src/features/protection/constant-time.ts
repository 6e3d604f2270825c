import { setTimeout as sleep } from 'node:timers/promises';

/** Lets `work` take at least so long, so that its answer's time does not tell which way it went inside. */
export async function takingAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [ended] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (ended.status === 'fulfilled') return ended.value;
  throw ended.reason;
}
