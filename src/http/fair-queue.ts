import { type Crowding, FairQueue as SharedFairQueue, type QueueLimits } from '../shared/fair-queue';
import { overLimit, Refusal } from './refusal';

export type { QueueLimits } from '../shared/fair-queue';

/** How soon someone who was turned away may come again, seconds. */
const RETRY_AFTER_SECONDS = 2;

/** The queue of operations: whoever is turned away is refused in the words of the transport. */
export class FairQueue extends SharedFairQueue {
  constructor(limits: QueueLimits) {
    super(limits, refusal);
  }
}

function refusal(why: Crowding, { waiting, waitingPerCaller }: QueueLimits): Refusal {
  const again = { retryAfterSeconds: RETRY_AFTER_SECONDS };
  if (why === 'caller') return overLimit('TOO_MANY_REQUESTS', waitingPerCaller, undefined, again);
  if (why === 'all') return overLimit('OVERLOADED', waiting, undefined, again);
  return new Refusal('OVERLOADED', undefined, again);
}
