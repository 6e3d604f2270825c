/** No piece of work may hold the event loop for longer, in milliseconds. */
export const MOST_HELD_MS = 50;
/** A stretch that belongs to the work is in each of so many runs; what the collector or the compiler took is not. */
const RUNS = 3;

/**
 * The longest stretch for which the event loop was held while `work` ran, in milliseconds: of a few runs that of the best,
 * and the first that holds it no longer than is allowed is believed. A stretch counts by the clock or by the processor time
 * of this process, whichever is less, so that a busy machine is not taken for a busy loop.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS && least >= MOST_HELD_MS; run++) least = Math.min(least, await holdOf(work));
  return least;
}

async function holdOf(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOn = true;
  let last = reading();
  const look = (): void => {
    const now = reading();
    longest = Math.max(longest, Math.min(now.clock - last.clock, now.processor - last.processor));
    last = now;
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    isOn = false;
  }
  look();
  return longest;
}

function reading(): { clock: number; processor: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}
