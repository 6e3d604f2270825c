import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../../shared/relay/page.args';
import { BoundingBoxInput, NearInput } from './place.args';

@ArgsType()
export class PlacedPageArgs extends PageArgs {
  @Field(() => NearInput, {
    nullable: true,
    description: 'Orders by distance from here, nearest first; entries without position are left out.',
  })
  near?: NearInput | null;

  @Field(() => BoundingBoxInput, { nullable: true, description: 'Only entries with a position in this box.' })
  within?: BoundingBoxInput | null;
}
