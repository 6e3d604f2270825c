import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class CodeArgs {
  @Field(() => String, { description: 'The exact code (mã).' })
  code: string;
}
