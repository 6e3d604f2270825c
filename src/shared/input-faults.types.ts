import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What is wrong with one field of an input, and how to mend it.' })
export class FieldFault {
  @Field(() => String, { description: 'Path of the field within the input, for example `message`.' })
  path: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in Vietnamese.' })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}

@ObjectType({ description: 'Returned when fields of the input cannot be used; nothing was done.' })
export class InvalidInput {
  @Field(() => [FieldFault], { description: 'All faults at once.' })
  fields: FieldFault[];
}

@ObjectType({ description: 'Returned when nothing answers to what was given.' })
export class NotFound {
  @Field(() => String, { description: 'What to do next, in Vietnamese.' })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}

@ObjectType({ description: 'Returned when the caller has to wait before the next try.' })
export class TooManyAttempts {
  @Field(() => Int, { description: 'Seconds to wait.' })
  retryAfterSeconds: number;
}
