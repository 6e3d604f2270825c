import { solveChallenge } from 'altcha-lib/v1';

/** A challenge as the schema gives it. */
export interface PosedChallenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly salt: string;
  readonly signature: string;
  readonly maxNumber: number;
}

/** The solution of a challenge, as `challengeSolution` takes it. */
export async function solutionOf({
  algorithm,
  challenge,
  salt,
  signature,
  maxNumber,
}: PosedChallenge): Promise<string> {
  const solved = await solveChallenge(challenge, salt, algorithm, maxNumber).promise;
  const payload = { algorithm, challenge, number: solved?.number, salt, signature };
  return Buffer.from(JSON.stringify(payload)).toString('base64');
}
