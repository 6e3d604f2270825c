/// <reference lib="webworker" />
import { solveChallenge } from 'altcha-lib/v1';
import { type LookupChallengeQuery } from '../../generated/account-operations';

/** Looks for the number that solves a challenge, beside the page, so that nothing there stands still. */
const worker = self as unknown as DedicatedWorkerGlobalScope;

worker.addEventListener('message', ({ data }: MessageEvent<LookupChallengeQuery['challenge']>) => {
  const { algorithm, challenge, salt, maxNumber } = data;
  solveChallenge(challenge, salt, algorithm, maxNumber).promise.then(
    (solved) => worker.postMessage(solved?.number ?? null),
    () => worker.postMessage(null),
  );
});
