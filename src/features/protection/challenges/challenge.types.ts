import { Field, Int, ObjectType } from 'type-graphql';

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
