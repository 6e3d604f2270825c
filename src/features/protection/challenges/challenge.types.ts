import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../../../shared/problem.types';

/** What the argument `challengeSolution` takes. */
export const SOLUTION =
  'Solution of the challenge, where one was asked for: base64 of the JSON of algorithm, challenge, number, salt and signature.';

@ObjectType('LookupChallenge', {
  description:
    'A proof of work in the form of ALTCHA: find the number from 0 to `maxNumber` whose hash with `salt` before it is `challenge`.',
})
export class Challenge {
  @Field(() => String, { description: 'Hash function, SHA-256.' })
  algorithm: string;

  @Field(() => String, { description: 'The hash to reach, hexadecimal.' })
  challenge: string;

  @Field(() => String, { description: 'Text that stands before the number; holds the time when the challenge ends.' })
  salt: string;

  @Field(() => String, { description: 'Signature to give back with the solution.' })
  signature: string;

  @Field(() => Int, { description: 'Largest number to try.' })
  maxNumber: number;
}

@ObjectType({
  implements: Problem,
  description: 'Returned when a solved challenge is missing, wrong, too old, too small or was used before.',
})
export class ChallengeRequired extends Problem {
  @Field(() => Challenge, { description: 'The challenge to solve; it grows with what came from this network.' })
  challenge: Challenge;
}
