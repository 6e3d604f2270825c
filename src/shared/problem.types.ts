import { Field, InterfaceType } from 'type-graphql';

/** Why an operation did not do what was asked, in words that say what to do now. Every refusal is one. */
@InterfaceType('Problem', {
  description: 'Why nothing was done, and what to do now. Every refusal of an operation is one.',
})
export abstract class Problem {
  @Field(() => String, { description: 'What happened and what to do now, in Vietnamese.' })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}
