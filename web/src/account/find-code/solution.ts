import { ApiFailure } from '../../api/failure';
import { sendPrivately } from '../../api/transport';
import { type LookupChallengeQuery, LookupChallengeOperation } from '../../generated/account-operations';

type Challenge = LookupChallengeQuery['challenge'];

function numberFor(challenge: Challenge, signal: AbortSignal): Promise<number | null> {
  const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<number | null>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number | null>) => resolve(data));
    worker.addEventListener('error', () => reject(new ApiFailure('unknown')));
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    const { algorithm, challenge: hash, salt, signature, maxNumber } = challenge;
    worker.postMessage({ algorithm, challenge: hash, salt, signature, maxNumber });
  }).finally(() => worker.terminate());
}

/**
 * A solved challenge of the gateway: some work that a person does not notice and that makes guessing in bulk dear.
 * Throws ApiFailure, or the abort reason.
 */
export async function solution(signal: AbortSignal): Promise<string> {
  const { challenge } = await sendPrivately(LookupChallengeOperation, {}, signal);
  return solved(challenge, signal);
}

/** The solution of a challenge that came with a refusal. Throws ApiFailure, or the abort reason. */
export async function solved(challenge: Challenge, signal: AbortSignal): Promise<string> {
  const number = await numberFor(challenge, signal);
  if (number === null) throw new ApiFailure('unknown');
  const { algorithm, challenge: hash, salt, signature } = challenge;
  return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
}
