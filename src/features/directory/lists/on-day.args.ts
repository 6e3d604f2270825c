import { ArgsType, Field } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';

@ArgsType()
export class OnDayArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day asked about (YYYY-MM-DD); today when left out.' })
  on?: string | null;
}
