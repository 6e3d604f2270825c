/**
 * The longest stretch for which the event loop was held while `work` ran, in milliseconds. A stretch counts by the clock or
 * by the processor time of this process, whichever is less, so that a busy machine is not taken for a busy loop.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
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
